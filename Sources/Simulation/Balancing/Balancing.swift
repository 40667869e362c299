/// Elastic Load Balancing (version 2) of one region.
public struct Balancing: Sendable {
    /// Load balancers.
    public internal(set) var loadBalancers = Slab<LoadBalancer>()
    /// By ARN.
    public internal(set) var loadBalancerArns: [String: LoadBalancerID] = [:]
    /// Listeners.
    public internal(set) var listeners = Slab<Listener>()
    /// By ARN.
    public internal(set) var listenerArns: [String: ListenerID] = [:]
    /// Rules, without the listeners' default ones.
    public internal(set) var rules = Slab<ListenerRule>()
    /// By ARN; the default rules' ARNs are found at their listeners.
    public internal(set) var ruleArns: [String: RuleID] = [:]
    /// Target groups.
    public internal(set) var targetGroups = Slab<TargetGroup>()
    /// By ARN.
    public internal(set) var targetGroupArns: [String: TargetGroupID] = [:]
    /// Targets.
    public internal(set) var targets = Slab<Target>()

    /// No load balancers.
    public init() {}
}

/// A load balancer's key.
public typealias LoadBalancerID = Handle<LoadBalancer>
/// A listener's key.
public typealias ListenerID = Handle<Listener>
/// A rule's key.
public typealias RuleID = Handle<ListenerRule>
/// A target group's key.
public typealias TargetGroupID = Handle<TargetGroup>
/// A target's key.
public typealias TargetID = Handle<Target>
