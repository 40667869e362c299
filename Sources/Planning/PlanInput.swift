public import Model

/// Everything that a plan is made from.
public struct PlanInput: Sendable {
    /// What to do about drift.
    public enum DriftHandling: Sendable {
        /// Git's value is written back at once.
        case correct
        /// By each resource's policy: reported, or written back once it is as old as `correctAfter` seconds.
        case byPolicy(now: Int, correctAfter: Int)
    }

    /// What is wanted and is well formed, references linked.
    public var desired: [ResourceID: Resource]
    /// What is written but broken: never to be thought absent.
    public var invalid: Set<ResourceID> = []
    /// False when some manifest could not even be named, so that what is missing need not be gone.
    public var isComplete = true
    /// True when the status branch was taken over or lost: what Git said before is not known, so that every difference may
    /// be somebody else's doing.
    public var hasLostMemory = false
    public var observed: [ResourceID: Observation]
    /// Outputs of lookups and of what is live.
    public var outputs: [Reference: Value]
    public var memory: [ResourceID: AppliedRecord] = [:]
    public var ownership: Ownership
    /// Of every desired resource as it is written, references by name: what the tags carry.
    public var specHashes: [ResourceID: String]
    public var region: String
    public var accountID: String
    public var drift = DriftHandling.correct
    /// What tasks and instances there are; nil when they were not looked at, because nothing rolls.
    public var capacity: ObservedCapacity?
    /// Revisions that were rolled back and are held.
    public var quarantine: [ResourceID: Quarantine] = [:]
    /// Resources of which a person asked to try again what failed.
    public var retried: Set<ResourceID> = []
    /// True when a person asked for the newest images whatever was pinned.
    public var refreshesImages = false
    /// For `policy.windows`, in seconds since 1970; nil when time plays no part.
    public var now: Int?
    /// What people have approved in Git.
    public var approvals = Approvals()
    /// Resources that an operator holds back, with who, since when and why, for a person.
    public var heldBack: [ResourceID: String] = [:]
    /// Which thing in AWS is whose where that is not simply the one of its name: a new one beside what it replaces.
    public var generations: [ResourceID: Generation] = [:]
    /// Replaced things that something still uses while nothing is on its way to change that, each with what does.
    var inUse: [ResourceID: String] = [:]
    /// What is to be deleted; nil when deletion is off, or what Neap remembers is not believed.
    public var departed: Departed?
    /// The service that this very process runs in; nil outside of ECS.
    public var own: OwnService?
    /// Why nothing may be written in the whole environment until somebody lets it, for a person; nil when it may.
    public var suspended: String?

    /// The input for `desired` against `observed`.
    public init(
        desired: [ResourceID: Resource], observed: [ResourceID: Observation], outputs: [Reference: Value],
        ownership: Ownership, specHashes: [ResourceID: String], region: String, accountID: String
    ) {
        self.desired = desired
        self.observed = observed
        self.outputs = outputs
        self.ownership = ownership
        self.specHashes = specHashes
        self.region = region
        self.accountID = accountID
    }

    /// Why nothing of the resource may be written until somebody lets it, for a person; nil when it may.
    func suspension(of resource: Resource) -> String? {
        suspended ?? (resource.policy.suspend ? "suspended" : heldBack[resource.id])
    }
}
