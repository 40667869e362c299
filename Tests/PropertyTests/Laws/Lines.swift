import AWSWire
import Model
import Planning

@testable import Reconciler

extension Turn {
    /// Everything that is not done or not well, a line each; what only stands on that is left out.
    var unsettled: [String] {
        states.values.filter { !$0.isSettled && $0.problem?.reason != .dependencyFailed }.map { state in
            let problem = state.problem.map { "\($0.reason): \($0.message)" } ?? ""
            return "\(state.id) \(state.sync) \(state.health.status) \(state.health.message) \(problem)"
        }.sorted()
    }

    /// What AWS has against a change of `id`, in its own words; nil when it took it.
    func refusal(of id: ResourceID) -> String? {
        guard let problem = states[id]?.problem, problem.reason == .applyFailed else { return nil }
        return problem.message
    }
}

extension Plan {
    /// Everything that is not as Git says, a line each.
    var differences: [String] {
        let held = diagnostics.filter { $0.severity == .error }.map(\.description)
        return held
            + resources.filter { $0.action != .none || !$0.changes.isEmpty }.map { plan in
                "\(plan.id) \(plan.action): \(plan.changes.map(\.line).joined(separator: "; "))"
            }
    }
}

extension FieldChange {
    /// For a person.
    var line: String { "\(path): \(Self.text(live)) -> \(Self.text(desired)) (\(reason), \(effect.rawValue))" }

    private static func text(_ value: Value?) -> String {
        value.map { String(decoding: JSON.write($0), as: UTF8.self) } ?? "nothing"
    }
}
