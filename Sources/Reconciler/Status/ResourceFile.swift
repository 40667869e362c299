import Manifest
import Kinds
import Model
import Planning

/// `resources/<Kind>/<name>.yaml`: one resource, for people and as the third leg of the next difference.
struct ResourceFile {
    let input: StatusInput
    let state: ResourceState
    let names: [String: String]

    static func path(of id: ResourceID) -> String { "resources/\(id.kind)/\(PathPart.safe(id.name)).yaml" }

    var text: String { YAMLNode.document(members) }

    private var id: ResourceID { state.id }
    private var record: AppliedRecord? { input.memory.records[id] }
    private var schema: KindSchema? { kindsByName[id.kind]?.schema }
    private var resource: Resource { state.plan.resource }

    private var members: [(String, YAMLNode)] {
        var members: [(String, YAMLNode)] = [
            ("schema", .text("neap/resource/v1")), ("kind", .text(id.kind)), ("name", .text(id.name)),
        ]
        if let arn = arn { members.append(("arn", .text(arn))) }
        let place = resource.place
        members.append(("declared", .flow([("file", .string(place.file)), ("line", .integer(Int(place.line)))])))
        if let applied = applied {
            members.append(("appliedCommit", .text(applied.commit)))
            members.append(("specHash", .text(applied.hash)))
        }
        members.append(("sync", .text(state.sync.rawValue)))
        members.append(("health", .text(state.health.status.rawValue)))
        members.append(("conditions", .list(conditions.map(\.node))))
        if let cause = state.cause { members.append(("cause", cause.node)) }
        if let revision = revision { members.append(("revision", revision)) }
        if !revisions.isEmpty { members.append(("revisions", .list(revisions))) }
        if !runs.isEmpty { members.append(("runs", .list(runs.map { .value($0) }))) }
        if applied != nil { members.append(("stated", .list(stated.map { .text($0.description) }))) }
        if let live = live { members.append(("live", .block(live))) }
        members.append(("owned", .list(state.plan.owned.map(owned))))
        members.append(("drift", .list(drift)))
        if !state.plan.pins.isEmpty {
            members.append(("pinned", .value(.object(state.plan.pins.mapValues { .string($0) }))))
        }
        if let view = ServiceView(state), let revision = view.wanted, !view.isLive {
            members.append(("rollout", .text(RolloutFile.path(id.name, revision))))
        }
        return members
    }

    private var arn: String? {
        state.plan.observation.live?.outputs["arn"]?.string ?? input.outputs[Reference(id, "arn")]?.string
            ?? input.memory.resourceFiles[id]?["arn"]?.string
    }

    /// What is remembered as applied: this commit once AWS was told all of it, else what was remembered before.
    private var applied: (commit: String, hash: String)? {
        let hash = state.plan.specHash
        if state.sync == .synced, record?.specHash != hash || !state.written.isEmpty {
            return (input.target.source.id, hash)
        }
        return record.map { ($0.commit, $0.specHash) }
    }

    private var stated: [FieldPath] {
        guard state.sync == .synced, let schema else { return record?.stated.sorted() ?? [] }
        return StatedFields.of(resource.spec, by: schema)
    }

    var conditions: [Condition] {
        let previous = input.memory.conditions[id] ?? []
        return ConditionRules(state).conditions.map { rule in
            Condition(
                rule.type, rule.isTrue, rule.reason, rule.message, at: input.stamp, commit: input.target.source.id,
                after: previous)
        }
    }

    private var revision: YAMLNode? {
        guard let view = ServiceView(state) else { return nil }
        let before = input.memory.resourceFiles[id]?["revision"]?["lastGood"]?.integer
        let lastGood = view.isLive ? view.wanted : before ?? view.from
        let members: [(String, Value)] = [
            ("git", view.wanted.map { .integer($0) } ?? .null),
            ("primary", view.primary?.revision.map { .integer($0) } ?? .null),
            ("serving", .list(view.serving.map { .integer($0) })), ("lastGood", lastGood.map { .integer($0) } ?? .null),
        ]
        return .flow(members)
    }

    /// The revisions that were registered, newest first, so that a revert finds its own again.
    private var revisions: [YAMLNode] {
        let before = input.memory.resourceFiles[id]?["revisions"]?.list ?? []
        guard let live = state.plan.observation.live, live.outputs["revision"] != nil, let arn = live.outputs["arn"],
            let hash = live.tags?[Ownership.specHashTag]
        else { return before.map { .value($0) } }
        let known = [["arn": arn, "specHash": .string(hash)]] + before.filter { $0["arn"] != arn }
        return known.prefix(Self.revisionLimit).map { .value($0) }
    }

    private static let revisionLimit = 20

    /// What ran before rollouts, newest first: ECS forgets a stopped task after an hour.
    private var runs: [Value] {
        state.plan.observation.live?.outputs["runs"]?.list ?? input.memory.resourceFiles[id]?["runs"]?.list ?? []
    }

    /// AWS's values with names for ARNs, without what an owner moves, sensitive ones masked.
    private var live: [(String, YAMLNode)]? {
        guard let schema, let live = state.plan.observation.live else { return nil }
        let claimed = Set(state.plan.owned.compactMap(\.path.parts.first))
        let order = schema.shape.members?.names ?? []
        let shown = LiveProjection(schema: schema, names: names).project(live.spec)
        return order.compactMap { name -> (String, YAMLNode)? in
            guard !claimed.contains(name), let value = shown[name], !value.isBlank else { return nil }
            return (LiveProjection.shortName(name, schema), .value(value))
        }
    }

    private func owned(_ claim: Claim) -> YAMLNode {
        var members: [(String, Value)] = [("field", .string(claim.path.description)), ("owner", .string(claim.owner))]
        switch claim.reach {
        case .any: break
        case .range(let band): members.append(("band", .list([.integer(band.lowerBound), .integer(band.upperBound)])))
        case .split: members.append(("band", "split"))
        }
        return .flow(members)
    }

    private var drift: [YAMLNode] {
        guard let schema, !state.wasWritten, !state.plan.isRolledBack else { return [] }
        let known = input.memory.drift(of: id)
        let since: (FieldPath) -> Value = { .string(known[$0].map { UTC.stamp($0.since) } ?? input.stamp) }
        if state.plan.isReportedDrift {
            return [
                .flow(
                    [("field", "/"), ("git", "present"), ("live", "absent"), ("since", since(FieldPath()))]
                        + (state.plan.changedBy?.file ?? []))
            ]
        }
        return state.plan.changes.filter { $0.reason == .drift }.map { change in
            let shown: (Value?) -> Value = { $0.map { Masking.masked($0, at: change.path, by: schema).named } ?? .null }
            return .flow(
                [
                    ("field", .string(change.path.description)), ("git", shown(change.desired)),
                    ("live", shown(change.live)), ("since", since(change.path)),
                ] + (state.plan.changedBy?.file ?? []))
        }
    }
}

extension Value {
    /// True for null, an empty list and an empty object.
    var isBlank: Bool { isNull || list?.isEmpty == true || object?.isEmpty == true }
}

/// Names as parts of a path on the branch.
enum PathPart {
    /// A path of the branch as a link's target, where a percent sign would begin an escape.
    static func link(_ path: String) -> String { path.replacing("%", with: "%25") }

    /// `name` with what Git or a file system refuses percent-encoded; slashes stay, they make folders.
    static func safe(_ name: String) -> String {
        name.split(separator: "/").map { part in
            part.utf8.map { byte in
                let isSafe =
                    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                    || byte == 95 || byte == 46
                return isSafe
                    ? String(UnicodeScalar(byte))
                    : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }.joined()
        }.map { $0.hasPrefix(".") ? "%2E" + $0.dropFirst() : $0 }.joined(separator: "/")
    }
}
