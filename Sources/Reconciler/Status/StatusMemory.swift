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
    /// `status.yaml` as a value; nil when there is none.
    var statusFile: Value?
    var conditions: [ResourceID: [Condition]] = [:]
    var environmentConditions: [Condition] = []
    var resourceFiles: [ResourceID: Value] = [:]
    var rolloutFiles: [String: Value] = [:]
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
            default: continue
            }
        }
    }

    private mutating func readEnvironment(_ value: Value) {
        statusFile = value
        settled = value["source"]?["settled"]?.string
        settledAt = value["source"]?["settledAt"]?.string
        applied = value["source"]?["applied"]?.string
        observed = value["source"]?["observed"]?.string
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
            outputs: ["arn", "revisions"].reduce(into: [:]) { $0[$1] = value[$1] })
    }

    /// What is added to the file of a resource that Git no longer has.
    static let orphanMark = "orphaned"

    /// The drift that was reported of a resource: since when, in seconds since 1970, and what Git said then.
    func drift(of id: ResourceID) -> [FieldPath: (since: Int, git: Value)] {
        (resourceFiles[id]?["drift"]?.list ?? []).reduce(into: [:]) { found, item in
            guard let field = item["field"]?.string, let since = item["since"]?.string.flatMap(UTC.seconds) else {
                return
            }
            found[FieldPath(pointer: field)] = (since, item["git"] ?? .null)
        }
    }

    private static func claim(_ value: Value, of id: ResourceID) -> Claim? {
        guard let field = value["field"]?.string, let owner = value["owner"]?.string else { return nil }
        let band = (value["band"]?.list ?? []).compactMap(\.integer)
        let range = band.count == 2 && band[0] <= band[1] ? band[0]...band[1] : nil
        return Claim(id, FieldPath(pointer: field), owner: owner, band: range)
    }
}
