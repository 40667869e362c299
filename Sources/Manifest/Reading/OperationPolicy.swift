public import Model

/// What `policy` says about when writes may happen and what a failed rollout leads to; of a whole manifest.
public struct OperationPolicy: Sendable, Equatable {
    /// What Neap does in Git when ECS rolled a deployment back.
    public enum OnRollback: String, Sendable, CaseIterable { case hold, revert }

    /// Who has to agree before a write, as written: a truth value or a mapping; nil when nothing is said.
    public var approval: Value?
    /// When writes may happen, as written: a list of mappings; nil when always.
    public var windows: Value?
    /// A Service's; nil when nothing is said.
    public var onRollback: OnRollback?
    /// A Service's, 1 minute to 24 hours; nil when nothing is said.
    public var rolloutTimeout: Duration?

    /// Says nothing.
    public init() {}
}
