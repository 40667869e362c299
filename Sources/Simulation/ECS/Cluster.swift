public import Model

/// An ECS cluster.
public struct Cluster: Sendable {
    /// AWS's `status`.
    public enum Status: String, Sendable {
        case active = "ACTIVE"
        case inactive = "INACTIVE"
    }

    /// Its name.
    public let name: String
    /// ACTIVE, or INACTIVE once deleted.
    public internal(set) var status = Status.active
    /// What is only written down: `settings`, `configuration`, `serviceConnectDefaults`.
    public var written: Value
    /// AWS's list of `{key, value}`.
    public var tags: Value
    /// Names of the associated capacity providers, as given.
    public internal(set) var capacityProviders: [String] = []
    /// What services without launch type and strategy get.
    public internal(set) var defaultStrategy: [CapacityProviderStrategyItem] = []
    /// `UPDATE_IN_PROGRESS`, `UPDATE_COMPLETE`; nil before the first association.
    public internal(set) var attachmentsStatus: String?
    /// When `UPDATE_IN_PROGRESS` ends.
    var attachmentsDue: Instant?
    /// Its services that are not INACTIVE, oldest first.
    public internal(set) var services: [ServiceID] = []
    /// Names of all its services, the INACTIVE ones too, to the newest of that name.
    public internal(set) var serviceNames: [String: ServiceID] = [:]
    /// Its container instances, oldest first.
    public internal(set) var containerInstances: [ContainerInstanceID] = []
    /// Tasks that wait for room (PROVISIONING), oldest first.
    public internal(set) var waiting: [TaskID] = []
    /// Tasks that no service started, oldest first.
    public internal(set) var standalone: [TaskID] = []
    /// Its zones in the order of their first instance, and how many ACTIVE instances each has.
    var zones: [Zone] = []
    /// Instances on which room came up since waiting tasks were placed last.
    var freed: [ContainerInstanceID] = []
    /// Services whose tasks found no room and do not wait as PROVISIONING.
    var blocked: [ServiceID] = []
    /// A look at who waits is on its way.
    var wakePending = false

    /// One zone's share.
    struct Zone: Sendable {
        let name: String
        var active = 0
    }
}

/// One entry of a capacity provider strategy.
public struct CapacityProviderStrategyItem: Sendable, Hashable {
    /// The capacity provider's name.
    public var capacityProvider: String
    /// Relative share, 0 to 1000.
    public var weight: Int
    /// How many tasks go there first of all.
    public var base: Int

    /// An entry.
    public init(capacityProvider: String, weight: Int = 0, base: Int = 0) {
        self.capacityProvider = capacityProvider
        self.weight = weight
        self.base = base
    }
}
