import Model
import Simulation

/// What people do with single instances of a group.
enum MemberCommands {
    static let operations: [LocalOperation] = [
        .write("AttachInstances", attach), .write("DetachInstances", detach), .write("EnterStandby", enterStandby),
        .write("ExitStandby", exitStandby), .write("SetInstanceHealth", setHealth),
        .write("SetInstanceProtection", protect), .write("TerminateInstanceInAutoScalingGroup", terminate),
    ]

    private static func attach(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try world.attachInstances(Groups.find(request, world), instances: request.texts("instanceIds"))
        return .emptyObject
    }

    private static func detach(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        return try activities(&world, id, request) { world, names throws(Refusal) in
            try world.detachInstances(id, instances: names, decrement: decrements(request))
        }
    }

    private static func enterStandby(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        return try activities(&world, id, request) { world, names throws(Refusal) in
            try world.enterStandby(id, instances: names, decrement: decrements(request))
        }
    }

    private static func exitStandby(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        return try activities(&world, id, request) { world, names throws(Refusal) in
            try world.exitStandby(id, instances: names)
        }
    }

    private static func decrements(_ request: LocalRequest) -> Bool {
        request["shouldDecrementDesiredCapacity"]?.bool == true
    }

    /// The reply that holds the activities which a change began.
    private static func activities(
        _ world: inout World, _ id: GroupID, _ request: LocalRequest,
        _ change: (inout World, [String]) throws(Refusal) -> Void
    ) throws(Refusal) -> Value {
        let old = Set(world.fleet.groups[id]?.activities.map(\.id) ?? [])
        try change(&world, request.texts("instanceIds"))
        guard let group = world.fleet.groups[id] else { return ["activities": []] }
        let new = group.activities.filter { !old.contains($0.id) }
        return ["activities": .list(new.map { GroupReads.activity($0, group, world) })]
    }

    private static func setHealth(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let status = request.text("healthStatus") ?? ""
        guard ["healthy", "unhealthy"].contains(status.lowercased()) else {
            throw Groups.invalid("Invalid health status: \(status)")
        }
        try world.setHealth(member(request, world).key, isHealthy: status.lowercased() == "healthy")
        return .emptyObject
    }

    private static func protect(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try world.setProtection(
            Groups.find(request, world), instances: request.texts("instanceIds"),
            request["protectedFromScaleIn"]?.bool == true)
        return .emptyObject
    }

    private static func terminate(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (key, id) = try member(request, world)
        let activity = try world.terminateInGroup(key, decrement: decrements(request))
        guard let group = world.fleet.groups[id] else { return .emptyObject }
        return ["activity": GroupReads.activity(activity, group, world)]
    }

    private static func member(
        _ request: LocalRequest, _ world: World
    ) throws(Refusal) -> (key: InstanceID, group: GroupID) {
        let name = request.text("instanceId") ?? ""
        guard let key = world.fleet.instanceNames[name], let group = world.fleet.instances[key]?.group else {
            throw Groups.invalid("Instance Id not found - No managed instance found for instance ID: \(name)")
        }
        return (key, group)
    }
}
