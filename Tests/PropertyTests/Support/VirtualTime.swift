import AWSClient
import Synchronization

/// The time of a run, Neap's and AWS's alike: it stands still until somebody sleeps or moves it.
final class VirtualTime: Sendable {
    private let state: Mutex<Double>

    /// Seconds since 1970.
    init(_ now: Double) { state = Mutex(now) }

    var now: Double { state.withLock { $0 } }
    func set(_ now: Double) { state.withLock { $0 = now } }
    func advance(_ seconds: Double) { state.withLock { $0 += seconds } }
}

/// That time for the loop, where sleeping takes none of the wall's.
struct LoopClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    let time: VirtualTime

    var now: Instant { Instant(offset: .seconds(time.now)) }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        time.set(max(time.now, deadline.offset / .seconds(1)))
    }
}

/// That time for the client.
struct WireClock: AWSClock {
    let time: VirtualTime

    var now: Double { time.now }
    var uptime: Duration { .seconds(time.now) }
    func sleep(for duration: Duration) async throws { time.advance(duration / .seconds(1)) }
}
