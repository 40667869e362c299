import Simulation

/// How a world stood before anything was done to it.
struct Beginning: Sendable {
    let at: Instant
    /// Samples that were on the timeline.
    let serviceSamples: Int
    let fleetSamples: Int
    /// Services' tasks by revision.
    private(set) var services: [ServiceID: [Timeline.ServiceSample]] = [:]
    /// Groups' instances.
    private(set) var groups: [GroupID: Members] = [:]

    /// A group's instances in service.
    struct Members: Sendable {
        var instances: [InstanceID] = []
        var onDemand = 0
        var spot = 0
        var desired = 0
        /// Services with tasks on them.
        var services: [ServiceID] = []
    }

    init(_ world: World) {
        at = world.now
        serviceSamples = world.timeline.services.count
        fleetSamples = world.timeline.fleet.count
        for id in world.ecs.services.handles where world.ecs.services[id]?.status == .active {
            services[id] = world.standing(of: id)
        }
        for id in world.fleet.groups.handles { groups[id] = Self.members(of: id, world) }
    }

    private static func members(of id: GroupID, _ world: World) -> Members {
        var members = Members()
        members.desired = world.fleet.groups[id]?.settings.desiredCapacity ?? 0
        members.services = world.services(on: id)
        for member in world.fleet.groups[id]?.instances ?? [] {
            guard let instance = world.fleet.instances[member], instance.lifecycle == .inService else { continue }
            members.instances.append(member)
            if instance.isSpot { members.spot += 1 } else { members.onDemand += 1 }
        }
        return members
    }
}
