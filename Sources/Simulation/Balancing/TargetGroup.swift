public import Model

/// A target group.
public struct TargetGroup: Sendable {
    /// Its name.
    public let name: String
    /// Its ARN.
    public let arn: String
    /// Its own number.
    public let ordinal: UInt64
    /// As DescribeTargetGroups shows it, without `loadBalancerArns`.
    public var shown: Value
    /// AWS's keys to values, the defaults included.
    public var attributes: [String: String]
    /// AWS's list of `{key, value}`.
    public var tags: Value
    /// How targets are probed.
    public internal(set) var check: HealthCheck
    /// Its targets, the draining ones too, oldest first.
    public internal(set) var targets: [TargetID] = []
    /// Load balancers whose listeners or rules name it, in order.
    public internal(set) var loadBalancers: [LoadBalancerID] = []
    /// How many `healthy` targets it has.
    public internal(set) var healthyCount = 0

    /// How targets are probed, with AWS's defaults (aws-facts 4.10).
    public struct HealthCheck: Sendable, Hashable {
        /// False only for targets that cannot be probed.
        public var isEnabled = true
        /// Between two probes.
        public var interval = Span.seconds(30)
        /// How long an answer may take.
        public var timeout = Span.seconds(5)
        /// Successes in a row.
        public var healthyThreshold = 5
        /// Failures in a row.
        public var unhealthyThreshold = 2

        /// AWS's defaults.
        public init() {}
    }
}

/// A target of a target group.
public struct Target: Sendable {
    /// AWS's `State`.
    public enum State: String, Sendable {
        case initial
        case healthy
        case unhealthy
        case unused
        case draining
        case unavailable
    }

    /// Its group.
    public let group: TargetGroupID
    /// Its own number.
    public let ordinal: UInt64
    /// An instance's id or an IP address.
    public let id: String
    /// Its port.
    public let port: Int
    /// Its zone; nil for the group's own.
    public let zone: String?
    /// The task behind it; nil for one that a person registered.
    public let task: TaskID?
    /// How it stands.
    public internal(set) var state = State.initial
    /// AWS's `Reason`; nil when it is healthy.
    public internal(set) var reason: String?
    /// AWS's `Description`; nil for none.
    public internal(set) var description: String?
    /// When it was registered.
    public let registeredAt: Instant
    /// What it answers now, so that a transition knows what it is for.
    var answers = false
    /// Events of an older epoch are dropped.
    var epoch: Int32 = 0
}
