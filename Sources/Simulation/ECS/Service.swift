public import Model

/// What a person says of a service: CreateService and UpdateService, with AWS's defaults filled in (aws-facts 4.6).
public struct ServiceSettings: Sendable, Hashable {
    /// AWS's `schedulingStrategy`.
    public enum Scheduling: String, Sendable {
        case replica = "REPLICA"
        case daemon = "DAEMON"
    }

    /// `family:revision`.
    public var taskDefinition: String
    /// Tasks wanted; for a DAEMON the number of matching instances.
    public var desiredCount = 1
    /// REPLICA or DAEMON.
    public var scheduling = Scheduling.replica
    /// `EC2` or `EXTERNAL`; nil when a strategy is used.
    public var launchType: String?
    /// Capacity provider strategy; empty under a launch type.
    public var strategy: [CapacityProviderStrategyItem] = []
    /// Bounds, breaker, alarms and strategy of deployments.
    public var deployment = DeploymentSettings()
    /// AWS's `deploymentController.type`.
    public var controller = "ECS"
    /// Unhealthy checks do not count for so long after a task's start.
    public var healthCheckGracePeriod = Span.zero
    /// In this order.
    public var placementStrategy: [PlacementStrategy] = []
    /// All of them.
    public var placementConstraints: [PlacementConstraint] = []
    /// Where its tasks are registered.
    public var loadBalancers: [ServiceLoadBalancer] = []
    /// AWS's `availabilityZoneRebalancing`.
    public var rebalancesZones = false
    /// Members that only go through: `networkConfiguration`, `serviceRegistries`, `serviceConnectConfiguration`,
    /// `volumeConfigurations`, `vpcLatticeConfigurations`, `platformVersion`; those of them that are set.
    public var passed: [String: Value] = [:]
    /// AWS's `enableExecuteCommand`.
    public var enableExecuteCommand = false
    /// AWS's `enableECSManagedTags`.
    public var enableECSManagedTags = false
    /// AWS's `propagateTags`.
    public var propagateTags = "NONE"
    /// AWS's `roleArn`; nil for none.
    public var roleArn: String?

    /// A service of this task definition with AWS's defaults.
    public init(taskDefinition: String) { self.taskDefinition = taskDefinition }
}

/// One entry of a service's `loadBalancers`.
public struct ServiceLoadBalancer: Sendable, Hashable {
    /// Native strategies' second target group and rules (aws-facts 1.8).
    public struct Advanced: Sendable, Hashable {
        /// The other target group.
        public var alternateTargetGroupArn: String
        /// The rule (or, for a network load balancer, listener) that production traffic comes through.
        public var productionListenerRule: String
        /// The same for test traffic; nil for none.
        public var testListenerRule: String?
        /// As given.
        public var roleArn: String?
    }

    /// The target group.
    public var targetGroupArn: String
    /// The container that is registered.
    public var containerName: String
    /// Its port.
    public var containerPort: Int
    /// For native strategies; nil else.
    public var advanced: Advanced?

    /// An entry.
    public init(targetGroupArn: String, containerName: String, containerPort: Int, advanced: Advanced? = nil) {
        self.targetGroupArn = targetGroupArn
        self.containerName = containerName
        self.containerPort = containerPort
        self.advanced = advanced
    }
}

/// A service.
public struct Service: Sendable {
    /// AWS's `status`.
    public enum Status: String, Sendable {
        case active = "ACTIVE"
        case draining = "DRAINING"
        case inactive = "INACTIVE"
    }

    /// Its name.
    public let name: String
    /// Its own number.
    public let ordinal: UInt64
    /// Its cluster.
    public let cluster: ClusterID
    /// Its life.
    public internal(set) var status = Status.active
    /// What people said last. Its `desiredCount` is the live one, whoever moved it.
    public internal(set) var settings: ServiceSettings
    /// AWS's list of `{key, value}`.
    public var tags: Value
    /// When it was made.
    public let createdAt: Instant
    /// AWS's `createdBy`, a principal's ARN.
    public let createdBy: String
    /// Newest first: PRIMARY, then ACTIVE ones that still have tasks.
    public internal(set) var deployments: [Deployment] = []
    /// Every revision that it had, oldest first.
    public internal(set) var revisions: [ServiceRevision] = []
    /// Every service deployment that it had, newest first.
    public internal(set) var history: [ServiceDeployment] = []
    /// At most 100, newest first.
    public internal(set) var events: [ServiceEvent] = []
    /// Its tasks that are not STOPPED, oldest first.
    public internal(set) var tasks: [TaskID] = []
    /// Its STOPPED tasks that are still described, oldest first.
    public internal(set) var stoppedTasks: [TaskID] = []
    /// A scheduler's look is on its way.
    var tickPending = false
    /// Timers of an older epoch are dropped.
    var timerEpoch: Int32 = 0
    /// Starts are held back until then (aws-facts 1.2, point 5).
    var launchesAfter: Instant?
    /// Starts in a row that never came to RUNNING.
    var failedStarts = 0
    /// When the last "steady state" was said; nil when it is not steady.
    var steadySince: Instant?
    /// When the scheduler looks again of itself.
    var wakeAt: Instant?
    /// How often the scheduler looked: a turn of chance.
    var turns: UInt64 = 0
    /// The deployment that a rollback goes back to (aws-facts 1.6); nil while there is none that completed.
    var lastCompleted: Deployment?
    /// The deployment of which "unable to stop or start tasks" was said.
    var stuckDeployment: UInt64?
    /// Tasks above the count that zone rebalancing brings up first.
    var rebalancing = 0
    /// Those tasks are well: as many go from where most are.
    var isEvening = false
    /// It stands in its cluster's `blocked`.
    var isBlocked = false
    /// When a placement failure was said last.
    var placementFailureSaid: Instant?
    /// What is still to be said about targets.
    var targetNotices: [TargetNotice] = []
    /// How far a native strategy is; nil for none under way.
    public internal(set) var native: NativeProgress?
    /// The last sample put on the timeline, so that only changes are.
    var lastSamples: [Timeline.ServiceSample] = []
}

/// Targets of one target group that came or went since the scheduler looked last.
struct TargetNotice: Sendable {
    let group: String
    let isRegistration: Bool
    var count: Int
}

/// One of a service's `events`.
public struct ServiceEvent: Sendable, Hashable {
    /// A UUID.
    public let id: String
    /// When.
    public let createdAt: Instant
    /// AWS's text.
    public let message: String
}
