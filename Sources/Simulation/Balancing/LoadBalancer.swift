public import Model

/// A load balancer.
public struct LoadBalancer: Sendable {
    /// Its name.
    public let name: String
    /// Its ARN.
    public let arn: String
    /// As DescribeLoadBalancers shows it, without `state`.
    public var shown: Value
    /// AWS's keys to values, the defaults included.
    public var attributes: [String: String]
    /// `provisioning`, `active`, ….
    public internal(set) var state = "provisioning"
    /// AWS's list of `{key, value}`.
    public var tags: Value
    /// Its listeners, oldest first.
    public internal(set) var listeners: [ListenerID] = []
    /// When it was made.
    public let createdAt: Instant

    /// AWS's `Type`: `application`, `network` or `gateway`.
    public var type: String { shown["type"]?.string ?? "application" }

    /// What was asked for, defaults included; nothing that AWS made up.
    var settings: Value {
        var settings = shown
        for name in ["loadBalancerArn", "dnsName", "canonicalHostedZoneId", "createdTime"] { settings[name] = nil }
        return settings
    }
}
