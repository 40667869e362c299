/// Amazon ECS in one region.
public struct ECSState: Sendable {
    /// Clusters, the deleted ones too while AWS still describes them.
    public internal(set) var clusters = Slab<Cluster>()
    /// The newest cluster of each name.
    public internal(set) var clusterNames: [String: ClusterID] = [:]
    /// Capacity providers that stand on Auto Scaling groups.
    public internal(set) var capacityProviders = Slab<CapacityProvider>()
    /// The newest capacity provider of each name.
    public internal(set) var capacityProviderNames: [String: CapacityProviderID] = [:]
    /// Instances that registered in a cluster.
    public internal(set) var containerInstances = Slab<ContainerInstance>()
    /// By the 32 hexadecimal digits of their ARN.
    public internal(set) var containerInstanceNames: [String: ContainerInstanceID] = [:]
    /// Task definitions by `family:revision`.
    public internal(set) var taskDefinitions: [String: TaskDefinition] = [:]
    /// Families in the order of their first revision.
    public internal(set) var families: [String] = []
    /// How many revisions a family had so far; revision numbers are never used again.
    public internal(set) var revisions: [String: Int] = [:]
    /// Services, the deleted ones too while AWS still describes them.
    public internal(set) var services = Slab<Service>()
    /// Tasks, the stopped ones too for an hour.
    public internal(set) var tasks = Slab<ECSTask>()
    /// By the 32 hexadecimal digits of their ARN.
    public internal(set) var taskNames: [String: TaskID] = [:]
    /// What the scheduler saw of tasks, by their slots; nil where it never looked.
    var glances: ContiguousArray<TaskGlance?> = []
    /// What placement knows of container instances, by their slots.
    var rooms: ContiguousArray<Room> = []
    /// Container instances that are INACTIVE and still described, oldest first.
    var inactiveInstances: [ContainerInstanceID] = []

    /// No clusters.
    public init() {}
}

/// A cluster's key.
public typealias ClusterID = Handle<Cluster>
/// A capacity provider's key.
public typealias CapacityProviderID = Handle<CapacityProvider>
/// A container instance's key.
public typealias ContainerInstanceID = Handle<ContainerInstance>
/// A service's key.
public typealias ServiceID = Handle<Service>
/// A task's key.
public typealias TaskID = Handle<ECSTask>
