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
    /// Which listeners and rules forward to it, oldest first.
    var uses: [Use] = []

    /// A listener or a rule that forwards to a target group.
    struct Use: Sendable, Hashable {
        /// The listener's or the rule's ARN.
        let holder: String
        let loadBalancer: LoadBalancerID
    }

    /// How long a target drains: `deregistration_delay.timeout_seconds`, 0 to 3600 s.
    public var deregistrationDelay: Span {
        .seconds(attributes["deregistration_delay.timeout_seconds"].flatMap { Int($0) } ?? 300)
    }

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

        /// As DescribeTargetGroups shows it.
        init(shown: Value) {
            isEnabled = shown["healthCheckEnabled"]?.bool ?? true
            interval = shown["healthCheckIntervalSeconds"]?.integer.map(Span.seconds) ?? interval
            timeout = shown["healthCheckTimeoutSeconds"]?.integer.map(Span.seconds) ?? timeout
            healthyThreshold = shown["healthyThresholdCount"]?.integer ?? healthyThreshold
            unhealthyThreshold = shown["unhealthyThresholdCount"]?.integer ?? unhealthyThreshold
        }
    }
}
