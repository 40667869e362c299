import Kinds
import Model
import Planning

/// What is new of groups that roll: how far they are or what they wait for, and which instances came into service or went
/// (look.md section 7).
public struct InstanceLines: Sendable {
    private var last: [ResourceID: [String: String]] = [:]
    private var told: [ResourceID: String] = [:]

    /// Nothing was seen yet.
    public init() {}

    /// The lines that are new in `turn`: `template version 2: 1 of 3 new; refresh 33 %`, `i-0d31a (eu-west-1b) in service`.
    public mutating func changed(in turn: Turn) -> [(subject: String, text: String)] {
        instances(in: turn) + standing(in: turn)
    }

    private mutating func standing(in turn: Turn) -> [(subject: String, text: String)] {
        let now = turn.states.filter { $0.key.kind == "AutoScalingGroup" }.compactMapValues(Self.text)
        let new = now.filter { told[$0.key] != $0.value }.sorted { $0.key < $1.key }
        told = now
        return new.map { (subject: $0.key.name, text: $0.value) }
    }

    /// What is to be said of a group that is on its way or waits for its turn.
    private static func text(_ state: ResourceState) -> String? {
        if let problem = state.problem, problem.reason == .paused { return "paused: \(problem.message)" }
        return state.health.status == .progressing && !state.health.message.isEmpty ? state.health.message : nil
    }

    private mutating func instances(in turn: Turn) -> [(subject: String, text: String)] {
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
