internal import Synchronization

/// Token buckets, one per account, region and API family, that keep calls under AWS's rates before AWS has to say no.
///
/// Whoever comes first is served first; a wait is as long as the bucket needs to have a token for it.
public final class RateBudget: Sendable {
    /// How fast a family of operations may be called.
    public struct Rate: Sendable, Hashable {
        /// How many calls may come at once; at least 1.
        public var burst: Double
        /// How many calls a second in the long run; above 0.
        public var perSecond: Double

        /// `burst` at once, then `perSecond`.
        public init(burst: Double, perSecond: Double) {
            self.burst = max(burst, 1)
            self.perSecond = max(perSecond, 0.001)
        }
    }

    private struct Key: Hashable {
        var scope: String
        var family: String
    }

    private struct Bucket {
        var tokens: Double
        var updated: Duration
    }

    private let table: RateTable
    private let clock: any AWSClock
    private let buckets = Mutex<[Key: Bucket]>([:])

    /// Buckets for `table`, all full. Clients of one account should share one budget.
    public init(_ table: RateTable = .halfOfPublished, clock: any AWSClock = SystemClock()) {
        self.table = table
        self.clock = clock
    }

    /// Waits until the operation may be called in `scope` (account and region). Gives how long it waited.
    ///
    /// Throws `CancellationError` when the task was cancelled, and takes nothing then.
    @discardableResult
    public func admit(_ service: String, _ operation: String, scope: String) async throws -> Duration {
        guard let (family, rate) = table.family(of: service, operation) else { return .zero }
        let key = Key(scope: scope, family: family)
        let wait = reserve(key, rate)
        guard wait > .zero else { return .zero }
        do {
            try await clock.sleep(for: wait)
        } catch {
            buckets.withLock { $0[key]?.tokens += 1 }
            throw error
        }
        return wait
    }

    /// AWS said no: whatever the bucket believed to have is gone, for others use the same account.
    public func throttled(_ service: String, _ operation: String, scope: String) {
        guard let (family, _) = table.family(of: service, operation) else { return }
        let key = Key(scope: scope, family: family)
        buckets.withLock { buckets in
            guard let bucket = buckets[key] else { return }
            buckets[key]?.tokens = min(bucket.tokens, 0)
        }
    }

    private func reserve(_ key: Key, _ rate: Rate) -> Duration {
        let now = clock.uptime
        return buckets.withLock { buckets in
            var bucket = buckets[key] ?? Bucket(tokens: rate.burst, updated: now)
            bucket.tokens = min(bucket.tokens + (now - bucket.updated).seconds * rate.perSecond, rate.burst) - 1
            bucket.updated = now
            buckets[key] = bucket
            return bucket.tokens >= 0 ? .zero : .seconds(-bucket.tokens / rate.perSecond)
        }
    }
}

extension Duration {
    /// The duration in seconds.
    var seconds: Double {
        let (whole, atto) = components
        return Double(whole) + Double(atto) * 1e-18
    }
}
