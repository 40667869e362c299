internal import Synchronization

/// What keeps retries from making an outage worse: AWS's standard mode gives a client 500 tokens.
final class RetryQuota: Sendable {
    static let capacity = 500
    private let tokens = Mutex(capacity)

    /// What a retry costs: a timeout hints at a server in trouble, so it costs twice.
    static func cost(timedOut: Bool) -> Int { timedOut ? 10 : 5 }

    /// Takes `cost` tokens; false, with nothing taken, when there are too few.
    func take(_ cost: Int) -> Bool {
        tokens.withLock { left in
            guard left >= cost else { return false }
            left -= cost
            return true
        }
    }

    /// Gives back what a retry that worked had taken; a call that worked at once gives back 1.
    func give(back cost: Int?) {
        tokens.withLock { $0 = min($0 + (cost ?? 1), Self.capacity) }
    }

    /// The tokens left.
    var left: Int { tokens.withLock { $0 } }
}
