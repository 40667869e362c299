import Kinds
public import Model
public import Planning

/// What the status branch remembers: Neap's memory, believed only while its tip is ours.
public struct StatusMemory: Sendable {
    /// What was applied, by resource.
    public var records: [ResourceID: AppliedRecord] = [:]
    /// The newest commit that was wholly in sync and healthy; nil when there was none.
    public var settled: String?
    /// When that commit settled, `2026-11-24T09:12:30Z`.
    public var settledAt: String?
    /// The newest commit of which every step was made.
    public var applied: String?
    /// The newest commit seen.
    public var observed: String?
    /// The newest commit that was found to be signed, with those before it, as was demanded; nil while nothing is demanded.
    var verified: String?
    /// Revisions that were rolled back and are held, by service.
    var quarantine: [ResourceID: Quarantine] = [:]
    /// What was deleted lately, oldest first.
    var deletions: [RecentDeletion] = []
    /// `status.yaml` as a value; nil when there is none.
    var statusFile: Value?
    var conditions: [ResourceID: [Condition]] = [:]
    var environmentConditions: [Condition] = []
    var resourceFiles: [ResourceID: Value] = [:]
    var rolloutFiles: [String: Value] = [:]
    /// `replaced/`: what was replaced and was still there.
    var replaced: [ResourceID: Value] = [:]
    /// `refreshes/`, by path.
    var refreshFiles: [String: Value] = [:]
    /// Every file of the branch, so that nothing is written that is there already.
    var files: [String: [UInt8]] = [:]

    /// Nothing is remembered: the first pass, or a branch that is not ours.
    public init() {}

    /// What the files of a status branch say; a file that is not readable is as good as absent.
    public init(files: [String: [UInt8]], decode: (_ bytes: [UInt8], _ path: String) -> Value?) {
        self.files = files
        for (path, bytes) in files where path.hasSuffix(".yaml") {
            guard let value = decode(bytes, path), let schema = value["schema"]?.string else { continue }
            switch schema {
            case "neap/status/v1": readEnvironment(value)
            case "neap/resource/v1": readResource(value)
            case "neap/rollout/v1": rolloutFiles[path] = value
            case "neap/refresh/v1": refreshFiles[path] = value
            case ReplacedFile.schema: readReplaced(value)
            default: continue
            }
        }
        noteOpenRollouts()
    }

    /// The attempts that are told of to bring `taskDefinition` (`family:revision`) of a service live, oldest first.
    func attempts(of service: String, _ taskDefinition: String) -> [Value] {
        guard let revision = ServiceRollout.revision(taskDefinition) else { return [] }
        return rolloutFiles[RolloutFile.path(service, revision)]?["attempts"]?.list ?? []
    }

    /// Services whose newest attempt was under way when it was written down: how it ended has to be asked.
    private mutating func noteOpenRollouts() {
        for file in rolloutFiles.values {
            guard let service = file["service"]?.string, let last = file["attempts"]?.list?.last,
                RolloutFile.isOpen(last)
            else { continue }
            records[ResourceID("Service", service)]?.outputs["openRollout"] = file["revision"]
        }
    }

    /// The outputs that are remembered of each resource, with the newest attempt of each template version of a group.
    var recordedOutputs: [ResourceID: [String: Value]] {
        let attempts = refreshFiles.values.compactMap { file -> (group: String, attempt: Value)? in
            guard let group = file["group"]?.string, let last = file["attempts"]?.list?.last else { return nil }
            return (group, last)
        }.sorted { ($0.attempt["startedAt"]?.string ?? "") < ($1.attempt["startedAt"]?.string ?? "") }
        return attempts.reduce(into: records.mapValues(\.outputs)) { recorded, entry in
            let id = ResourceID("AutoScalingGroup", entry.group)
            let before = recorded[id]?["refreshes"]?.list ?? []
            recorded[id, default: [:]]["refreshes"] = .list(before + [entry.attempt])
        }
    }

    private mutating func readEnvironment(_ value: Value) {
        statusFile = value
        settled = value["source"]?["settled"]?.string
        settledAt = value["source"]?["settledAt"]?.string
        applied = value["source"]?["applied"]?.string
        observed = value["source"]?["observed"]?.string
        verified = value["source"]?["verified"]?.string
        for item in value["quarantine"]?.list ?? [] {
            if let held = Quarantine(item) { quarantine[held.service] = held }
        }
        deletions = (value["deleted"]?.list ?? []).compactMap(RecentDeletion.init)
        environmentConditions = (value["conditions"]?.list ?? []).compactMap(Condition.init)
    }

    private mutating func readResource(_ value: Value) {
        guard let kind = value["kind"]?.string, let name = value["name"]?.string else { return }
        let id = ResourceID(kind, name)
        resourceFiles[id] = value
        conditions[id] = (value["conditions"]?.list ?? []).compactMap(Condition.init)
        // What Git once gave up is new when it comes back.
        guard let commit = value["appliedCommit"]?.string, let hash = value["specHash"]?.string,
            value[Self.orphanMark] == nil
        else { return }
        let drift = drift(of: id)
        records[id] = AppliedRecord(
            commit: commit, specHash: hash,
            stated: Set((value["stated"]?.list ?? []).compactMap { $0.string.map(FieldPath.init(pointer:)) }),
            owned: (value["owned"]?.list ?? []).compactMap { Self.claim($0, of: id) },
            driftSince: drift.mapValues(\.since), driftGit: drift.mapValues(\.git),
            pins: (value["pinned"]?.object ?? [:]).compactMapValues(\.string),
            outputs: ["arn", "revisions", "runs"].reduce(into: [:]) { $0[$1] = value[$1] })
    }

    private mutating func readReplaced(_ value: Value) {
        guard let kind = value["kind"]?.string, let name = value["name"]?.string else { return }
        replaced[ResourceID(kind, name)] = value
    }

    /// What is added to the file of a resource that Git no longer has.
    static let orphanMark = "orphaned"
    /// Beside it: the newest commit that had the resource, whose policy holds.
    static let lastWanted = "lastWanted"

    /// The newest commit that was seen to have what the resource's `file` is about.
    func newestCommit(having file: Value) -> String? { file[Self.lastWanted]?.string ?? observed }

    /// One field's drift as the status file tells it.
    struct Drift {
        /// Seconds since 1970.
        var since: Int
        /// What Git said then.
        var git: Value
        /// Who made it, where that was found out.
        var author: ChangeAuthor?
    }

    /// The drift that was reported of a resource.
    func drift(of id: ResourceID) -> [FieldPath: Drift] {
        (resourceFiles[id]?["drift"]?.list ?? []).reduce(into: [:]) { found, item in
            guard let field = item["field"]?.string, let since = item["since"]?.string.flatMap(UTC.seconds) else {
                return
            }
            found[FieldPath(pointer: field)] = Drift(
                since: since, git: item["git"] ?? .null, author: ChangeAuthor(file: item))
        }
    }

    private static func claim(_ value: Value, of id: ResourceID) -> Claim? {
        guard let field = value["field"]?.string, let owner = value["owner"]?.string else { return nil }
        if value["band"]?.string == "split" {
            return Claim(id, FieldPath(pointer: field), owner: owner, reach: .split)
        }
        let band = (value["band"]?.list ?? []).compactMap(\.integer)
        let range = band.count == 2 && band[0] <= band[1] ? band[0]...band[1] : nil
        return Claim(id, FieldPath(pointer: field), owner: owner, band: range)
    }
}
