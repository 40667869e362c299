import Manifest
import Kinds
import Model
import Planning

/// `rollouts/<service>/<revision>.yaml`: the attempts to bring one revision of a service live.
struct RolloutFile {
    let input: StatusInput
    let state: ResourceState
    let view: ServiceView
    let revision: Int

    /// Nil when the service has no rollout to tell of: nothing is moving, nothing was, and nothing was written.
    init?(_ input: StatusInput, _ state: ResourceState) {
        guard let view = ServiceView(state), let revision = view.wanted else { return nil }
        self.input = input
        self.state = state
        self.view = view
        self.revision = revision
        guard view.isMoving || startedNow || last?["result"] == "progressing" else { return nil }
        // What ended stays as it was told until something moves or is written again.
        if let last, last["result"] != "progressing", isLast || !startedNow && result != "progressing" { return nil }
    }

    static func path(_ service: String, _ revision: Int) -> String {
        "rollouts/\(PathPart.safe(service))/\(revision).yaml"
    }

    var path: String { Self.path(state.id.name, revision) }
    var text: String {
        let all = (earlier + [.object(attempt)]).map {
            YAMLNode.ordered($0, by: Self.order, inside: ["state": RolloutState.order])
        }
        return YAMLNode.document([
            ("schema", .text("neap/rollout/v1")), ("service", .text(state.id.name)),
            ("revision", .value(.integer(revision))), ("attempts", .list(all)),
        ])
    }

    /// The members of an attempt as a person reads them.
    private static let order = [
        "number", "result", "commit", "trigger", "from", "deployment", "startedAt", "changes", "bounds", "state",
        "endedAt", "duration", "field", "old", "new", "declared", "desired", "floor", "ceiling",
        "minimumHealthyPercent",
        "maximumPercent",
    ]

    private var attempts: [Value] { input.memory.rolloutFiles[path]?["attempts"]?.list ?? [] }
    private var last: Value? { attempts.last }
    /// A write that rolls tasks, or the service's creation, begins a new attempt.
    private var startedNow: Bool {
        state.wasWritten && (state.written.isEmpty || state.written.contains { $0.effect == .rollsTasks })
    }
    /// The deployment that brings this revision; nil when ECS shows none.
    private var deployment: ServiceRollout.Deployment? {
        view.deployments.filter { $0.revision == revision }.max { !$0.isPrimary && $1.isPrimary }
    }
    /// True when the last attempt is of the write that is told of now: later looks of a pass remember that write too.
    private var isLast: Bool {
        guard last?["commit"]?.string == input.target.source.id else { return false }
        guard let told = last?["deployment"]?.string, let deployment else { return true }
        return told == deployment.id
    }
    private var continues: Bool { last?["result"] == "progressing" && (!startedNow || isLast) }
    private var earlier: [Value] { continues ? Array(attempts.dropLast()) : attempts }

    /// When the attempt began, `2026-11-24T12:04:10Z`; nil once it has ended.
    var underWaySince: String? { result == "progressing" ? started : nil }
    private var started: String { kept("startedAt")?.string ?? input.stamp }

    private var attempt: [String: Value] {
        var attempt: [String: Value] = [
            "number": .integer(earlier.count + 1), "result": .string(result), "trigger": "commit",
            "commit": kept("commit") ?? .string(input.target.source.id), "startedAt": .string(started),
            "bounds": view.bounds.value,
        ]
        attempt["from"] = kept("from") ?? view.from.map { .integer($0) }
        attempt["deployment"] = kept("deployment") ?? deployment.flatMap { $0.id.isEmpty ? nil : .string($0.id) }
        attempt["changes"] = kept("changes") ?? (changes.isEmpty ? nil : .list(changes))
        guard result != "progressing" else {
            let before = continues ? last?["state"] : nil
            attempt["state"] = RolloutState(rollout: view.rollout, before: before, stamp: input.stamp).value
            return attempt
        }
        attempt["endedAt"] = .string(input.stamp)
        attempt["duration"] = .string("\(input.now - (UTC.seconds(started) ?? input.now))s")
        return attempt
    }

    private var result: String {
        if state.health.reason == .rolledBack { return "rolledBack" }
        if state.health.status == .degraded { return "failed" }
        return view.isMoving ? "progressing" : "live"
    }

    private func kept(_ member: String) -> Value? { continues ? last?[member] : nil }

    /// What the new revision changes, and what of the service itself rolls its tasks.
    private var changes: [Value] {
        let definition = input.target.desired.resources[state.id]?.spec["taskDefinition"]?.reference?.resource
        let all = [definition.flatMap { input.states[$0] }, state].compactMap { $0 }
        return all.flatMap { state in
            state.written.filter { $0.effect == .rollsTasks }.compactMap { Self.change($0, of: state.id.kind) }
        }
    }

    private static func change(_ change: FieldChange, of kind: String) -> Value? {
        guard let schema = kindsByName[kind]?.schema, change.desired?.reference == nil else { return nil }
        let shown: (Value?) -> Value = { $0.map { Masking.masked($0, at: change.path, by: schema).named } ?? .null }
        var value: Value = [
            "field": .string(change.path.description), "old": shown(change.live), "new": shown(change.desired),
        ]
        value["declared"] = change.place.map { .string($0.lineDescription) }
        return value
    }
}
