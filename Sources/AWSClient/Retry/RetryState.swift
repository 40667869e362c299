internal import AWSWire

/// What one call has tried so far, and what it may do next.
struct RetryState {
    /// The next thing to do about a failed attempt.
    enum Step: Equatable {
        case stop
        case retry(after: Duration)
        /// Fetch new credentials and try at once.
        case refresh
        /// Take AWS's clock over and try at once.
        case resign
    }

    let policy: RetryPolicy
    let quota: RetryQuota
    /// How often the call may be made.
    let limit: Int
    /// True when making it twice does no harm.
    let isRepeatable: Bool
    /// HTTP requests that were made.
    private(set) var attempts = 0
    private var retries = 0
    private var refreshed = false
    private var resigned = false
    private var taken: Int?

    init(_ policy: RetryPolicy, _ quota: RetryQuota, isRead: Bool, isRepeatable: Bool) {
        self.policy = policy
        self.quota = quota
        self.isRepeatable = isRead || isRepeatable
        limit = isRead || !isRepeatable ? policy.attempts : policy.repeatableWriteAttempts
    }

    /// An HTTP request goes out.
    mutating func began() { attempts += 1 }

    /// The call succeeded: what the retries took goes back.
    func succeeded() { quota.give(back: taken) }

    /// What to do about a failed attempt. Takes from the quota when it says to retry.
    mutating func next(after failure: FailedAttempt) -> Step {
        switch failure.error.disposition {
        case .expiredCredentials where !refreshed:
            refreshed = true
            return .refresh
        case .clockSkew where !resigned && failure.serverTime != nil:
            resigned = true
            return .resign
        case .throttled: return retry(failure)
        case .transient, .lost: return isRepeatable || !failure.error.mayHaveActed ? retry(failure) : .stop
        default: return .stop
        }
    }

    private mutating func retry(_ failure: FailedAttempt) -> Step {
        let cost = RetryQuota.cost(timedOut: failure.timedOut)
        guard retries + 1 < limit, quota.take(cost) else { return .stop }
        defer { retries += 1 }
        taken = cost
        return .retry(after: policy.delay(retry: retries, after: failure.retryAfter))
    }
}
