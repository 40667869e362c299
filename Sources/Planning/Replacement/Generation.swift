public import Model

/// Which thing in AWS is a resource's now, and which came before it.
public struct Generation: Sendable {
    /// The name in AWS of the one that Git wants.
    public var awsName: String
    /// Those that came before it and are still there, the ones that are remembered and gone too.
    public var predecessors: [Predecessor] = []
    /// What only a new one can have; empty once it is made.
    public var causes: [FieldChange] = []
    /// How many of its targets answer; nil for what has none, and when AWS does not tell.
    public var healthyTargets: Int?
    /// The same of those that came before it, together.
    public var formerHealthyTargets: Int?
    /// Why what differs is not replaced, with what to do; nil when nothing of that kind differs.
    public var refusal: String?

    /// The thing called `awsName`, which came first.
    public init(awsName: String) { self.awsName = awsName }

    /// Those that are still there.
    public var living: [Predecessor] { predecessors.filter { $0.live != nil } }
}
