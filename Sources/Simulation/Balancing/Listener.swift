public import Model

/// Where a listener or a rule sends requests: a target group and its weight, 0 to 999.
public struct Forward: Sendable, Hashable {
    /// The target group's ARN.
    public var targetGroupArn: String
    /// Its weight.
    public var weight: Int

    /// A share.
    public init(targetGroupArn: String, weight: Int) {
        self.targetGroupArn = targetGroupArn
        self.weight = weight
    }
}

/// A listener.
public struct Listener: Sendable {
    /// Its ARN.
    public let arn: String
    /// Its load balancer.
    public let loadBalancer: LoadBalancerID
    /// As DescribeListeners shows it, without `defaultActions`.
    public var shown: Value
    /// As AWS shows them, weights included.
    public var defaultActions: [Value]
    /// AWS's keys to values.
    public var attributes: [String: String]
    /// Certificates beyond the default one, by ARN.
    public var certificates: [String] = []
    /// AWS's list of `{key, value}`.
    public var tags: Value
    /// Its rules without the default one, oldest first.
    public internal(set) var rules: [RuleID] = []
    /// The ARN of its default rule.
    public let defaultRuleArn: String
}

/// A rule of a listener.
public struct ListenerRule: Sendable {
    /// Its ARN.
    public let arn: String
    /// Its listener.
    public let listener: ListenerID
    /// 1 to 50000.
    public internal(set) var priority: Int
    /// As DescribeRules shows it, without `priority` and `actions`.
    public var shown: Value
    /// As AWS shows them, weights included.
    public var actions: [Value]
    /// AWS's list of `{key, value}`.
    public var tags: Value
}
