public import Model

/// One revision of a task definition.
public struct TaskDefinition: Sendable {
    /// AWS's `status`.
    public enum Status: String, Sendable {
        case active = "ACTIVE"
        case inactive = "INACTIVE"
        case deleting = "DELETE_IN_PROGRESS"
    }

    /// Its family.
    public let family: String
    /// Its number in the family, from 1.
    public let revision: Int
    /// Its life.
    public var status = Status.active
    /// What DescribeTaskDefinition shows, with AWS's defaults filled in; without `status`, `taskDefinitionArn` and tags.
    public let shown: Value
    /// AWS's list of `{key, value}`.
    public var tags: Value
    /// When it was registered.
    public let registeredAt: Instant
    /// When it was deregistered; nil while ACTIVE.
    public var deregisteredAt: Instant?
    /// When DeleteTaskDefinitions named it; nil before.
    public var deleteRequestedAt: Instant?
    /// What the scheduler needs to know of `shown`.
    public let plan: TaskPlan

    /// `family:revision`.
    public var name: String { "\(family):\(revision)" }

    /// A revision as `shown`.
    public init(
        family: String, revision: Int, shown: Value, tags: Value, registeredAt: Instant, plan: TaskPlan
    ) {
        self.family = family
        self.revision = revision
        self.shown = shown
        self.tags = tags
        self.registeredAt = registeredAt
        self.plan = plan
    }
}

/// What a task needs and how its containers behave.
public struct TaskPlan: Sendable, Hashable {
    /// How a task is reached.
    public enum NetworkMode: String, Sendable { case bridge, host, awsvpc, none }

    /// One mapped port.
    public struct Port: Sendable, Hashable {
        /// Inside the container.
        public var container: Int
        /// On the instance; 0 takes a free one.
        public var host: Int
        /// `tcp` or `udp`.
        public var networkProtocol: String
    }

    /// A container's own health check, with AWS's defaults filled in.
    public struct HealthCheck: Sendable, Hashable {
        /// Between two checks.
        public var interval: Span
        /// Failures in a row that make it UNHEALTHY.
        public var retries: Int
        /// Failures do not count before.
        public var startPeriod: Span
    }

    /// One container.
    public struct Container: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Its image.
        public var image: String
        /// The task ends with it.
        public var essential: Bool
        /// Its health check; nil for none.
        public var healthCheck: HealthCheck?
        /// From SIGTERM to SIGKILL; nil for the agent's own (30 s).
        public var stopTimeout: Span?
        /// Its ports.
        public var ports: [Port]
    }

    /// CPU units that a task reserves: the task's, else the containers' together.
    public var cpu: Int
    /// MiB that a task reserves: the task's, else the containers' soft limits (hard where there is none) together.
    public var memory: Int
    /// How it is reached.
    public var networkMode: NetworkMode
    /// Its containers.
    public var containers: [Container]
    /// Constraints that every task of it has.
    public var constraints: [PlacementConstraint]

    /// A plan.
    public init(
        cpu: Int, memory: Int, networkMode: NetworkMode, containers: [Container],
        constraints: [PlacementConstraint] = []
    ) {
        self.cpu = cpu
        self.memory = memory
        self.networkMode = networkMode
        self.containers = containers
        self.constraints = constraints
    }
}

/// Where tasks may run.
public struct PlacementConstraint: Sendable, Hashable {
    /// `distinctInstance` or `memberOf`.
    public var type: String
    /// The expression of `memberOf`, in ECS's cluster query language; empty else.
    public var expression: String

    /// A constraint.
    public init(type: String, expression: String = "") {
        self.type = type
        self.expression = expression
    }
}

/// How tasks are put on instances, in the order of a service's list.
public struct PlacementStrategy: Sendable, Hashable {
    /// `spread`, `binpack` or `random`.
    public var type: String
    /// `attribute:ecs.availability-zone`, `instanceId`, `CPU`, `MEMORY`; empty for `random`.
    public var field: String

    /// A strategy.
    public init(type: String, field: String = "") {
        self.type = type
        self.field = field
    }
}
