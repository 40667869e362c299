// What EC2, Auto Scaling and capacity providers do when other domains ask. Each function moves to its own file.
extension World {
    mutating func advanceInstance(_ id: InstanceID, epoch: Int32) {}
    mutating func reconcileGroup(_ id: GroupID) {}
    mutating func advanceRefresh(_ id: GroupID, epoch: Int32) {}
    mutating func giveSpotNotice(_ id: InstanceID) {}
    mutating func reclaimSpot(_ id: InstanceID) {}
    mutating func recommendRebalance(_ id: InstanceID) {}
    mutating func capacityProviderDue(_ id: CapacityProviderID) {}
    mutating func runManagedScaling() {}
    mutating func tidyFleet() {}
    mutating func reclaimPool(_ pool: SpotPool, count: Int?) {}
    mutating func recommendRebalance(_ pool: SpotPool) {}
    mutating func loseZone(_ zone: String) {}
    mutating func failInstance(_ id: String) {}
    /// A container instance has no tasks left that a drain waits for, or lost its last non-daemon task.
    mutating func containerInstanceEmptied(_ id: ContainerInstanceID) {}
    /// A container instance got a non-daemon task.
    mutating func containerInstanceFilled(_ id: ContainerInstanceID) {}
}
