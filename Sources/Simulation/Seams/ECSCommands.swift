public import Model

// Commands of Amazon ECS. Each moves to its own file with its rules.
extension World {
    /// Makes a service; its first deployment begins. Refuses as AWS does (aws-facts 4.6, 5).
    public mutating func createService(
        in cluster: ClusterID, name: String, settings: ServiceSettings, tags: Value, createdBy: String
    ) throws(Refusal) -> ServiceID { throw Refusal("ServerException", "not there") }
    /// Changes a service to `settings` (already overlaid on the live ones); begins a deployment where AWS does (aws-facts 1.5).
    public mutating func updateService(_ id: ServiceID, to settings: ServiceSettings, force: Bool) throws(Refusal) {}
    /// DRAINING, then INACTIVE.
    public mutating func deleteService(_ id: ServiceID, force: Bool) throws(Refusal) {}
    /// StopServiceDeployment by the id at its ARN's end; `abort` leaves things as they are instead of going back.
    public mutating func stopServiceDeployment(_ id: ServiceID, deployment: String, abort: Bool) throws(Refusal) {}
    /// ContinueServiceDeployment: ends a pause hook; `rollback` goes back.
    public mutating func continueServiceDeployment(
        _ id: ServiceID, deployment: String, hook: String, rollback: Bool
    ) throws(Refusal) {}
    /// RunTask and StartTask: one task for each entry of `count` or `instances`; what could not be placed is a failure.
    public mutating func runTasks(_ request: RunRequest) throws(Refusal) -> (tasks: [TaskID], failures: [RunFailure]) {
        throw Refusal("ServerException", "not there")
    }
    /// StopTask.
    public mutating func stopTask(_ id: TaskID, reason: String?) {}
    /// UpdateTaskProtection; nil takes protection away.
    public mutating func protectTask(_ id: TaskID, until: Instant?) {}
    /// RegisterContainerInstance by hand.
    public mutating func registerContainerInstance(
        in cluster: ClusterID, instanceName: String, cpu: Int, memory: Int,
        attributes: [(name: String, value: String?)],
        tags: Value
    ) throws(Refusal) -> ContainerInstanceID { throw Refusal("ServerException", "not there") }
    /// DeregisterContainerInstance; without `force` an instance with tasks is refused.
    public mutating func deregisterContainerInstance(_ id: ContainerInstanceID, force: Bool) throws(Refusal) {}
    /// UpdateContainerInstancesState from DRAINING back to ACTIVE.
    public mutating func undrain(_ id: ContainerInstanceID) {}
}

/// What RunTask and StartTask ask for.
public struct RunRequest: Sendable {
    /// Where.
    public var cluster: ClusterID
    /// `family:revision`, ACTIVE.
    public var taskDefinition: String
    /// How many.
    public var count = 1
    /// StartTask's instances: one task on each, no scheduler asked; empty for RunTask.
    public var instances: [ContainerInstanceID] = []
    /// Empty under a launch type.
    public var strategy: [CapacityProviderStrategyItem] = []
    /// In order.
    public var placementStrategy: [PlacementStrategy] = []
    /// All of them.
    public var placementConstraints: [PlacementConstraint] = []
    /// AWS's `startedBy`; empty for none.
    public var startedBy = ""
    /// AWS's `group`; nil for `family:…`.
    public var group: String?
    /// AWS's `overrides`.
    public var overrides = Value.emptyObject
    /// AWS's list of `{key, value}`.
    public var tags = Value.list([])

    /// One task.
    public init(cluster: ClusterID, taskDefinition: String) {
        self.cluster = cluster
        self.taskDefinition = taskDefinition
    }
}

/// A task that was not started.
public struct RunFailure: Sendable {
    /// The container instance's id, where one is meant.
    public var instance: ContainerInstanceID?
    /// AWS's `reason`: `RESOURCE:MEMORY`, `AGENT`, `MISSING`.
    public var reason: String

    /// A failure.
    public init(instance: ContainerInstanceID?, reason: String) {
        self.instance = instance
        self.reason = reason
    }
}
