import Model
import Manifest
import GitStore
import Planning
import Reconciler

/// The last line of a pass, and what became of its status commit.
struct Closing {
    let prepared: EnvironmentReconciler.Prepared
    let turn: Turn
    let result: StatusBranch.Result

    init(_ prepared: EnvironmentReconciler.Prepared, _ turn: Turn, _ result: StatusBranch.Result) {
        self.prepared = prepared
        self.turn = turn
        self.result = result
    }

    /// `production  d4a81b7 settled: 14 in sync, 14 healthy; status e81f0c3`.
    var line: String {
        let states = turn.states.values
        let synced = states.filter { $0.sync == .synced }.count
        let healthy = states.filter { $0.health.status == .healthy }.count
        let word = turn.isSettled && !prepared.target.desired.hasErrors ? "settled" : "applied"
        let of = synced == states.count ? "" : " of \(states.count)"
        return "\(prepared.target.environment.name)  \(prepared.target.source.short) \(word): "
            + "\(synced)\(of) in sync, \(healthy) healthy; \(status)"
    }

    /// Every resource that somebody has to look at, with what keeps it.
    func printAttention() {
        for state in turn.states.values.sorted(by: { $0.id < $1.id }) {
            guard let problem = state.problem else { continue }
            Terminal.error("\(state.id): \(problem.message)   \(state.plan.resource.place.lineDescription)")
        }
    }

    private var status: String {
        switch result {
        case .nothing: "status unchanged"
        case .written(let commit): "status \(commit.hex.prefix(7))"
        case .foreign(let why): "status not written: \(why)"
        case .failed(let why): "status not written: \(why)"
        }
    }

    /// Status that could not be written is an error of the pass, but never stops it.
    var codes: [ExitStatus] {
        switch result {
        case .nothing, .written: []
        case .foreign: [.refused]
        case .failed: [.error]
        }
    }
}
