public import Kinds
public import Model

/// What decides about one resource's generations besides what AWS shows under its names.
public struct SuccessionInput: Sendable {
    /// As the manifest has it, references by name.
    public var written: Resource
    /// The same with what is known filled in.
    public var resource: Resource
    public var kind: any Kind.Type
    public var replacement: Replacement
    /// Whose an AWS resource has to be to be replaced, or to be the new one.
    public var ownership: Ownership
    /// False for what has left Git: then nothing is replaced any more.
    public var isWanted = true
    /// What the status branch remembers.
    public var record: AppliedRecord?
    /// AWS's name of the one that was last written down; nil when there is none.
    public var knownName: String?
    /// What it replaced and was still there then: the ids, with AWS's names.
    public var remembered: [ResourceID: String] = [:]
    /// True when the status branch was taken over or lost: then nobody can tell what Git changed.
    public var hasLostMemory = false
    /// True when it was written to in this pass, so that AWS may not show it yet.
    public var isJustMade = false
    /// Why this resource can not be replaced for such changes; nil when it can.
    public var refusal: @Sendable ([FieldChange]) -> String? = { _ in nil }
    /// True for a resource that is known to be there or known not to be.
    public var isKnown: @Sendable (ResourceID) -> Bool = { _ in true }
    /// Load balancers that are replaced, by ARN, with the name of the new one: their target groups go with them.
    public var leftBalancers: [String: String] = [:]
    /// What a new one is made for besides its own members: names of load balancers.
    public var marks: [String] = []

    /// About `written`, which `resource` is with what is known filled in.
    public init(
        _ written: Resource, resolved resource: Resource, _ kind: any Kind.Type, _ replacement: Replacement,
        ownership: Ownership
    ) {
        self.written = written
        self.resource = resource
        self.kind = kind
        self.replacement = replacement
        self.ownership = ownership
    }

    /// The name that a new one would have beside an old one.
    var generatedName: String {
        GeneratedName.of(
            written, schema: kind.schema, environment: ownership.environment, marks: marks,
            limit: replacement.nameLimit)
    }

    /// The name to look for first.
    public var firstName: String { knownName ?? resource.awsName }

    /// The resource as AWS is asked for it under another name.
    func asked(as name: String) -> Resource {
        var copy = resource
        copy.id = ResourceID(resource.id.kind, "\(resource.id.name)@\(name)")
        copy.awsName = name
        return copy
    }
}
