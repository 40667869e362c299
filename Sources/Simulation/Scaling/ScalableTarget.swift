public import Model

/// A scalable target and what stands on it.
public struct ScalableTarget: Sendable {
    /// What names a target.
    public struct Identity: Sendable, Hashable {
        /// AWS's `ServiceNamespace`.
        public let namespace: String
        /// `service/<cluster>/<service>`.
        public let resourceID: String
        /// `ecs:service:DesiredCount`.
        public let dimension: String

        /// A target's name.
        public init(namespace: String, resourceID: String, dimension: String) {
            self.namespace = namespace
            self.resourceID = resourceID
            self.dimension = dimension
        }
    }

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
    /// What it did, newest first; at most 100.
    public internal(set) var activities: [Activity] = []
    /// When it last scaled out and in; nil for never.
    var lastOut: Instant?
    var lastIn: Instant?
    /// The service that it stands for, once found; looked for again when that is gone.
    var service: ServiceID?

    /// What names it.
    public var identity: Identity { Identity(namespace: namespace, resourceID: resourceID, dimension: dimension) }

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
        /// AWS's `StatusMessage`.
        public let message: String
    }

    /// `count` within its bounds.
    func clamped(_ count: Int) -> Int { max(minCapacity, min(maxCapacity, count)) }

    mutating func note(_ activity: Activity) {
        activities.insert(activity, at: 0)
        if activities.count > 100 { activities.removeLast() }
    }
}

/// A scaling policy.
public struct ScalingPolicy: Sendable {
    /// Its name.
    public let name: String
    /// Its ARN.
    public let arn: String
    /// `TargetTrackingScaling`, `StepScaling` or `PredictiveScaling`.
    public internal(set) var type: String
    /// AWS's `…Configuration` of its type.
    public var configuration: Value
    /// Names of the alarms that AWS made for it: the high one, the low one.
    public internal(set) var alarms: [String] = []
    /// When it was made.
    public let createdAt: Instant
    /// When it acted last.
    var lastOut: Instant?
    var lastIn: Instant?
    /// How much it added when it last scaled out: a larger step may follow within the cool-down (aws-facts 6).
    var lastAdded = 0
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
