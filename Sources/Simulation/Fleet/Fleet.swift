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
    /// Private addresses that instances hold.
    var addresses: Set<String> = []
    /// How many addresses of a subnet were given out so far.
    var addressCounts: [String: Int] = [:]

    /// No instances.
    public init() {}
}

/// An instance's key.
public typealias InstanceID = Handle<Instance>
/// An Auto Scaling group's key.
public typealias GroupID = Handle<AutoScalingGroup>
