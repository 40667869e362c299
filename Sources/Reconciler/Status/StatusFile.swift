import Manifest
import Kinds
import Model
import Planning

/// `status.yaml`: counts, conditions, and every resource that is not in sync and healthy.
struct StatusFile {
    static let path = "status.yaml"
    let input: StatusInput

    var text: String { YAMLNode.document(members) }

    private var members: [(String, YAMLNode)] {
        [
            ("schema", .text("neap/status/v1")), ("environment", .text(input.target.environment.name)),
            ("neap", .text(input.version)), ("epoch", .value(0)),
            (
                "aws",
                .flow([("accountId", .string(input.target.accountID)), ("region", .string(input.target.region))])
            ), ("source", .block(source)), ("conditions", .list(conditions.map(\.node))),
            ("resources", .block(resources)), ("quarantine", .list(quarantine)), ("orphans", .list(orphans)),
        ] + deleted + [("plan", .text("plan.md"))]
    }

    private var deleted: [(String, YAMLNode)] {
        let nodes = input.deletions.map(\.node)
        return nodes.isEmpty ? [] : [("deleted", .list(nodes))]
    }

    private var quarantine: [YAMLNode] { input.quarantine.values.sorted { $0.service < $1.service }.map(\.node) }

    /// Made by Neap, no longer in Git, kept.
    private var orphans: [YAMLNode] {
        gone.map { id in
            let arn = input.memory.resourceFiles[id]?["arn"] ?? .null
            let members: [(String, Value)] = [("kind", .string(id.kind)), ("name", .string(id.name)), ("arn", arn)]
            return .flow(members + reason(of: id))
        } + ReplacedFile.all(input).map(\.orphan)
    }

    /// Why it is not deleted, where deletion was asked about it.
    private func reason(of id: ResourceID) -> [(String, Value)] {
        guard case .blocked(let reason, let message) = input.departures[id]?.plan.action else { return [] }
        return [("reason", .string(reason.rawValue)), ("message", .string(message))]
    }

    /// Their names, in order.
    var gone: [ResourceID] {
        guard input.target.desired.isComplete else { return [] }
        // What was done leaves nothing behind that somebody has to take away.
        return input.memory.resourceFiles.filter { input.states[$0.key] == nil && $0.value["appliedCommit"] != nil }
            .keys.filter { kindsByName[$0.kind]?.isDeed != true && !input.removed.contains($0) }.sorted()
    }

    private var source: [(String, YAMLNode)] {
        let commit = input.target.source
        var members: [(String, YAMLNode)] = [("repository", .text(commit.repository))]
        if let reference = commit.reference { members.append(("ref", .text(reference))) }
        members.append(("observed", .text(commit.id)))
        if input.isDestroyed { return members }
        if input.target.verified != nil { members.append(("verified", .text(commit.id))) }
        if let applied = input.isApplied ? commit.id : input.memory.applied {
            members.append(("applied", .text(applied)))
        }
        if let settled = settled {
            members.append(("settled", .text(settled.commit)))
            if let at = settled.at { members.append(("settledAt", .text(at))) }
        }
        return members
    }

    /// The newest commit that was wholly in sync and healthy, and since when.
    var settled: (commit: String, at: String?)? {
        let commit = input.target.source.id
        guard input.isSettled else { return input.memory.settled.map { ($0, input.memory.settledAt) } }
        return (commit, input.memory.settled == commit ? input.memory.settledAt : input.stamp)
    }

    private var conditions: [Condition] {
        EnvironmentConditions(input).rules.map { rule in
            Condition(
                rule.type, rule.isTrue, rule.reason, rule.message, at: input.stamp, commit: input.target.source.id,
                after: input.memory.environmentConditions)
        }
    }

    private var resources: [(String, YAMLNode)] {
        let states = input.states.values
        let sync = Sync.allCases.map { sync in (sync.rawValue, Value.integer(states.filter { $0.sync == sync }.count)) }
        let order: [Health.Status] = [.healthy, .progressing, .degraded, .suspended, .missing, .unknown]
        let health = order.map { one in (one.rawValue, Value.integer(states.filter { $0.health.status == one }.count)) }
        return [
            ("total", .value(.integer(states.count))), ("sync", .flow(sync)), ("health", .flow(health)),
            ("attention", .list(input.attention.map(attention))),
        ]
    }

    private func attention(_ state: ResourceState) -> YAMLNode {
        var members: [(String, Value)] = [
            ("kind", .string(state.id.kind)), ("name", .string(state.id.name)), ("sync", .string(state.sync.rawValue)),
            ("health", .string(state.health.status.rawValue)),
            ("reason", .string((state.problem?.reason ?? state.health.reason).rawValue)),
        ]
        if let view = ServiceView(state), let revision = view.wanted, !view.isLive {
            members.append(("rollout", .string(RolloutFile.path(state.id.name, revision))))
        }
        return .flow(members)
    }
}

/// The environment's own conditions.
struct EnvironmentConditions {
    let input: StatusInput

    init(_ input: StatusInput) { self.input = input }

    var rules: [ConditionRules.Rule] { [ready, reconciling, sourceReady, sourceVerified].compactMap { $0 } }

    private var ready: ConditionRules.Rule {
        guard let worst = input.attention.first else {
            return input.target.desired.hasErrors
                ? .init(type: .ready, isTrue: false, reason: .invalidManifest, message: broken)
                : .init(
                    type: .ready, isTrue: true, reason: .settled, message: "\(input.states.count) resources in sync")
        }
        let reason = worst.problem?.reason ?? worst.health.reason
        let message = worst.problem?.message ?? worst.health.message
        return .init(
            type: .ready, isTrue: false, reason: reason,
            message: message.isEmpty ? "\(worst.id)" : "\(worst.id): \(message)")
    }

    private var reconciling: ConditionRules.Rule? {
        let moving = input.attention.filter(\.isMoving)
        guard let first = moving.first else { return nil }
        let text =
            "\(moving.count) of \(input.states.count + input.departures.count) resources \(moving.count == 1 ? "is" : "are") moving"
        return .init(
            type: .reconciling, isTrue: true, reason: first.problem?.reason ?? first.health.reason, message: text)
    }

    private var sourceReady: ConditionRules.Rule? {
        guard input.target.desired.hasErrors else { return nil }
        return .init(type: .sourceReady, isTrue: false, reason: .invalidManifest, message: broken)
    }

    private var sourceVerified: ConditionRules.Rule? {
        input.target.verified.map {
            .init(type: .sourceVerified, isTrue: true, reason: .verified, message: $0.message)
        }
    }

    private var broken: String {
        let errors = input.target.desired.diagnostics.filter { $0.severity == .error }
        let more = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
        return (errors.first?.description ?? "") + more
    }
}
