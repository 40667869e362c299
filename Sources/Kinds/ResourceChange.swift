public import Model

/// What a resource wants of AWS: to be made, or some fields changed.
public struct ResourceChange: Sendable {
    /// What is wanted; its spec may hold references to what does not exist yet.
    public var resource: Resource
    /// What is there; nil when it has to be made.
    public var live: Live?
    /// What differs; empty when it has to be made. None of them replaces: those never reach a kind.
    public var changes: [FieldChange]
    /// What others move of this resource.
    public var claims: [Claim]
    /// Fields that stay as AWS has them whatever the spec says: ignored ones and drift that is only reported.
    public var untouched: [FieldPath] = []
    /// What the resource's gated calls must wait for; the kind puts them into `requires` of those calls.
    public var gates: [Gate] = []
    /// True when a person asked to try again what failed.
    public var isRetried = false
    /// Neap's own tags, to be put on what is made: `neap:environment`, `neap:owner`, `neap:resource`, `neap:spec-hash`.
    public var ownership: [String: String]
    public var region: String
    public var accountID: String

    /// A change of `resource`.
    public init(
        _ resource: Resource, live: Live? = nil, changes: [FieldChange] = [], claims: [Claim] = [],
        ownership: [String: String] = [:], region: String, accountID: String
    ) {
        self.resource = resource
        self.live = live
        self.changes = changes
        self.claims = claims
        self.ownership = ownership
        self.region = region
        self.accountID = accountID
    }

    /// What is to be written: Git's spec, in which fields that are `untouched` are as AWS has them.
    public var spec: Value {
        guard let live, !untouched.isEmpty else { return resource.spec }
        let kept = KeptFields(schema: allKindSchemas[resource.id.kind], live: live.spec)
        return kept.laid(over: resource.spec, at: untouched)
    }
    /// True when drift that is only reported is written along, so that what is made is not what Git says.
    var keepsDrift: Bool { untouched.contains { path in !resource.policy.ignore.contains { $0.covers(path) } } }
    /// The manifest's tags and Neap's own, for creation.
    public var creationTags: [String: String] {
        let stated = (spec["tags"]?.object ?? [:]).compactMapValues(\.scalarText)
        return stated.merging(ownership) { _, ours in ours }
    }

    /// True when something below the top-level member `name` changes.
    public func touches(_ name: String) -> Bool { changes.contains { $0.path.parts.first == name } }
    /// The top-level members that change, sorted, without tags.
    public var touchedMembers: [String] {
        Set(changes.compactMap(\.path.parts.first)).subtracting(["tags"]).sorted()
    }
    /// The dearest effect among the changes of these top-level members; of all when nil.
    public func effect(of members: some Collection<String>) -> Effect {
        changes.filter { $0.path.parts.first.map(members.contains) == true }.map(\.effect).max() ?? .noRestart
    }
    /// What `steps` must wait for.
    public func requirements(of steps: Gate.Steps) -> [PlannedCall.Requirement] {
        gates.filter { $0.steps == steps }.map(\.requirement)
    }

    /// True when something else moves the field.
    public func isClaimed(_ path: FieldPath) -> Bool { claims.contains { $0.path == path } }
    /// The tags to write and to take away, from the changes below `tags`.
    public var tagChanges: (set: [String: String], remove: [String]) {
        let changed = changes.filter { $0.path.parts.first == "tags" && $0.path.parts.count == 2 }
        let pairs = changed.compactMap { change in change.desired?.scalarText.map { (change.path.parts[1], $0) } }
        return (
            Dictionary(pairs) { _, last in last },
            changed.filter { $0.desired == nil }.map { $0.path.parts[1] }.sorted()
        )
    }
}
