/// What a kind needs of IAM: operations of one service, on which resources, and how far they are narrowed.
///
/// Policies are written from these (`neap bootstrap`). What AWS can narrow an operation by is held against its service
/// authorization reference, `Tests/BootstrapTests/permissions.txt`.
public struct Grant: Sendable, Hashable {
    /// How far operations are narrowed.
    public enum Guard: String, Sendable, CaseIterable {
        /// They change nothing: any resource.
        case read
        /// They read what services wrote: what carries the environment's tag.
        case readTagged
        /// They read parameters: those that are listed.
        case parameters
        /// What they make carries the environment's tag.
        case make
        /// What they make carries the environment's tag, and so does what it becomes a part of.
        case add
        /// What they change carries the environment's tag.
        case change
        /// They make or change, by whether it is there.
        case put
        /// They write tags: while something is made, or on what carries the environment's tag.
        case tag
        /// AWS lets nobody narrow them.
        case any
        /// On the lease table alone.
        case lease
        /// On the queue of hints alone.
        case queue
        /// Of roles that are listed.
        case assume
    }

    /// `AWSCall.service`.
    public var service: String
    /// AWS's names of the operations.
    public var operations: [String]
    /// How far they are narrowed.
    public var narrowing: Guard
    /// What stands at the end of the resources' ARNs, `service/*`; empty where AWS does not tell resources apart.
    public var resources: [String]
    /// Ends of ARNs that the same call names besides and that carry no tags: whoever may not do it to the tagged
    /// resource may not do it at all.
    public var companions: [String]

    /// The `operations`, separated by spaces, on `resources`.
    public init(
        _ service: String, _ narrowing: Guard, _ operations: String, on resources: [String] = [],
        with companions: [String] = []
    ) {
        self.service = service
        self.operations = operations.split(separator: " ").map(String.init)
        self.narrowing = narrowing
        self.resources = resources
        self.companions = companions
    }

    /// Everything that Neap calls: the kinds' grants, then what no kind calls.
    public static var all: [Grant] { allKinds.flatMap { $0.grants } + beside }
}
