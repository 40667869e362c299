import Model
import Simulation

/// Warm pools: written down and shown, they hold no instances.
enum WarmPools {
    static let table = "autoscaling/warm-pool"

    static let operations: [LocalOperation] = [
        .write("PutWarmPool", put), .write("DeleteWarmPool", delete), .read("DescribeWarmPool", describe),
    ]

    private static func put(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = try name(request, world)
        var row = (["poolState": "Stopped", "minSize": 0] as Value).overlaid(
            with: world.registry[table][name] ?? .emptyObject)
        for member in ["maxGroupPreparedCapacity", "minSize", "poolState", "instanceReusePolicy"] {
            guard let value = request[member] else { continue }
            row[member] = value.integer == -1 ? nil : value
        }
        world.registry[table][name] = row
        return .emptyObject
    }

    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = try name(request, world)
        guard world.registry[table][name] != nil else {
            throw Groups.invalid("No warm pool found for AutoScalingGroup \(name)")
        }
        world.registry[table][name] = nil
        return .emptyObject
    }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        .known(["warmPoolConfiguration": world.registry[table][try name(request, world)], "instances": []])
    }

    private static func name(_ request: LocalRequest, _ world: World) throws(Refusal) -> String {
        world.fleet.groups[try Groups.find(request, world)]?.name ?? ""
    }
}
