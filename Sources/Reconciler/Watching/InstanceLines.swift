import Kinds
import Model
import Planning

/// One line for each group of which instances came into service or went while they roll (look.md section 7).
public struct InstanceLines: Sendable {
    private var last: [ResourceID: [String: String]] = [:]

    /// Nothing was seen yet.
    public init() {}

    /// The lines that are new in `turn`: `i-0d31a (eu-west-1b) in service, i-07f2e gone`.
    public mutating func changed(in turn: Turn) -> [(subject: String, text: String)] {
        turn.states.values.sorted { $0.id < $1.id }.compactMap { state in
            guard state.id.kind == "AutoScalingGroup", let live = state.plan.observation.live else { return nil }
            let rollout = InstanceRollout(state.plan.resource, live)
            let now = rollout.instances.filter { $0.state == "InService" }
            let before = last.updateValue(
                Dictionary(now.map { ($0.id, $0.zone) }) { first, _ in first }, forKey: state.id)
            guard rollout.isMoving, let before else { return nil }
            let come = now.filter { before[$0.id] == nil }.map { "\($0.id) (\($0.zone)) in service" }
            let there = Set(now.map(\.id))
            let gone = before.keys.filter { !there.contains($0) }.sorted().map { "\($0) out of service" }
            return come.isEmpty && gone.isEmpty
                ? nil : (subject: state.id.name, text: (come + gone).joined(separator: ", "))
        }
    }
}
