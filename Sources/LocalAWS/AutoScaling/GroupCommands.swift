import Model
import Simulation

/// Making, changing and deleting groups.
enum GroupCommands {
    static let operations: [LocalOperation] = [
        .write("CreateAutoScalingGroup", create), .write("UpdateAutoScalingGroup", update),
        .write("DeleteAutoScalingGroup", delete), .write("SetDesiredCapacity", setDesired),
    ]

    private static func create(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("autoScalingGroupName") ?? ""
        try checkName(name)
        if world.fleet.groupNames[name] != nil {
            throw Refusal(
                "AlreadyExists",
                "AutoScalingGroup by this name already exists - A group with the name \(name) already exists")
        }
        guard let instance = request.text("instanceId") else { return try make(name, request, &world) }
        try LaunchConfigurations.make(name, from: instance, &world)
        do { return try make(name, request, &world) } catch {
            // The configuration was made for this group alone.
            world.registry[LaunchConfigurations.table][name] = nil
            throw error
        }
    }

    private static func make(_ name: String, _ request: LocalRequest, _ world: inout World) throws(Refusal) -> Value {
        let settings = try GroupInput.settings(request, world)
        var hooks: [AutoScalingGroup.Hook] = []
        for row in request.list("lifecycleHookSpecificationList") { hooks.append(try Hooks.hook(row, over: nil)) }
        let tags = GroupTags.merged(request.list("tags"), into: [])
        _ = try world.createGroup(name: name, settings: settings, tags: tags, hooks: hooks)
        world.registry[WarmPools.table][name] = nil
        return .emptyObject
    }

    private static func checkName(_ name: String) throws(Refusal) {
        if name.contains(":") {
            throw Groups.invalid("AutoScalingGroup name must not contain the colon character (:)")
        }
    }

    private static func update(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        guard let group = world.fleet.groups[id] else { return .emptyObject }
        try world.updateGroup(id, to: GroupInput.changed(group.settings, by: request, world))
        return .emptyObject
    }

    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("autoScalingGroupName") ?? ""
        let text = "AutoScalingGroup name not found - AutoScalingGroup '\(name)' not found"
        let id = try Groups.find(request, world, otherwise: text)
        try world.deleteGroup(id, force: request["forceDelete"]?.bool == true)
        return .emptyObject
    }

    private static func setDesired(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        try world.setDesiredCapacity(id, request["desiredCapacity"]?.integer ?? 0, cause: "")
        return .emptyObject
    }
}
