public import Model

/// Application Auto Scaling for ECS services of one region (aws-facts 6).
public struct ScalingState: Sendable {
    /// Scalable targets, in the order of their making.
    public internal(set) var targets: [ScalableTarget] = []

    /// None.
    public init() {}
}

/// A scalable target and what stands on it.
public struct ScalableTarget: Sendable {
    /// AWS's `ServiceNamespace`.
    public let namespace: String
    /// `service/<cluster>/<service>`.
    public let resourceID: String
    /// `ecs:service:DesiredCount`.
    public let dimension: String
    /// AWS's ARN.
    public let arn: String
    /// Fewest.
    public internal(set) var minCapacity: Int
    /// Most.
    public internal(set) var maxCapacity: Int
    /// AWS's `RoleARN`.
    public var roleArn: String
    /// Dynamic scaling in, dynamic scaling out, scheduled scaling: held back.
    public internal(set) var suspended = Suspension()
    /// AWS's list of `{key, value}`.
    public var tags: Value
    /// When it was made.
    public let createdAt: Instant
    /// Its policies, oldest first.
    public internal(set) var policies: [ScalingPolicy] = []
    /// Its scheduled actions, oldest first.
    public internal(set) var scheduledActions: [ScheduledAction] = []
    /// What it did, newest first.
    public internal(set) var activities: [Activity] = []
    /// When it last scaled out and in; nil for never.
    var lastOut: Instant?
    var lastIn: Instant?

    /// AWS's `SuspendedState`.
    public struct Suspension: Sendable, Hashable {
        /// `DynamicScalingInSuspended`.
        public var scalingIn = false
        /// `DynamicScalingOutSuspended`.
        public var scalingOut = false
        /// `ScheduledScalingSuspended`.
        public var scheduled = false
        /// Nothing is held back.
        public init() {}
    }

    /// One of AWS's scaling activities.
    public struct Activity: Sendable {
        /// A UUID.
        public let id: String
        /// AWS's text.
        public let description: String
        /// AWS's text.
        public let cause: String
        /// When.
        public let at: Instant
        /// AWS's `StatusCode`.
        public let status: String
    }
}

/// A scaling policy.
public struct ScalingPolicy: Sendable {
    /// Its name.
    public let name: String
    /// Its ARN.
    public let arn: String
    /// `TargetTrackingScaling` or `StepScaling`.
    public internal(set) var type: String
    /// AWS's `…Configuration` of its type.
    public var configuration: Value
    /// Names of the alarms that AWS made for it.
    public internal(set) var alarms: [String] = []
    /// When it was made.
    public let createdAt: Instant
    /// When it acted last.
    var lastOut: Instant?
    var lastIn: Instant?
}

/// A scheduled action.
public struct ScheduledAction: Sendable {
    /// Its name.
    public let name: String
    /// Its ARN.
    public let arn: String
    /// As DescribeScheduledActions shows it.
    public var shown: Value
    /// When it is due next; nil for never.
    var due: Instant?
}
