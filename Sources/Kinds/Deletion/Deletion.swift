public import Model

/// How a live resource is taken away: pure, so that a plan shows what is sent.
public struct Deletion: Sendable, Equatable {
    /// The calls that make it ready while what stands on it is still there (a group is emptied), in order.
    public var preparation: [PlannedCall]
    /// The calls that take it away once nothing stands on it any more, in order; empty for what leaves nothing behind.
    public var calls: [PlannedCall]
    /// Why AWS would refuse, with the fix; nil when it would not.
    public var refusal: String?
    /// What the resource is like now, for the requirements of this deletion and of others: `instances`, `tasks`.
    public var state: [String: Value]

    /// A deletion by `calls`.
    public init(
        _ calls: [PlannedCall] = [], preparing preparation: [PlannedCall] = [], refusal: String? = nil,
        state: [String: Value] = [:]
    ) {
        self.preparation = preparation
        self.calls = calls
        self.refusal = refusal
        self.state = state
    }

    /// A deletion by one call.
    init(_ service: String, _ operation: String, _ input: Value, refusal: String? = nil) {
        self.init([.deleting(service, operation, input)], refusal: refusal)
    }
}

extension PlannedCall {
    /// A call that takes something away, or brings that about.
    static func deleting(
        _ service: String, _ operation: String, _ input: Value, summary: String = "",
        requires: [Requirement] = []
    ) -> PlannedCall {
        PlannedCall(AWSCall(service, operation, input), .deletes, summary: summary, requires: requires)
    }
}

extension Live {
    /// The ARN as a request takes it.
    var arn: Value { outputs["arn"] ?? .null }
}
