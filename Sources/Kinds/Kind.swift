public import Model

/// A kind is a table and a few functions. Adding one is adding a folder and a line in `AllKinds.swift`.
public protocol Kind: Sendable {
    /// The one table that decoding, diff, JSON Schema, `neap explain` and masking read.
    static var schema: KindSchema { get }
    /// What one manifest turns into; itself alone unless the kind says otherwise. Parts have no manifests of their own.
    static var manifest: ManifestKind { get }
    /// The member that must be known before AWS can be asked (a listener's load balancer); nil when the name is enough.
    static var parentMember: FieldPath? { get }
    /// Whether an existing resource without Neap's tags is left alone until `policy.adopt` says otherwise.
    static var adoption: Adoption { get }

    /// The operations by which people change it or take it away, the likeliest first: what CloudTrail is asked for.
    static var writers: [String] { get }

    /// What it needs of IAM to be read and written; `neap bootstrap` makes policies of it.
    static var grants: [Grant] { get }

    /// Which of AWS's services takes the roles that its manifests name (`iam:PassedToService`); nil for none.
    static var passesRolesTo: String? { get }

    /// Whether it is something that is done (a task is run) and not something that is there: then nobody else can have
    /// changed it, and what was not done yet is never drift.
    static var isDeed: Bool { get }

    /// What becomes of it when its manifest goes and `policy.deletionPolicy` says nothing.
    static var deletionDefault: Policy.Deletion { get }
    /// How it is replaced by a new one beside it; nil for what can only be changed, or has to be replaced by hand.
    static var replacement: Replacement? { get }

    /// What is wrong with it beside the others; an error keeps it from being applied.
    static func faults(of resource: Resource, among all: ResourceIndex) -> [Diagnostic]
    /// The edges that AWS demands and nobody writes.
    static func dependencies(of resource: Resource, among all: ResourceIndex) -> Set<ResourceID>
    /// Fields of other resources that this one moves, and how far.
    static func claims(of resource: Resource) -> [Claim]
    /// Fields of this resource that AWS shows to be moved by something that no manifest describes.
    static func claims(on resource: Resource, live: Live) -> [Claim]
    /// Outputs that follow from the manifest alone, so that they are known before the resource exists; may hold references.
    static func outputs(of resource: Resource) -> [String: Value]
    /// Steps of other resources that must wait for a state of this one without standing on it: a group's bounds wait for
    /// the association of the capacity provider that names it.
    static func gates(of resource: Resource, among all: ResourceIndex) -> [Gate]
    /// What AWS has of `resources`, batched by the API's page size; one bad name never fails a batch.
    ///
    /// Every given resource gets an answer. Specs are resolved as far as is known; errors become `unknown`.
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation]
    /// Pure: the change as AWS calls, in order, with references where ids do not exist yet.
    static func calls(for change: ResourceChange) -> [PlannedCall]
    /// Pure: how the live resource is taken away.
    static func deletion(of resource: Resource, live: Live) -> Deletion
    /// Pure: who must be gone before it is made ready to go, beside what stands on it.
    static func users(of resource: Resource, among all: ResourceIndex) -> Set<ResourceID>
    /// Pure: what must be so of others before it goes, by the words of their deletions; met once they are gone.
    static func deletionRequirements(of resource: Resource, among all: ResourceIndex) -> [PlannedCall.Requirement]
    /// Pure: how the live resource does.
    static func health(of resource: Resource, live: Live) -> Health
    /// Pure: why the live resource is stuck or failed, with the line of `all` that it is about; nil when it is not, or
    /// nobody can tell.
    static func cause(of resource: Resource, live: Live, among all: ResourceIndex) -> Cause?
    /// Pure: fields that may not be written for now; `isRetried` when a person asked to try again what failed.
    static func holds(on resource: Resource, live: Live, isRetried: Bool) -> [Hold]
    /// Pure: the calls that stop what is under way so that what holds its gates goes first; none when nothing is.
    static func pause(_ resource: Resource, live: Live, for reason: String) -> [PlannedCall]
    /// Pure: the calls that end what is under way because it can not go well; none when nothing is.
    static func rescue(_ resource: Resource, live: Live) -> [PlannedCall]
    /// Pure: what a change costs here and now, where the table alone can not tell.
    static func effect(of change: FieldChange, on resource: Resource, live: Live) -> Effect
    /// Pure: what AWS gives this very resource where nothing is said at `path`; nil for nothing.
    static func absent(at path: FieldPath, of resource: Resource) -> Value?
    /// How many tasks or instances a roll of it moves; nil when it rolls nothing.
    static func rolledCount(of live: Live) -> Int?
}

/// Whether something that exists without Neap's tags may be written to.
public enum Adoption: Sendable {
    /// Only with `policy.adopt: true`.
    case byPolicy
    /// It belongs to whatever it is a part of (a policy to its scalable target), or writing never changes what is there
    /// (a new task definition revision).
    case notNeeded
}

/// A requirement laid on another resource's gated steps.
public struct Gate: Sendable, Equatable {
    /// Which of the resource's steps wait.
    public enum Steps: Sendable, Equatable {
        /// Those that raise a group's bounds.
        case bounds
        /// Those that replace instances.
        case instanceRollout
        /// Those that roll tasks.
        case taskRollout
        /// Those that roll tasks to another revision of their definition.
        case newRevision
    }

    /// Whose steps wait.
    public var resource: ResourceID
    /// Which of them.
    public var steps: Steps
    /// What they wait for.
    public var requirement: PlannedCall.Requirement

    /// These steps of `resource` wait for `requirement`.
    public init(_ resource: ResourceID, _ steps: Steps, _ requirement: PlannedCall.Requirement) {
        self.resource = resource
        self.steps = steps
        self.requirement = requirement
    }
}

extension Kind {
    public static func gates(of resource: Resource, among all: ResourceIndex) -> [Gate] { [] }
    public static func users(of resource: Resource, among all: ResourceIndex) -> Set<ResourceID> { [] }
    public static func deletionRequirements(
        of resource: Resource, among all: ResourceIndex
    ) -> [PlannedCall.Requirement] { [] }
    public static func outputs(of resource: Resource) -> [String: Value] { [:] }
    public static var manifest: ManifestKind { ManifestKind(schema) }
    public static var parentMember: FieldPath? { nil }
    public static var passesRolesTo: String? { nil }
    public static var adoption: Adoption { .byPolicy }
    public static var isDeed: Bool { false }
    public static var writers: [String] { [] }
    public static var deletionDefault: Policy.Deletion { .delete }
    public static func faults(of resource: Resource, among all: ResourceIndex) -> [Diagnostic] { [] }
    public static func dependencies(of resource: Resource, among all: ResourceIndex) -> Set<ResourceID> { [] }
    public static func claims(of resource: Resource) -> [Claim] { [] }
    public static func claims(on resource: Resource, live: Live) -> [Claim] { [] }
    public static func health(of resource: Resource, live: Live) -> Health { .healthy }
    public static func cause(of resource: Resource, live: Live, among all: ResourceIndex) -> Cause? { nil }
    public static func holds(on resource: Resource, live: Live, isRetried: Bool) -> [Hold] { [] }
    public static func pause(_ resource: Resource, live: Live, for reason: String) -> [PlannedCall] { [] }
    public static func rescue(_ resource: Resource, live: Live) -> [PlannedCall] { [] }
    public static func effect(of change: FieldChange, on resource: Resource, live: Live) -> Effect { change.effect }
    public static func absent(at path: FieldPath, of resource: Resource) -> Value? { schema.rule(at: path)?.absent }
    public static func rolledCount(of live: Live) -> Int? { nil }
}
