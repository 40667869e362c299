import Synchronization

/// A clock on which sleeping takes no time: it jumps to the deadline and remembers how long that would have been.
final class JumpingClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let state = Mutex<(now: Duration, sleeps: [Duration])>((.zero, []))
    private let onSleep: @Sendable (Duration) async -> Void

    /// `onSleep` is what the world does while somebody sleeps.
    init(onSleep: @escaping @Sendable () async -> Void = {}) { self.onSleep = { _ in await onSleep() } }

    /// The same, with the time at which somebody goes to sleep.
    init(at onSleep: @escaping @Sendable (Duration) async -> Void) { self.onSleep = onSleep }

    var now: Instant { Instant(offset: state.withLock { $0.now }) }
    var minimumResolution: Duration { .nanoseconds(1) }
    var sleeps: [Duration] { state.withLock { $0.sleeps } }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        await onSleep(now.offset)
        state.withLock { state in
            state.sleeps.append(deadline.offset - state.now)
            state.now = deadline.offset
        }
    }
}
