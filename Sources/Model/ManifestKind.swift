/// What reading manifests needs to know of a kind: its schema, and what one manifest of it turns into.
public struct ManifestKind: Sendable {
    /// Shape and rules.
    public let schema: KindSchema
    /// The spec's member that names a file in AWS's own shape, which then is the spec (`file` of a TaskDefinition); nil when there is none.
    public let fileMember: String?
    /// One checked, not yet linked manifest to itself and its parts; may say what is wrong with it.
    public let expand: @Sendable (Resource) -> (parts: [Resource], diagnostics: [Diagnostic])
    /// What is wrong with AWS's name of a resource; nil when nothing is.
    public let nameProblem: @Sendable (String) -> String?

    /// A kind whose manifests are what `expand` makes of them; itself alone unless given. Every name will do unless
    /// `nameProblem` says otherwise.
    public init(
        _ schema: KindSchema, fileMember: String? = nil,
        expand: @escaping @Sendable (Resource) -> (parts: [Resource], diagnostics: [Diagnostic]) = { ([$0], []) },
        nameProblem: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.schema = schema
        self.fileMember = fileMember
        self.expand = expand
        self.nameProblem = nameProblem
    }
}

/// Something that exists outside the repository and is found by its tags or an SSM parameter.
public struct Lookup: Sendable, Hashable {
    /// How it is found.
    public enum Query: Sendable, Hashable {
        /// All of these tags; the list of matches, sorted.
        case tags([String: String])
        /// The value of this SSM parameter.
        case ssm(String)
    }

    /// `Subnet`, `SecurityGroup`, `Image` or `VPC`.
    public var kind: String
    public var query: Query
    /// Where it was first written.
    public var place: Place?

    /// A lookup of a `kind`.
    public init(_ kind: String, _ query: Query, place: Place? = nil) {
        self.kind = kind
        self.query = query
        self.place = place
    }

    /// The pseudo-resource whose outputs `id` (the one match) and `ids` (all of them) references name.
    public var id: ResourceID {
        switch query {
        case .tags(let tags):
            let text = tags.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
            return ResourceID("Lookup", "\(kind)?\(text)")
        case .ssm(let name): return ResourceID("Lookup", "\(kind)?ssm=\(name)")
        }
    }
}
