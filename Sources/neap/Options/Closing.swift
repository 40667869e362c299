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
        let states = turn.states.values.filter { !$0.plan.isDeparture }
        let synced = states.filter { $0.sync == .synced }.count
        let healthy = states.filter { $0.health.status == .healthy }.count
        let word = turn.isSettled && !prepared.target.desired.hasErrors ? "settled" : "applied"
        let of = synced == states.count ? "" : " of \(states.count)"
        return "\(prepared.target.environment.name)  \(prepared.target.source.short) \(word): "
            + "\(synced)\(of) in sync, \(healthy) healthy\(deleted); \(status)"
    }

    /// `production  destroyed: 21 deleted; status e81f0c3`.
    var destroyedLine: String {
        let all = turn.states.values
        let left = all.count { !$0.isSettled }
        let kept = all.count { $0.isSettled && !$0.plan.observation.isAbsent }
        let counts = [
            "\(all.count { $0.wasWritten && $0.plan.observation.isAbsent }) deleted", kept > 0 ? "\(kept) kept" : nil,
            left > 0 ? "\(left) left" : nil,
        ].compactMap { $0 }.joined(separator: ", ")
        let word = left > 0 ? "not destroyed yet" : "destroyed"
        return "\(prepared.target.environment.name)  \(word): \(counts); \(status)"
    }

    private var deleted: String {
        let count = turn.states.values.count { $0.wasWritten && $0.plan.isDeparture && $0.plan.observation.isAbsent }
        return count > 0 ? ", \(count) deleted" : ""
    }

    /// The last line on standard output, for people or for programs.
    func printLine(_ status: ExitStatus, json: Bool) {
        guard json else { return Terminal.out(line + "\n") }
        let isSettled = turn.isSettled && !prepared.target.desired.hasErrors
        let record = ProgressRecord.end(
            turn, commit: prepared.target.source.id, isSettled: isSettled, exit: Int(status.rawValue), at: Wall.now)
        Terminal.out(record.line)
    }

    /// What the plan that came before warned of, for whoever did not see it.
    func printWarnings(_ planned: Plan) {
        for warning in planned.diagnostics where warning.severity == .warning {
            Terminal.error(OperatingText.neutral(warning.description))
        }
    }

    /// Every resource that somebody has to look at, with what keeps it.
    func printAttention() {
        for state in turn.states.values.sorted(by: { $0.id < $1.id }) {
            for line in Self.attention(state) { Terminal.error(OperatingText.neutral(line)) }
        }
    }

    /// What is wrong and where; of a known cause also what AWS said and what to do, indented.
    private static func attention(_ state: ResourceState) -> [String] {
        let place = state.plan.resource.place
        guard let cause = state.cause else {
            return state.problem.map { ["\(state.id): \($0.message)   \(place.lineDescription)"] } ?? []
        }
        return [
            "\(state.id): \(cause.cause)   \((cause.place ?? place).lineDescription)", "    \(cause.evidence)",
            "    \(cause.fix)",
        ]
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
