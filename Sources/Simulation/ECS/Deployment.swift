public import Model

/// How a service's deployments go (`deploymentConfiguration`), with AWS's defaults.
public struct DeploymentSettings: Sendable, Hashable {
    /// AWS's `strategy`.
    public enum Strategy: Sendable, Hashable {
        case rolling
        case blueGreen
        /// Per mille of traffic a step, and how long each step bakes.
        case linear(stepPermille: Int, bake: Span)
        /// Per mille of traffic of the first step, and how long it bakes.
        case canary(permille: Int, bake: Span)
    }

    /// The circuit breaker (aws-facts 1.6).
    public struct CircuitBreaker: Sendable, Hashable {
        /// AWS's `thresholdConfiguration.type`.
        public enum ThresholdType: String, Sendable {
            case boundedPercent = "BOUNDED_PERCENT"
            case unboundedPercent = "UNBOUNDED_PERCENT"
            case count = "COUNT"
        }
        /// Whether failures are counted.
        public var enable = false
        /// Whether it goes back to the last completed deployment.
        public var rollback = false
        /// A healthy task sets the count to zero.
        public var resetOnHealthyTask = true
        /// What `thresholdValue` means.
        public var thresholdType = ThresholdType.boundedPercent
        /// Percent or count.
        public var thresholdValue = 50

        /// AWS's defaults: off.
        public init() {}
    }

    /// Deployment alarms (aws-facts 1.7).
    public struct Alarms: Sendable, Hashable {
        /// CloudWatch alarms.
        public var names: [String] = []
        /// Whether they are watched.
        public var enable = false
        /// Whether it goes back when one rings.
        public var rollback = false

        /// AWS's defaults: off.
        public init() {}
    }

    /// A lifecycle hook of the native strategies.
    public struct Hook: Sendable, Hashable {
        /// `AWS_LAMBDA` or `PAUSE`.
        public var targetType: String
        /// The function; nil for a pause.
        public var targetArn: String?
        /// As given.
        public var roleArn: String?
        /// Stages at which it runs.
        public var stages: [String]
        /// How long a pause may last; nil for AWS's own.
        public var timeout: Span?
        /// `CONTINUE` or `ROLLBACK` when the time is over.
        public var timeoutAction: String?
        /// As AWS shows it.
        public var shown: Value
    }

    /// Percent of the desired count that stays healthy, 0 to 100.
    public var minimumHealthyPercent = 100
    /// Percent of the desired count that may be there, 100 to 200 and beyond.
    public var maximumPercent = 200
    /// How traffic moves.
    public var strategy = Strategy.rolling
    /// How long both revisions stay after all traffic moved; nil for AWS's own.
    public var bakeTime: Span?
    /// Lifecycle hooks.
    public var hooks: [Hook] = []
    /// The circuit breaker.
    public var circuitBreaker = CircuitBreaker()
    /// Alarms.
    public var alarms = Alarms()

    /// AWS's defaults.
    public init() {}
}

/// One of a service's `deployments`.
public struct Deployment: Sendable {
    /// AWS's `status`; INACTIVE ones are not kept.
    public enum Status: String, Sendable {
        case primary = "PRIMARY"
        case active = "ACTIVE"
    }
    /// AWS's `rolloutState`.
    public enum Rollout: String, Sendable {
        case inProgress = "IN_PROGRESS"
        case completed = "COMPLETED"
        case failed = "FAILED"
    }

    /// The digits of `ecs-svc/…`.
    public let id: UInt64
    /// Index into `Service.revisions`.
    public let revision: Int
    /// PRIMARY or ACTIVE.
    public internal(set) var status = Status.primary
    /// How it goes.
    public internal(set) var rollout = Rollout.inProgress
    /// AWS's `rolloutStateReason`.
    public internal(set) var reason: String
    /// Tasks wanted of it.
    public internal(set) var desiredCount: Int
    /// Consecutive failures, as AWS's `failedTasks`.
    public internal(set) var failedTasks = 0
    /// The breaker's own count.
    public internal(set) var breakerFailures = 0
    /// When it began.
    public let createdAt: Instant
    /// When it changed last.
    public internal(set) var updatedAt: Instant
    /// Its tasks are in the alternate target groups (aws-facts 1.8).
    public internal(set) var usesAlternate = false
    /// True once one of its tasks was RUNNING: the breaker's second stage.
    var reachedRunning = false
    /// When the new tasks were all healthy and the old ones gone; bake time counts from it.
    var bakingSince: Instant?

    /// `ecs-svc/<digits>`.
    public var name: String { "ecs-svc/\(id)" }
}

/// AWS's service revision: what a deployment rolls out, never changed afterwards.
public struct ServiceRevision: Sendable {
    /// The digits at its ARN's end.
    public let id: UInt64
    /// What was said when it was made.
    public let settings: ServiceSettings
    /// When.
    public let createdAt: Instant
}

/// AWS's service deployment (aws-facts 1.4).
public struct ServiceDeployment: Sendable {
    /// AWS's `status`.
    public enum Status: String, Sendable {
        case pending = "PENDING"
        case inProgress = "IN_PROGRESS"
        case successful = "SUCCESSFUL"
        case stopRequested = "STOP_REQUESTED"
        case stopped = "STOPPED"
        case rollbackRequested = "ROLLBACK_REQUESTED"
        case rollbackInProgress = "ROLLBACK_IN_PROGRESS"
        case rollbackSuccessful = "ROLLBACK_SUCCESSFUL"
        case rollbackFailed = "ROLLBACK_FAILED"
    }

    /// AWS's `rollback`.
    public struct Rollback: Sendable {
        /// Why.
        public var reason: String
        /// When it began.
        public var startedAt: Instant
        /// Index into `Service.revisions` of what it goes back to.
        public var revision: Int
    }

    /// 21 letters and digits at its ARN's end.
    public let id: String
    /// Which deployment it is about (`Deployment.id`).
    public let deployment: UInt64
    /// Its life.
    public internal(set) var status = Status.inProgress
    /// AWS's `statusReason`; nil for none.
    public internal(set) var reason: String?
    /// AWS's `lifecycleStage` for native strategies; nil for rolling ones.
    public internal(set) var stage: String?
    /// Indices into `Service.revisions` that it replaces.
    public let sources: [Int]
    /// Index into `Service.revisions` of what it brings.
    public let target: Int
    /// When it was asked for.
    public let createdAt: Instant
    /// When it began.
    public internal(set) var startedAt: Instant?
    /// When it ended.
    public internal(set) var finishedAt: Instant?
    /// When somebody asked to stop it.
    public internal(set) var stoppedAt: Instant?
    /// When it changed last.
    public internal(set) var updatedAt: Instant
    /// How it went back; nil when it did not.
    public internal(set) var rollback: Rollback?
    /// AWS's circuit breaker `status`: `MONITORING`, `TRIGGERED`, `MONITORING_COMPLETE`, `DISABLED`.
    public internal(set) var breakerStatus: String
    /// Failures counted, and how many are too many.
    public internal(set) var breakerFailures = 0
    /// How many are too many.
    public internal(set) var breakerThreshold: Int
    /// AWS's alarms `status`, as for the breaker.
    public internal(set) var alarmStatus: String
    /// Alarms that rang.
    public internal(set) var triggeredAlarms: [String] = []
    /// Production traffic of the target revision in per mille, for native strategies.
    public internal(set) var productionPermille = 0
    /// Test traffic of the target revision in per mille, for native strategies.
    public internal(set) var testPermille = 0
}
