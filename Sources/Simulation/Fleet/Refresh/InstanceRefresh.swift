public import Model

/// An instance refresh (aws-facts 2.1).
public struct InstanceRefresh: Sendable {
    /// AWS's `Status`.
    public enum Status: String, Sendable {
        case pending = "Pending"
        case inProgress = "InProgress"
        case baking = "Baking"
        case successful = "Successful"
        case failed = "Failed"
        case cancelling = "Cancelling"
        case cancelled = "Cancelled"
        case rollbackInProgress = "RollbackInProgress"
        case rollbackSuccessful = "RollbackSuccessful"
        case rollbackFailed = "RollbackFailed"
    }

    /// What to do with protected or standby instances.
    public enum Exception: String, Sendable {
        case refresh = "Refresh"
        case terminate = "Terminate"
        case ignore = "Ignore"
        case wait = "Wait"
    }

    /// AWS's `Preferences`, with the API's defaults.
    public struct Preferences: Sendable, Hashable {
        /// Percent of the desired capacity that stays in service, 0 to 100.
        public var minHealthyPercentage = 90
        /// Percent of the desired capacity that may be there, 100 to 200.
        public var maxHealthyPercentage = 100
        /// After InService until an instance counts.
        public var instanceWarmup = Span.zero
        /// Instances that are as wanted are left alone.
        public var skipMatching = false
        /// Goes back by itself when it fails.
        public var autoRollback = false
        /// Instances protected from scale-in.
        public var scaleInProtectedInstances = Exception.wait
        /// Standby instances.
        public var standbyInstances = Exception.wait
        /// Percent replaced at which it waits, ascending.
        public var checkpointPercentages: [Int] = []
        /// How long it waits there.
        public var checkpointDelay = Span.seconds(3600)
        /// Alarms that make it fail.
        public var alarms: [String] = []
        /// At its end.
        public var bakeTime = Span.zero

        /// The API's defaults.
        public init() {}

        /// What a refresh does where its request says nothing: the group's maintenance policy and its own warm-up.
        public init(of settings: GroupSettings) {
            if let policy = settings.maintenancePolicy {
                minHealthyPercentage = policy.minHealthyPercentage
                maxHealthyPercentage = policy.maxHealthyPercentage
            }
            instanceWarmup = .seconds(settings.defaultInstanceWarmup ?? settings.healthCheckGracePeriod)
        }
    }

    /// A UUID.
    public let id: String
    /// How it goes.
    public internal(set) var status = Status.pending
    /// AWS's `StatusReason`; nil for none.
    public internal(set) var reason: String?
    /// How it is to go.
    public let preferences: Preferences
    /// What the group is to become; nil for what it is.
    public let desired: Configuration?
    /// What the group was, to go back to.
    public let previous: Configuration
    /// As AWS shows them: `DesiredConfiguration`, null for none.
    public let shownDesired: Value
    /// When it began.
    public let startedAt: Instant
    /// When it ended.
    public internal(set) var endedAt: Instant?
    /// Percent replaced, 0 to 100.
    public internal(set) var percentageComplete = 0
    /// Instances still to replace.
    public internal(set) var instancesToUpdate = 0
    /// Of its group's instances, how many were on their way out when it was looked at last.
    var ending = 0
    /// The entity made last before it began: instances with higher numbers are its own.
    var firstOrdinal: UInt64 = 0
    /// How many instances there were to replace.
    var total = 0
    /// When it got on last.
    var progressAt: Instant
    /// Until when it waits at a checkpoint.
    var checkpointUntil: Instant?
    /// How many checkpoints are behind it.
    var checkpointsPassed = 0
    /// Until when it bakes.
    var bakeUntil: Instant?

    /// What instances are started with.
    public struct Configuration: Sendable, Hashable {
        /// The template.
        public var source: LaunchSource
        /// The policy; nil for none.
        public var mixed: MixedInstances?

        /// A template, and a policy where there is one.
        public init(source: LaunchSource, mixed: MixedInstances? = nil) {
            self.source = source
            self.mixed = mixed
        }
    }

    /// True while it goes on.
    public var isActive: Bool {
        switch status {
        case .pending, .inProgress, .baking, .cancelling, .rollbackInProgress: true
        default: false
        }
    }
}
