/// Elastic Load Balancing (version 2) of one region.
public struct Balancing: Sendable {
    /// Load balancers.
    public internal(set) var loadBalancers = Slab<LoadBalancer>()
    /// By ARN.
    public internal(set) var loadBalancerArns: [String: LoadBalancerID] = [:]
    /// By name.
    public internal(set) var loadBalancerNames: [String: LoadBalancerID] = [:]
    /// Listeners.
    public internal(set) var listeners = Slab<Listener>()
    /// By ARN.
    public internal(set) var listenerArns: [String: ListenerID] = [:]
    /// Rules, without the listeners' default ones.
    public internal(set) var rules = Slab<ListenerRule>()
    /// By ARN; the default rules' ARNs are in `defaultRules`.
    public internal(set) var ruleArns: [String: RuleID] = [:]
    /// The listeners of default rules, by the rules' ARNs.
    public internal(set) var defaultRules: [String: ListenerID] = [:]
    /// Target groups.
    public internal(set) var targetGroups = Slab<TargetGroup>()
    /// By ARN.
    public internal(set) var targetGroupArns: [String: TargetGroupID] = [:]
    /// By name.
    public internal(set) var targetGroupNames: [String: TargetGroupID] = [:]
    /// Targets.
    public internal(set) var targets = Slab<Target>()
    /// Targets by what makes them one.
    public internal(set) var targetKeys: [TargetKey: TargetID] = [:]
    /// Targets by their own id (an instance's, an address), oldest first, so that an instance finds its own.
    var targetsOfID: [String: [TargetID]] = [:]

    /// No load balancers.
    public init() {}
}

/// What makes a target one: AWS knows no two of the same id and port in a group.
public struct TargetKey: Sendable, Hashable {
    /// Its group.
    public let group: TargetGroupID
    /// An instance's id or an IP address.
    public let id: String
    /// Its port.
    public let port: Int

    /// A key.
    public init(group: TargetGroupID, id: String, port: Int) {
        self.group = group
        self.id = id
        self.port = port
    }
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
