import Synchronization

/// A clock that stands until a test moves it: sleeping ends only through `passDeadlines`.
final class ManualClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct State {
        var now = Instant(offset: .zero)
        var sleepers: [Int: (until: Instant, wake: CheckedContinuation<Void, any Error>)] = [:]
        var cancelled: Set<Int> = []
        var next = 0
    }

    private let state = Mutex(State())

    var now: Instant { state.withLock { $0.now } }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wake in
                let isCancelled = state.withLock { state in
                    if state.cancelled.contains(id) { return true }
                    state.sleepers[id] = (deadline, wake)
                    return false
                }
                if isCancelled { wake.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let wake = state.withLock { state in
                state.cancelled.insert(id)
                return state.sleepers.removeValue(forKey: id)?.wake
            }
            wake?.resume(throwing: CancellationError())
        }
    }

    /// Waits, for each of the durations in turn, until somebody sleeps that long, then moves the time there.
    func passDeadlines(of durations: [Duration]) async {
        for duration in durations {
            let target = now.advanced(by: duration)
            while !state.withLock({ state in state.sleepers.values.contains { $0.until == target } }) {
                await Task.yield()
            }
            let woken = state.withLock { state in
                state.now = target
                let due = state.sleepers.filter { $0.value.until <= target }
                for id in due.keys { state.sleepers[id] = nil }
                return due.values.map(\.wake)
            }
            for wake in woken { wake.resume() }
        }
    }
}
