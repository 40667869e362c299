public import Model

/// Where a group's instances come from.
public enum LaunchSource: Sendable, Hashable {
    /// A launch template: its id, and the version as said (`3`, `$Latest`, `$Default`).
    case template(id: String, version: String)
    /// A launch configuration by name.
    case configuration(String)
}

/// A group's mixed instances policy, with AWS's defaults (aws-facts 2.3).
public struct MixedInstances: Sendable, Hashable {
    /// One of `Overrides`.
    public struct Override: Sendable, Hashable {
        /// The type.
        public var instanceType: String
        /// Its weight; nil for 1.
        public var weightedCapacity: Int?
        /// Its own template; nil for the policy's.
        public var template: LaunchSource?

        /// An override.
        public init(instanceType: String, weightedCapacity: Int? = nil, template: LaunchSource? = nil) {
            self.instanceType = instanceType
            self.weightedCapacity = weightedCapacity
            self.template = template
        }
    }

    /// In the order of preference.
    public var overrides: [Override] = []
    /// `prioritized` or `lowest-price`.
    public var onDemandAllocationStrategy = "prioritized"
    /// Instances on demand first of all.
    public var onDemandBaseCapacity = 0
    /// Percent on demand above the base, 0 to 100.
    public var onDemandPercentageAboveBaseCapacity = 100
    /// `lowest-price`, `capacity-optimized`, `capacity-optimized-prioritized`, `price-capacity-optimized`.
    public var spotAllocationStrategy = "lowest-price"
    /// Pools for `lowest-price`.
    public var spotInstancePools = 2
    /// As given; nil for none.
    public var spotMaxPrice: String?

    /// AWS's defaults.
    public init() {}
}

/// What a person says of a group: CreateAutoScalingGroup and UpdateAutoScalingGroup, with AWS's defaults (aws-facts 4.3).
public struct GroupSettings: Sendable, Hashable {
    /// Fewest instances.
    public var minSize: Int
    /// Most instances.
    public var maxSize: Int
    /// Wanted instances; whoever moved it last.
    public var desiredCapacity: Int
    /// Where instances come from.
    public var source: LaunchSource
    /// Types and purchase options; nil for the template's type on demand (or on Spot, where the template says so).
    public var mixed: MixedInstances?
    /// Subnets, in order; may be empty.
    public var subnets: [String]
    /// Zones, in order.
    public var zones: [String]
    /// AWS's `DefaultCooldown` in seconds.
    public var defaultCooldown = 300
    /// AWS's `HealthCheckType`: `EC2`, `ELB`, comma-separated.
    public var healthCheckType = "EC2"
    /// AWS's `HealthCheckGracePeriod` in seconds.
    public var healthCheckGracePeriod = 0
    /// AWS's `DefaultInstanceWarmup` in seconds; nil for none.
    public var defaultInstanceWarmup: Int?
    /// In order.
    public var terminationPolicies = ["Default"]
    /// New instances are protected from scale-in.
    public var newInstancesProtected = false
    /// Replaces instances that EC2 recommends to rebalance.
    public var capacityRebalance = false
    /// AWS's `InstanceMaintenancePolicy`; nil for none.
    public var maintenancePolicy: MaintenancePolicy?
    /// AWS's `MaxInstanceLifetime` in seconds; nil for none.
    public var maxInstanceLifetime: Int?
    /// Target groups in which its instances are registered.
    public var targetGroupArns: [String] = []
    /// Members that are only written down (`PlacementGroup`, `Context`, `ServiceLinkedRoleARN`, `DeletionProtection`, …),
    /// names in lower camel case.
    public var passed: [String: Value] = [:]

    /// Minimum and maximum healthy percentage of replacements.
    public struct MaintenancePolicy: Sendable, Hashable {
        /// 0 to 100.
        public var minHealthyPercentage: Int
        /// 100 to 200.
        public var maxHealthyPercentage: Int

        /// These percentages.
        public init(minHealthyPercentage: Int, maxHealthyPercentage: Int) {
            self.minHealthyPercentage = minHealthyPercentage
            self.maxHealthyPercentage = maxHealthyPercentage
        }
    }

    /// A group of these bounds.
    public init(
        minSize: Int, maxSize: Int, desiredCapacity: Int, source: LaunchSource, subnets: [String], zones: [String]
    ) {
        self.minSize = minSize
        self.maxSize = maxSize
        self.desiredCapacity = desiredCapacity
        self.source = source
        self.subnets = subnets
        self.zones = zones
    }
}
