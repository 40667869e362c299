import Model
import Simulation

/// Lifecycle hooks and the actions that wait at them.
enum Hooks {
    static let operations: [LocalOperation] = [
        .write("PutLifecycleHook", put), .write("DeleteLifecycleHook", delete),
        .read("DescribeLifecycleHooks", describe),
        .write("CompleteLifecycleAction", complete), .write("RecordLifecycleActionHeartbeat", heartbeat),
        .read("DescribeLifecycleHookTypes") { _, _ throws(Refusal) in
            ["lifecycleHookTypes": .texts([launching, ending])]
        },
    ]

    private static let launching = "autoscaling:EC2_INSTANCE_LAUNCHING"
    private static let ending = "autoscaling:EC2_INSTANCE_TERMINATING"

    /// A hook as a request says it; what it does not say stays as in the old one.
    static func hook(_ row: Value, over old: AutoScalingGroup.Hook?) throws(Refusal) -> AutoScalingGroup.Hook {
        let name = row["lifecycleHookName"]?.string ?? ""
        let transition = row["lifecycleTransition"]?.string
        guard let isLaunching = transition.map({ $0 == launching }) ?? old?.isLaunching else {
            throw Groups.invalid("LifecycleTransition is required when creating lifecycle hook \(name)")
        }
        var hook = old ?? AutoScalingGroup.Hook(name: name, isLaunching: isLaunching)
        hook.isLaunching = isLaunching
        if let seconds = row["heartbeatTimeout"]?.integer { hook.heartbeatTimeout = seconds }
        if let result = row["defaultResult"]?.string { hook.defaultResult = result }
        for member in ["notificationTargetARN", "roleARN", "notificationMetadata"] {
            guard let value = row[member] else { continue }
            hook.passed[member] = value.string == "" ? nil : value
        }
        return hook
    }

    private static func put(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        let name = request.text("lifecycleHookName")
        let old = world.fleet.groups[id]?.hooks.first { $0.name == name }
        try world.putHook(id, hook(request.input, over: old))
        return .emptyObject
    }

    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        try world.deleteHook(id, request.text("lifecycleHookName") ?? "")
        return .emptyObject
    }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        guard let group = world.fleet.groups[id] else { return .emptyObject }
        let names = request.texts("lifecycleHookNames")
        let hooks = group.hooks.filter { names.isEmpty || names.contains($0.name) }
        return ["lifecycleHooks": .list(hooks.map { row($0, group.name) })]
    }

    private static func row(_ hook: AutoScalingGroup.Hook, _ group: String) -> Value {
        Value.object(hook.passed).overlaid(with: [
            "lifecycleHookName": .string(hook.name), "autoScalingGroupName": .string(group),
            "lifecycleTransition": .string(hook.isLaunching ? launching : ending),
            "heartbeatTimeout": .integer(hook.heartbeatTimeout),
            "globalTimeout": .integer(min(172_800, 100 * hook.heartbeatTimeout)),
            "defaultResult": .string(hook.defaultResult),
        ])
    }

    private static func complete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        try world.completeLifecycleAction(
            id, hook: request.text("lifecycleHookName") ?? "", instance: waiting(id, request, world),
            isContinue: request.text("lifecycleActionResult") != "ABANDON")
        return .emptyObject
    }

    private static func heartbeat(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try Groups.find(request, world)
        try world.recordHeartbeat(
            id, hook: request.text("lifecycleHookName") ?? "", instance: waiting(id, request, world))
        return .emptyObject
    }

    /// The instance that waits, by its id or by the action's token.
    private static func waiting(
        _ group: GroupID, _ request: LocalRequest, _ world: World
    ) throws(Refusal) -> InstanceID {
        let (name, token) = (request.text("instanceId"), request.text("lifecycleActionToken"))
        let found = (world.fleet.groups[group]?.instances ?? []).first { key in
            guard let instance = world.fleet.instances[key] else { return false }
            return name.map { instance.id == $0 } ?? instance.hooks.contains { $0.token == token }
        }
        guard let found else {
            throw Groups.invalid("No active Lifecycle Action found with instance ID \(name ?? token ?? "null")")
        }
        return found
    }
}
