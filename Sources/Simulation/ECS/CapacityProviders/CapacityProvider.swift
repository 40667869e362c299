public import Model

/// A capacity provider that stands on an Auto Scaling group.
public struct CapacityProvider: Sendable {
    /// Managed scaling's settings (aws-facts 3).
    public struct ManagedScaling: Sendable, Hashable {
        /// Whether ECS moves the group's desired capacity.
        public var enabled = true
        /// Wanted CapacityProviderReservation in percent, 1 to 100.
        public var targetCapacity = 100
        /// Fewest instances a step adds.
        public var minimumScalingStepSize = 1
        /// Most instances a step adds.
        public var maximumScalingStepSize = 10_000
        /// How long a new instance does not count as there.
        public var instanceWarmupPeriod = Span.seconds(300)

        /// AWS's defaults.
        public init() {}
    }

    /// AWS's `status`.
    public enum Status: String, Sendable {
        case active = "ACTIVE"
        case deprovisioning = "DEPROVISIONING"
        case inactive = "INACTIVE"
    }

    /// Its name.
    public let name: String
    /// The group's ARN, as AWS shows it.
    public let groupArn: String
    /// The group's name.
    public let groupName: String
    /// Managed scaling.
    public internal(set) var managedScaling = ManagedScaling()
    /// Keeps instances with tasks from scale-in.
    public internal(set) var managedTerminationProtection = false
    /// Drains instances before they end.
    public internal(set) var managedDraining = true
    /// Its life.
    public internal(set) var status = Status.active
    /// AWS's `updateStatus`: `CREATE_COMPLETE`, `UPDATE_IN_PROGRESS`, `UPDATE_COMPLETE`, `DELETE_IN_PROGRESS`, …; nil for none.
    public internal(set) var updateStatus: String?
    /// When the change under way is done.
    var due: Instant?
    /// AWS's list of `{key, value}`.
    public var tags: Value
    /// The cluster that it scales for; nil while it is in none.
    public internal(set) var cluster: ClusterID?
    /// UUID of its scaling policy on the group.
    public internal(set) var policyID = ""
    /// How many minutes in a row the reservation was below the target.
    var lowMinutes = 0
    /// CapacityProviderReservation in thousandths of a percent, as of the last minute; nil before the first.
    public internal(set) var reservation: Int?
}
