/// One thing that a repository wants: a manifest, or a part of one, checked and linked.
public struct Resource: Sendable {
    /// Its name in the environment.
    public var id: ResourceID
    /// AWS's own name: the spec's name member where stated, else `metadata.name`.
    public var awsName: String
    /// What is wanted, members in lower camel case, without the name member; may hold references.
    public var spec: Value
    /// What Neap may do with it.
    public var policy: Policy
    /// For selecting; no AWS tags.
    public var labels: [String: String]
    /// Where the manifest (or, for a part, its mapping) begins.
    public var place: Place
    /// The manifest that it was written in; its own id for whole manifests.
    public var manifest: ResourceID
    /// What `policy.dependsOn` and the kind's own rules add to the references.
    public var dependsOn: Set<ResourceID>

    /// A resource as written at `place`.
    public init(
        _ id: ResourceID, awsName: String, spec: Value, policy: Policy = Policy(), labels: [String: String] = [:],
        place: Place, manifest: ResourceID? = nil, dependsOn: Set<ResourceID> = []
    ) {
        self.id = id
        self.awsName = awsName
        self.spec = spec
        self.policy = policy
        self.labels = labels
        self.place = place
        self.manifest = manifest ?? id
        self.dependsOn = dependsOn
    }
}

/// What stands beside `spec` in a manifest (DESIGN section 4); the environment's defaults already filled in.
public struct Policy: Sendable, Equatable {
    /// What to do about a live value that somebody else changed.
    public enum Drift: String, Sendable, CaseIterable { case report, correct }
    /// Whether all instances that may hold a service's tasks may be Spot.
    public enum AllSpot: String, Sendable, CaseIterable { case allow, forbid }
    /// What becomes of the AWS resource when the manifest goes.
    public enum Deletion: String, Sendable, CaseIterable { case delete, retain }
    /// What Neap does in Git when ECS rolled a deployment back.
    public enum OnRollback: String, Sendable, CaseIterable {
        /// Says so on the status branch, and does not try the revision again.
        case hold
        /// Pushes a branch `neap/revert/<service>-<revision>` with the revert commit besides.
        case revert
        /// Pushes the revert commit to the watched branch itself.
        case revertOnBranch
    }

    /// Whether an existing resource without our tags is taken over.
    public var adopt = false
    /// Fields that are neither compared nor written.
    public var ignore: [FieldPath] = []
    /// Fields unknown to the schema that are sent as written.
    public var unchecked: [FieldPath] = []
    /// Whether nothing may be written for now.
    public var suspend = false
    /// Nil when nothing is said, which leaves it to the kind.
    public var deletionPolicy: Deletion?
    public var drift = Drift.report
    /// A Service's: what Neap does in Git when ECS rolled a deployment back; nil when nothing is said, which is `hold`.
    public var onRollback: OnRollback?
    /// A Service's: how long a rollout may take before Neap says that it is stuck, 1 minute to 24 hours; nil leaves it to
    /// the forecast. A deadline holds and explains, it never rolls back (DESIGN section 9).
    public var rolloutTimeout: Duration?
    /// A Service's: whether `neap lint` lets every instance behind it be Spot; nil when nothing is said, which is `allow`.
    public var allSpot: AllSpot?
    /// When changes may be written; empty for always.
    public var windows: [Window] = []
    /// Changes of these effects are written only once a person has approved them in Git; empty for none.
    public var approval: Set<Effect> = []
    /// Rule ids that are allowed, each with the reason that a person gave.
    public var allow: [String: String] = [:]

    /// The policy that changes nothing on its own: report drift, adopt nothing.
    public init() {}
}
