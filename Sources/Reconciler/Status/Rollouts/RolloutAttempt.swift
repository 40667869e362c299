import Kinds
import Manifest
import Model
import Planning

/// One attempt as its file tells of it now; what was told of it before stays.
struct RolloutAttempt {
    let file: RolloutFile

    init(_ file: RolloutFile) { self.file = file }

    /// The members of an attempt as a person reads them.
    static let order = [
        "number", "result", "commit", "trigger", "from", "deployment", "serviceDeployment", "startedAt", "changes",
        "bounds", "forecast", "state", "digests", "timeline", "interruptions", "endedAt", "duration", "cause",
        "evidence", "fix", "field", "old", "new", "declared", "desired", "floor", "ceiling", "minimumHealthyPercent",
        "maximumPercent", "seeds", "p50", "p95", "waves", "lowestHealthy", "peakTasks", "addedInstances", "at", "what",
        "instance", "tasks",
    ]

    private var input: StatusInput { file.input }
    private var state: ResourceState { file.state }
    private var view: ServiceView { file.view }

    /// When it began, `2026-11-24T12:04:10Z`.
    var started: String { kept("startedAt")?.string ?? input.stamp }

    var members: [String: Value] {
        let timeline = RolloutTimeline(file, before: file.continues ? file.last : nil)
        var attempt: [String: Value] = [
            "number": .integer(file.earlier.count + 1), "result": .string(file.result.rawValue),
            "trigger": kept("trigger") ?? .string(trigger), "commit": kept("commit") ?? .string(commit),
            "startedAt": .string(started), "bounds": view.bounds.value, "timeline": timeline.value,
            "interruptions": interruptions,
        ]
        attempt["from"] = kept("from") ?? view.from.map { .integer($0) }
        attempt["deployment"] = kept("deployment") ?? file.deployment.flatMap { $0.id.isEmpty ? nil : .string($0.id) }
        attempt["serviceDeployment"] = kept("serviceDeployment") ?? file.serviceDeployment.map { .string($0.arn) }
        attempt["changes"] = kept("changes") ?? (changes.isEmpty ? nil : .list(changes))
        attempt["forecast"] = kept("forecast") ?? forecast
        attempt["digests"] = digests ?? kept("digests")
        guard !file.result.isOpen else {
            let before = file.continues ? file.last?["state"] : nil
            attempt["state"] =
                RolloutState(view: view, file.serviceDeployment, before: before, stamp: input.stamp).value
            return attempt.merging(explanation) { $1 }
        }
        attempt["endedAt"] = .string(input.stamp)
        attempt["duration"] = .string(DurationText.rounded(input.now - (UTC.seconds(started) ?? input.now)))
        return attempt.merging(explanation) { $1 }
    }

    private func kept(_ member: String) -> Value? { file.continues ? file.last?[member] : nil }

    /// The commit that asked for it; of what ended unseen, the one that the quarantine names.
    private var commit: String {
        let held = input.quarantine[state.id]
        return file.startedNow ? input.target.source.id : held?.commit ?? input.target.source.id
    }

    /// What set it going: a new deployment of what was live already, a person's retry since the attempt before, else a
    /// commit.
    private var trigger: String {
        if !file.startedNow, !file.continues, file.last?["result"] == "live" { return "restart" }
        guard let before = file.last?["startedAt"]?.string.flatMap(UTC.seconds), let wanted = view.taskDefinition,
            let retry = input.target.control.lastRetry(of: state.id.name, wanted), retry >= before
        else { return "commit" }
        return "retry"
    }

    private var forecast: Value? {
        guard let forecast = input.forecast, let service = forecast[service: state.id] else { return nil }
        var value: Value = [
            "seeds": .integer(forecast.seeds), "waves": .integer(service.waves),
            "lowestHealthy": .integer(service.lowestHealthy), "peakTasks": .integer(service.peakTasks),
            "addedInstances": .integer(service.added.map(\.count).reduce(0, +)),
        ]
        value["p50"] = service.duration.map { .string(DurationText.rounded($0.p50)) }
        value["p95"] = service.duration.map { .string(DurationText.rounded($0.p95)) }
        return value
    }

    private var digests: Value? {
        let digests = file.serviceDeployment?.digests ?? [:]
        return digests.isEmpty ? nil : .object(digests.mapValues { .string($0) })
    }

    /// Spot reclaims that touched this rollout; those before it are another one's.
    private var interruptions: Value {
        guard let since = file.serviceDeployment?.createdAt else { return kept("interruptions") ?? .list([]) }
        let seen = view.rollout.interruptions.filter { $0.at >= since }.map { one -> Value in
            [
                "at": .string(UTC.stamp(one.at)), "instance": .string(one.instance), "tasks": .integer(one.tasks),
            ]
        }
        return seen.isEmpty ? kept("interruptions") ?? .list([]) : .list(seen)
    }

    /// Three lines that a tired person can read.
    private var explanation: [String: Value] {
        guard file.result.isBad else { return [:] }
        if let cause = state.cause {
            return ["cause": .string(cause.cause), "evidence": .string(cause.evidence), "fix": .string(cause.fix)]
        }
        var lines: [String: Value] = ["cause": .string(view.reason ?? state.health.message)]
        if file.result == .rolledBack {
            lines["fix"] = .string("commit a fix, or `neap rollout retry \(state.id.name)`")
        }
        return lines
    }

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
