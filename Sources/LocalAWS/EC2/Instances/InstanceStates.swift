import Model
import Simulation

/// Ending, stopping and starting instances.
enum InstanceStates {
    static let operations: [LocalOperation] = [
        .write("TerminateInstances", terminate), .write("StopInstances", stop), .write("StartInstances", start),
    ]

    /// The keys of instances; AWS refuses all of them when it does not know one.
    static func find(_ ids: [String], _ world: World) throws(Refusal) -> [InstanceID] {
        if let bad = ids.first(where: { !$0.hasPrefix("i-") }) {
            throw Refusal("InvalidInstanceID.Malformed", "Invalid id: \"\(bad)\"")
        }
        let unknown = ids.filter { world.fleet.instanceNames[$0] == nil }
        guard unknown.isEmpty else {
            let several = unknown.count > 1
            let text = "The instance ID\(several ? "s" : "") '\(unknown.joined(separator: ", "))'"
            throw Refusal("InvalidInstanceID.NotFound", text + (several ? " do not exist" : " does not exist"))
        }
        return ids.compactMap { world.fleet.instanceNames[$0] }
    }

    private static func terminate(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let found = try find(request.texts("instanceIds"), world)
        for id in found where world.fleet.instances[id]?.data["disableApiTermination"]?.bool == true {
            let name = world.fleet.instances[id]?.id ?? ""
            throw Refusal(
                "OperationNotPermitted",
                "The instance '\(name)' may not be terminated. Modify its 'disableApiTermination' instance attribute "
                    + "and try again.")
        }
        return [
            "terminatingInstances": try changes(&world, found) { world, id throws(Refusal) in
                world.terminateInstance(id, reason: "User initiated")
            }
        ]
    }

    private static func stop(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let found = try find(request.texts("instanceIds"), world)
        return [
            "stoppingInstances": try changes(&world, found) { world, id throws(Refusal) in
                try world.stopInstance(id)
            }
        ]
    }

    private static func start(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let found = try find(request.texts("instanceIds"), world)
        return [
            "startingInstances": try changes(&world, found) { world, id throws(Refusal) in
                try world.startInstance(id)
            }
        ]
    }

    private static func changes(
        _ world: inout World, _ ids: [InstanceID], _ change: (inout World, InstanceID) throws(Refusal) -> Void
    ) throws(Refusal) -> Value {
        var rows: [Value] = []
        for id in ids {
            let old = world.fleet.instances[id]?.state ?? .terminated
            try change(&world, id)
            let new = world.fleet.instances[id]?.state ?? .terminated
            rows.append([
                "instanceId": .string(world.fleet.instances[id]?.id ?? ""), "currentState": InstanceView.shown(new),
                "previousState": InstanceView.shown(old),
            ])
        }
        return .list(rows)
    }
}
