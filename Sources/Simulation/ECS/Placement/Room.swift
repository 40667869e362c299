/// What placement needs to know of one container instance, small enough to look at a thousand of them for one task.
struct Room: Sendable {
    let id: ContainerInstanceID
    let ordinal: UInt64
    /// Index of its zone in the cluster.
    let zone: Int
    let provider: CapacityProviderID?
    /// ACTIVE, and its agent answers.
    let isOpen: Bool
    /// CPU units that are free.
    var cpu: Int
    /// MiB that are free.
    var memory: Int
    /// Tasks on it.
    var tasks: Int
}

extension World {
    /// Takes over what changed of an instance.
    mutating func refreshRoom(_ id: ContainerInstanceID) {
        guard let instance = ecs.containerInstances[id] else { return }
        let room = Room(
            id: id, ordinal: instance.ordinal, zone: instance.zoneSlot, provider: instance.capacityProvider,
            isOpen: instance.status == .active && instance.agentConnected, cpu: instance.freeCPU,
            memory: instance.freeMemory, tasks: instance.tasks.count)
        let slot = Int(id.slot)
        if slot < ecs.rooms.count {
            ecs.rooms[slot] = room
        } else {
            ecs.rooms.append(room)
        }
    }
}
