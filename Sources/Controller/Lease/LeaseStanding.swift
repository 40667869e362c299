import AWSClient
import Reconciler
import Synchronization

/// How long this process may write for an environment: what every write asks, without waiting for anybody.
final class LeaseStanding: Sendable {
    private struct State {
        var end: Duration
        var ended: String?
    }

    private let environment: String
    private let timing: LeaseTiming
    private let clock: any LeaseClock
    private let state: Mutex<State>

    init(_ environment: String, until end: Duration, timing: LeaseTiming, clock: any LeaseClock) {
        self.environment = environment
        self.timing = timing
        self.clock = clock
        state = Mutex(State(end: end))
    }

    /// A renewal was accepted.
    func extend(until end: Duration) { state.withLock { $0.end = max($0.end, end) } }

    /// The term is over, whatever its time; the first reason stays.
    func end(_ reason: String) { state.withLock { $0.ended = $0.ended ?? reason } }

    /// Why the term is over for good; nil while it is not.
    var over: String? {
        state.withLock { state in
            if state.ended == nil, clock.now >= state.end {
                state.ended = "the lease of \(environment) was not renewed in time"
            }
            return state.ended
        }
    }

    /// How long a write that begins now may take; a reason when none may begin.
    var verdict: WriteFence.Verdict {
        if let over { return .closed(over) }
        let left = state.withLock { $0.end } - clock.now
        guard left > timing.least else {
            return .closed("what is left of the lease of \(environment) is too short for a write")
        }
        return .open(within: left - timing.margin)
    }

    /// The gate that closes with the lease.
    var gate: WriteGate {
        WriteGate {
            if case .closed(let reason) = self.verdict { reason } else { nil }
        }
    }

    /// The fence that each request of a write passes.
    var fence: WriteFence { WriteFence { self.verdict } }
}
