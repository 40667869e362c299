internal import Synchronization

/// How far AWS's clock is ahead of ours, in seconds, as far as its errors made it known.
final class ClockSkew: Sendable {
    /// AWS takes signatures that are up to five minutes off; below this, the clock is not what it complains about.
    static let tolerance = 4.0 * 60
    private let offset = Mutex(0.0)

    /// What is added to our clock.
    var current: Double { offset.withLock { $0 } }

    /// Takes AWS's clock over; false when the request was signed with about that time already.
    func adopt(serverTime: Double, localTime: Double, signedWith used: Double) -> Bool {
        let found = serverTime - localTime
        guard abs(found - used) > Self.tolerance else { return false }
        offset.withLock { $0 = found }
        return true
    }
}
