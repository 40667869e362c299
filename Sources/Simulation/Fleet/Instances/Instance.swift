public import Model

/// An EC2 instance.
public struct Instance: Sendable {
    /// EC2's state.
    public enum State: String, Sendable {
        case pending
        case running
        case shuttingDown = "shutting-down"
        case stopping
        case stopped
        case terminated
    }

    /// Auto Scaling's `LifecycleState` (aws-facts 2.3).
    public enum Lifecycle: String, Sendable {
        case pending = "Pending"
        case pendingWait = "Pending:Wait"
        case pendingProceed = "Pending:Proceed"
        case inService = "InService"
        case enteringStandby = "EnteringStandby"
        case standby = "Standby"
        case terminating = "Terminating"
        case terminatingWait = "Terminating:Wait"
        case terminatingProceed = "Terminating:Proceed"
        case terminated = "Terminated"
        case detached = "Detached"
    }

    /// `i-` and 17 hexadecimal digits.
    public let id: String
    /// Its own number.
    public let ordinal: UInt64
    /// `m5.large`.
    public let instanceType: String
    /// `eu-west-1a`.
    public let zone: String
    /// Its subnet; empty when it has none.
    public let subnet: String
    /// Its address in the subnet.
    public let privateAddress: String
    /// Bought on Spot.
    public internal(set) var isSpot: Bool
    /// EC2's state.
    public internal(set) var state = State.pending
    /// Its group; nil for one that nobody's group started.
    public internal(set) var group: GroupID?
    /// How the group sees it; nil without group.
    public internal(set) var lifecycle: Lifecycle?
    /// Protected from scale-in.
    public internal(set) var isProtected = false
    /// False once the group or a person called it unhealthy.
    public internal(set) var isHealthy = true
    /// The launch template's id; nil for a launch configuration or a plain RunInstances.
    public let launchTemplate: String?
    /// The version's number, as text.
    public let launchTemplateVersion: String?
    /// The launch configuration's name; nil for none.
    public let launchConfiguration: String?
    /// What it was started with: RequestLaunchTemplateData's members as EC2 knows them.
    public let data: Value
    /// The cluster that its user data names; nil when it joins none.
    public let joins: String?
    /// Its agent drains on Spot's notice (`ECS_ENABLE_SPOT_INSTANCE_DRAINING`).
    public let drainsOnNotice: Bool
    /// The container instance; nil until its agent has registered.
    public internal(set) var containerInstance: ContainerInstanceID?
    /// When it was asked for.
    public let launchedAt: Instant
    /// When it came into service; nil before.
    public internal(set) var inServiceAt: Instant?
    /// When EC2 will take it; nil without notice.
    public internal(set) var interruptionAt: Instant?
    /// When EC2 recommended to rebalance; nil for never.
    public internal(set) var rebalanceAt: Instant?
    /// When it ended.
    public internal(set) var terminatedAt: Instant?
    /// EC2's `StateTransitionReason`.
    public internal(set) var stateReason = ""
    /// AWS's list of `{key, value}`.
    public var tags: Value
    /// Lifecycle hooks that it waits for: name, when the heartbeat is over, when the wait is over at the latest.
    public internal(set) var hooks: [PendingHook] = []
    /// What it counts in its group's capacity (`WeightedCapacity`).
    var weight = 1
    /// Why the group lets it go once a replacement is in service; nil while it stays.
    var leaving: Departure?
    /// Where its group registered it.
    var targets: [TargetID] = []
    /// When EC2 says `running`.
    var runsAt: Instant?
    /// When its agent registers.
    var registersAt: Instant?
    /// When its group's target groups have let it go.
    var drainedAt: Instant?
    /// When it is `terminated` or `stopped`.
    var endsAt: Instant?
    /// Events of an older epoch are dropped.
    var epoch: Int32 = 0

    /// When something is due next.
    var due: Instant? {
        var earliest: Instant?
        for time in [runsAt, registersAt, drainedAt, endsAt] {
            if let time { earliest = min(earliest ?? time, time) }
        }
        for hook in hooks { earliest = min(earliest ?? hook.deadline, hook.deadline) }
        return earliest
    }

    /// True while its group counts it as capacity.
    var isCounted: Bool {
        switch lifecycle {
        case .pending, .pendingWait, .pendingProceed, .inService: true
        default: false
        }
    }

    /// True once its group lets it go.
    var isEnding: Bool {
        switch lifecycle {
        case .terminating, .terminatingWait, .terminatingProceed, .terminated: true
        default: false
        }
    }

    /// A lifecycle hook under way.
    public struct PendingHook: Sendable, Hashable {
        /// The hook's name.
        public let name: String
        /// AWS's `LifecycleActionToken`.
        public let token: String
        /// When it is over unless somebody asks for more.
        public internal(set) var deadline: Instant
        /// When it is over at the latest.
        public let limit: Instant
        /// `CONTINUE` or `ABANDON` at the deadline.
        public let defaultResult: String
    }
}
