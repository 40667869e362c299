import AWSClient
import Synchronization

/// A clock that stands still until somebody sleeps, which moves it at once.
final class ManualClock: AWSClock {
    private struct State {
        var now: Double
        var slept: [Duration] = []
    }

    private let start: Double
    private let state: Mutex<State>

    init(_ now: Double = 1_700_000_000) {
        start = now
        state = Mutex(State(now: now))
    }

    var now: Double { state.withLock { $0.now } }
    var uptime: Duration { .seconds(now - start) }
    /// Every wait so far, in seconds.
    var slept: [Double] { state.withLock { $0.slept.map { $0 / .seconds(1) } } }

    func advance(_ seconds: Double) { state.withLock { $0.now += seconds } }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        state.withLock { state in
            state.slept.append(duration)
            state.now += duration / .seconds(1)
        }
    }
}
