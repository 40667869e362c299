/// EC2 instances and Auto Scaling groups of one region.
public struct Fleet: Sendable {
    /// Instances, the terminated ones too for an hour.
    public internal(set) var instances = Slab<Instance>()
    /// By id, `i-…`.
    public internal(set) var instanceNames: [String: InstanceID] = [:]
    /// Auto Scaling groups.
    public internal(set) var groups = Slab<AutoScalingGroup>()
    /// By name.
    public internal(set) var groupNames: [String: GroupID] = [:]
    /// Types as an account showed them, by name; they stand before the ones that the simulation knows by itself.
    var types: [String: InstanceType] = [:]
    /// The cluster that instances of a launch template or configuration join where their user data does not say it.
    var homes: [String: String] = [:]
    /// Attributes that an instance of a launch template or configuration registered with, for those that come after it.
    var siblings: [String: [(name: String, value: String?)]] = [:]
    /// Private addresses that instances hold.
    var addresses: Set<String> = []
    /// How many addresses of a subnet were given out so far.
    var addressCounts: [String: Int] = [:]

    /// No instances.
    public init() {}

    /// The type of this name; nil for one that nobody knows.
    func type(named name: String) -> InstanceType? { types[name] ?? InstanceType.named(name) }
}

/// An instance's key.
public typealias InstanceID = Handle<Instance>
/// An Auto Scaling group's key.
public typealias GroupID = Handle<AutoScalingGroup>
