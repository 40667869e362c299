public import Model

/// Whether making a write a second time does what making it once does.
public struct Repetition: Sendable {
    /// The call, with its idempotency tokens filled in.
    public let call: AWSCall
    /// True when the request carries a client token, by which AWS tells repetitions.
    public let hasToken: Bool

    /// The rule without a caller's own: tokens, and operations that state an end rather than a step.
    public var isSafe: Bool {
        if hasToken { return true }
        // A second forced deployment is another deployment.
        if call.operation == "UpdateService", call.input["forceNewDeployment"]?.bool == true { return false }
        return Self.exact.contains(call.operation) || Self.verbs.contains { call.operation.hasPrefix($0) }
    }

    /// Beginnings of operations that set something to a stated value or take it away.
    private static let verbs = [
        "Update", "Put", "Modify", "Set", "Delete", "Deregister", "Tag", "Untag", "Add", "Remove", "Attach", "Detach",
        "Enable", "Disable", "Suspend", "Resume", "CreateOrUpdate", "AssumeRole",
    ]
    /// Upserts whose names do not say so, and creations that AWS takes twice when nothing differs.
    private static let exact: Set = [
        "RegisterTargets", "RegisterScalableTarget", "CreateTags", "CreateCluster", "CreateTargetGroup",
        "CreateLoadBalancer", "CreateListener",
    ]
}
