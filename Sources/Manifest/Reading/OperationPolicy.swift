/// What `policy` says about what a failed rollout leads to; of a whole manifest.
public struct OperationPolicy: Sendable, Equatable {
    /// What Neap does in Git when ECS rolled a deployment back.
    public enum OnRollback: String, Sendable, CaseIterable { case hold, revert }

    /// A Service's; nil when nothing is said.
    public var onRollback: OnRollback?
    /// A Service's, 1 minute to 24 hours; nil when nothing is said.
    public var rolloutTimeout: Duration?

    /// Says nothing.
    public init() {}
}
