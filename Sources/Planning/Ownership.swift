public import Model

/// Whose an AWS resource is, as its tags say (DESIGN section 6).
public struct Ownership: Sendable, Equatable {
    /// The tag that names the environment.
    public static let environmentTag = "neap:environment"
    /// The tag that names the repository.
    public static let ownerTag = "neap:owner"
    /// The tag that names the manifest or part.
    public static let resourceTag = "neap:resource"
    /// The tag that holds the spec's hash at creation.
    public static let specHashTag = "neap:spec-hash"

    /// The tag that a person puts on a cluster to hold back its whole environment while Git can not be asked; its value says
    /// why.
    public static let suspendedTag = "neap:suspended"

    /// The environment's name.
    public var environment: String
    /// The repository's host and path, or `Environment.spec.owner`.
    public var owner: String

    /// What this environment of this repository owns.
    public init(environment: String, owner: String) {
        self.environment = environment
        self.owner = owner
    }

    /// The tags that Neap puts on what it makes for `id`.
    public func tags(for id: ResourceID, specHash: String) -> [String: String] {
        [
            Self.environmentTag: environment, Self.ownerTag: owner, Self.resourceTag: id.description,
            Self.specHashTag: specHash,
        ]
    }

    /// Why `live` must not be written to; nil when it may.
    ///
    /// `tags` nil means that AWS gives the thing no tags: it is owned with what it belongs to.
    /// `isWanted` says whether the environment has a resource of that name: only then can the thing be another one's.
    public func refusal(
        of id: ResourceID, tags: [String: String]?, adoptable: Bool, isWanted: (ResourceID) -> Bool = { _ in false }
    ) -> Refusal? {
        guard let tags else { return nil }
        if let stack = tags["aws:cloudformation:stack-name"] {
            return Refusal(.conflict, "belongs to the CloudFormation stack \(stack)")
        }
        guard let environment = tags[Self.environmentTag], let owner = tags[Self.ownerTag] else {
            if adoptable { return nil }
            return Refusal(
                .notOwned, "exists and was not made by Neap; it is only observed until policy.adopt is true")
        }
        if environment == self.environment && owner == self.owner {
            let other = tags[Self.resourceTag].flatMap(ResourceID.init(parsing:)) ?? id
            guard other != id, isWanted(other) else { return nil }
            return Refusal(.conflict, "is already \(other)'s: two manifests name one thing in AWS")
        }
        return Refusal(.conflict, "belongs to environment \(environment) of \(owner)" + wayOut(environment, owner))
    }

    /// The repository may be that one under a newer name: it had no remote then, or it has moved.
    private func wayOut(_ environment: String, _ owner: String) -> String {
        guard environment == self.environment else { return "" }
        return "; if this repository is that one, state `owner: \(owner)` in the environment's spec"
    }

    /// A reason and its text.
    public struct Refusal: Sendable, Equatable {
        public var reason: Reason
        public var message: String

        init(_ reason: Reason, _ message: String) {
            self.reason = reason
            self.message = message
        }
    }
}
