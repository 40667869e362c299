public import Model

/// An Auto Scaling group.
public struct AutoScalingGroup: Sendable {
    /// A lifecycle hook.
    public struct Hook: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// True for `autoscaling:EC2_INSTANCE_LAUNCHING`, false for `…TERMINATING`.
        public var isLaunching: Bool
        /// Seconds.
        public var heartbeatTimeout: Int
        /// `CONTINUE` or `ABANDON`.
        public var defaultResult: String
        /// `NotificationTargetARN`, `RoleARN`, `NotificationMetadata`, where given.
        public var passed: [String: Value]

        /// A hook.
        public init(
            name: String, isLaunching: Bool, heartbeatTimeout: Int = 3600, defaultResult: String = "ABANDON",
            passed: [String: Value] = [:]
        ) {
            self.name = name
            self.isLaunching = isLaunching
            self.heartbeatTimeout = heartbeatTimeout
            self.defaultResult = defaultResult
            self.passed = passed
        }
    }

    /// One of its scaling activities.
    public struct Activity: Sendable {
        /// A UUID.
        public let id: String
        /// AWS's text.
        public let description: String
        /// AWS's text.
        public let cause: String
        /// When it began.
        public let startedAt: Instant
        /// When it ended; nil while it goes on.
        public internal(set) var endedAt: Instant?
        /// AWS's `StatusCode`: `InProgress`, `Successful`, `Failed`, `WaitingForInstanceId`, ….
        public internal(set) var status: String
        /// AWS's `StatusMessage`; nil for none.
        public internal(set) var message: String?
        /// 0 to 100.
        public internal(set) var progress: Int
        /// As AWS shows it, JSON.
        public let details: String
        /// The instance it is about; empty for none.
        public let instance: String
    }

    /// Its name.
    public let name: String
    /// Its own number.
    public let ordinal: UInt64
    /// The UUID in its ARN.
    public let uuid: String
    /// What people and ECS said last.
    public internal(set) var settings: GroupSettings
    /// AWS's rows `{key, value, propagateAtLaunch}`, in lower camel case.
    public var tags: [Value]
    /// Its hooks.
    public internal(set) var hooks: [Hook] = []
    /// Processes that a person suspended.
    public internal(set) var suspendedProcesses: [String] = []
    /// Metrics that a person enabled.
    public internal(set) var enabledMetrics: [String] = []
    /// Its instances that are not Terminated, oldest first.
    public internal(set) var instances: [InstanceID] = []
    /// Newest first, at most 200.
    public internal(set) var activities: [Activity] = []
    /// Newest first.
    public internal(set) var refreshes: [InstanceRefresh] = []
    /// AWS's scaling policies of the group by name order of making, rows as DescribePolicies shows them.
    public var policies: [Value] = []
    /// AWS's scheduled actions, rows as DescribeScheduledActions shows them.
    public var scheduledActions: [Value] = []
    /// AWS's `Status`: `Delete in progress`; nil while it lives.
    public internal(set) var status: String?
    /// When it was made.
    public let createdAt: Instant
    /// The capacity provider that stands on it; nil for none.
    public internal(set) var capacityProvider: CapacityProviderID?
    /// When the next look at it is due; nil when none is on its way.
    var lookAt: Instant?
    /// What moved its desired capacity last, for the activities that follow.
    var lastCause = ""
    /// Its on-demand share was changed: instances of the wrong purchase option are replaced (aws-facts 2.3).
    var rebuysInstances = false
    /// Its zones are uneven and could not be evened out yet.
    var isUneven = false
    /// Launches that failed in a row.
    var failedLaunches = 0
    /// When its refresh is looked at next.
    var refreshDue: Instant?
    /// Events of an older refresh are dropped.
    var refreshEpoch: Int32 = 0
    /// Launches are held back until then, after failures.
    var launchesAfter: Instant?
    /// The last sample put on the timeline.
    var lastSample: Timeline.FleetSample?
}
