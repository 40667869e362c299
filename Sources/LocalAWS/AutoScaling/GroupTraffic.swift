import Model
import Simulation

/// Classic Load Balancers and other sources of traffic: written down, and target groups among them taken as such.
enum GroupTraffic {
    static let operations: [LocalOperation] = [
        .write("AttachLoadBalancers") { world, request throws(Refusal) in try loadBalancers(&world, request, true) },
        .write("DetachLoadBalancers") { world, request throws(Refusal) in try loadBalancers(&world, request, false) },
        .write("AttachTrafficSources") { world, request throws(Refusal) in try sources(&world, request, true) },
        .write("DetachTrafficSources") { world, request throws(Refusal) in try sources(&world, request, false) },
    ]

    private static func loadBalancers(
        _ world: inout World, _ request: LocalRequest, _ attaches: Bool
    ) throws(Refusal) -> Value {
        let named = request["loadBalancerNames"]?.list ?? []
        try change("loadBalancerNames", of: &world, request) { old in
            old.filter { !named.contains($0) } + (attaches ? named : [])
        }
        return .emptyObject
    }

    private static func sources(
        _ world: inout World, _ request: LocalRequest, _ attaches: Bool
    ) throws(Refusal) -> Value {
        let named = request["trafficSources"]?.list ?? []
        let isTarget = { (row: Value) in row["type"]?.string ?? "elbv2" == "elbv2" }
        let others = named.filter { !isTarget($0) }
        let gone = Set(others.compactMap { $0["identifier"] })
        try change("trafficSources", of: &world, request) { old in
            old.filter { !gone.contains($0["identifier"] ?? .null) } + (attaches ? others : [])
        }
        let id = try Groups.find(request, world)
        let groups = named.filter(isTarget).compactMap { $0["identifier"]?.string }
        let kept = (world.fleet.groups[id]?.settings.targetGroupArns ?? []).filter { !groups.contains($0) }
        if !groups.isEmpty { world.setTargetGroups(id, kept + (attaches ? groups : [])) }
        return .emptyObject
    }

    private static func change(
        _ member: String, of world: inout World, _ request: LocalRequest, _ edit: ([Value]) -> [Value]
    ) throws(Refusal) {
        let id = try Groups.find(request, world)
        guard var settings = world.fleet.groups[id]?.settings else { return }
        settings.passed[member] = .list(edit(settings.passed[member]?.list ?? []))
        try world.updateGroup(id, to: settings)
    }
}
