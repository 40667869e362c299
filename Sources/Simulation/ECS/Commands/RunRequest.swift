public import Model

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
