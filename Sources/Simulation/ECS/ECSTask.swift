public import Model

/// One task.
public struct ECSTask: Sendable {
    /// AWS's `lastStatus` (aws-facts 8.2).
    public enum Status: String, Sendable {
        case provisioning = "PROVISIONING"
        case pending = "PENDING"
        case activating = "ACTIVATING"
        case running = "RUNNING"
        case deactivating = "DEACTIVATING"
        case stopping = "STOPPING"
        case deprovisioning = "DEPROVISIONING"
        case stopped = "STOPPED"
    }

    /// AWS's `healthStatus`: what the essential containers' own checks say.
    public enum Health: String, Sendable {
        case unknown = "UNKNOWN"
        case healthy = "HEALTHY"
        case unhealthy = "UNHEALTHY"
    }

    /// AWS's `stopCode`.
    public enum StopCode: String, Sendable {
        case failedToStart = "TaskFailedToStart"
        case essentialContainerExited = "EssentialContainerExited"
        case userInitiated = "UserInitiated"
        case serviceScheduler = "ServiceSchedulerInitiated"
        case spotInterruption = "SpotInterruption"
        case terminationNotice = "TerminationNotice"
    }

    /// 32 hexadecimal digits: the last part of its ARN.
    public let id: String
    /// Its own number.
    public let ordinal: UInt64
    /// Its cluster.
    public let cluster: ClusterID
    /// Its service; nil for a task that a person ran.
    public let service: ServiceID?
    /// Which of the service's deployments it is of (`Deployment.id`); 0 without service.
    public internal(set) var deployment: UInt64
    /// `family:revision`.
    public let taskDefinition: String
    /// What it needs.
    public let plan: TaskPlan
    /// Name of its capacity provider; nil under a launch type.
    public internal(set) var capacityProvider: String?
    /// Where it is placed; nil while it waits for room.
    public internal(set) var containerInstance: ContainerInstanceID?
    /// Its zone, kept when the instance is gone.
    public internal(set) var zone: String?
    /// The container instance's id, kept when the instance is gone.
    public internal(set) var containerInstanceName: String?
    /// AWS's `lastStatus`.
    public internal(set) var lastStatus = Status.provisioning
    /// AWS's `desiredStatus`: true for RUNNING, false for STOPPED.
    public internal(set) var isWanted = true
    /// What its own checks say.
    public internal(set) var health = Health.unknown
    /// Host ports in the order of containers and their ports.
    public internal(set) var hostPorts: [UInt16] = []
    /// Its own address in `awsvpc` mode.
    public internal(set) var address: String?
    /// Where load balancers know it.
    public internal(set) var targets: [TargetID] = []
    /// When it was made.
    public let createdAt: Instant
    /// When it became RUNNING.
    public internal(set) var startedAt: Instant?
    /// When it was told to stop.
    public internal(set) var stoppingAt: Instant?
    /// When it was STOPPED.
    public internal(set) var stoppedAt: Instant?
    /// When pulling began and ended.
    public internal(set) var pullStartedAt: Instant?
    /// When pulling ended.
    public internal(set) var pullStoppedAt: Instant?
    /// Why it stopped; nil while it runs.
    public internal(set) var stopCode: StopCode?
    /// AWS's `stoppedReason`.
    public internal(set) var stoppedReason: String?
    /// Exit code of the container that ended it; nil when it never ran or was not asked.
    public internal(set) var exitCode: Int?
    /// AWS's container `reason`: `CannotPullContainerError: …`, `OutOfMemoryError: …`.
    public internal(set) var containerReason: String?
    /// Until when the scheduler leaves it alone (UpdateTaskProtection); nil for no protection.
    public internal(set) var protectedUntil: Instant?
    /// True while the application answers requests and health checks.
    public internal(set) var answers = false
    /// What it answers a failing health check with; 0 for no answer.
    public internal(set) var failureStatus = 503
    /// AWS's `startedBy`.
    public let startedBy: String
    /// AWS's `group`: `service:api`, `family:api`.
    public let group: String
    /// AWS's list of `{key, value}`.
    public var tags: Value
    /// What a person gave it beyond the definition (`overrides`), as AWS shows it.
    public var overrides: Value
    /// Goes up with every change of state.
    public internal(set) var version = 1
    /// Index into `Service.revisions` of what it was started from; 0 without service.
    public internal(set) var revision = 0
    /// A DAEMON's task: it does not make its instance non-empty.
    public let isDaemon: Bool
    /// Where RunTask let it go; empty for a service's task.
    var placementConstraints: [PlacementConstraint] = []
    /// How RunTask let it be placed; empty for a service's task.
    var placementStrategy: [PlacementStrategy] = []
    /// It counted towards the floor once (aws-facts 1.3).
    var wasHealthy = false
    /// The circuit breaker counted it already.
    var isCountedFailure = false
    /// What becomes of it while it is RUNNING.
    var agenda = Agenda()
    /// Events of an older epoch are dropped.
    var epoch: Int32 = 0
    /// What the next event of its epoch does.
    var step = Step.none

    /// What a task does next; the state machine of its life.
    enum Step: Sendable {
        case none, pulled, started, agenda, killed, released
    }

    /// When what happens to a RUNNING task; nil for never.
    struct Agenda: Sendable {
        /// The application begins to answer.
        var ready: Instant?
        /// It ceases to.
        var unhealthy: Instant?
        /// The essential container exits.
        var crash: Instant?
        /// The container's own check says what it has seen.
        var verdict: Instant?

        /// The first of them.
        var next: Instant? { [ready, unhealthy, crash, verdict].compactMap(\.self).min() }
    }
}
