import Model
import Testing

@testable import Simulation

@Suite("Capacity providers (aws-facts 3)")
struct CapacityProviderTests {
    static func provider(
        _ world: inout World, protection: Bool = false, draining: Bool = true, group: String = "web"
    ) throws(Refusal) -> CapacityProviderID {
        try world.createCapacityProvider(
            name: "cp-\(group)", group: group, scaling: CapacityProvider.ManagedScaling(), protection: protection,
            draining: draining, tags: .list([]))
    }

    @Test("refusals of a creation, in AWS's words")
    func refusals() throws {
        var world = FleetWorld.make()
        let missing = #expect(throws: Refusal.self) { try Self.provider(&world) }
        #expect(
            missing?.message == "The specified Auto Scaling group ARN is invalid. Specify a valid ARN and try again.")
        _ = try world.group(FleetWorld.settings(0, 4, 0))
        let protection = #expect(throws: Refusal.self) { try Self.provider(&world, protection: true) }
        #expect(
            protection?.message
                == "The managed termination protection setting for the capacity provider is invalid. To enable managed "
                + "termination protection for a capacity provider, the Auto Scaling group must have instance protection "
                + "from scale in enabled.")
        _ = try Self.provider(&world)
        let twice = #expect(throws: Refusal.self) { try Self.provider(&world) }
        #expect(twice?.message.hasPrefix("The specified capacity provider already exists.") == true)
    }

    @Test("the association takes its time, then policy and draining hook are on the group")
    func attach() throws {
        var world = FleetWorld.make()
        let group = try world.group(FleetWorld.settings(0, 4, 0))
        let id = try Self.provider(&world)
        let cluster = world.cluster()
        #expect(world.fleet.groups[group]?.tags.first?["key"] == "AmazonECSManaged")
        let strategy = [CapacityProviderStrategyItem(capacityProvider: "cp-web", weight: 1)]
        try world.putClusterCapacityProviders(cluster, providers: ["cp-web"], strategy: strategy)
        #expect(world.ecs.clusters[cluster]?.attachmentsStatus == "UPDATE_IN_PROGRESS")
        let busy = #expect(throws: Refusal.self) {
            try world.putClusterCapacityProviders(cluster, providers: [], strategy: [])
        }
        #expect(busy?.code == "UpdateInProgressException")
        world.advance(by: .seconds(20))
        #expect(world.ecs.clusters[cluster]?.attachmentsStatus == "UPDATE_COMPLETE")
        let policy = try #require(world.fleet.groups[group]?.policies.first?["policyName"]?.string)
        #expect(policy == world.ecs.capacityProviders[id]?.policyName)
        #expect(policy.hasPrefix("ECSManagedAutoScalingPolicy-"))
        let hook = try #require(world.fleet.groups[group]?.hooks.first)
        #expect(hook.name == "ecs-managed-draining-termination-hook")
        #expect(hook.heartbeatTimeout == 3600 && hook.defaultResult == "CONTINUE" && !hook.isLaunching)
    }

    @Test("an associated provider cannot be deleted; a removed one goes, and takes its things off the group")
    func delete() throws {
        var world = FleetWorld.make()
        let group = try world.group(FleetWorld.settings(0, 4, 0))
        let id = try Self.provider(&world)
        let cluster = world.cluster()
        try world.putClusterCapacityProviders(cluster, providers: ["cp-web"], strategy: [])
        world.advance(by: .seconds(20))
        let refusal = #expect(throws: Refusal.self) { try world.deleteCapacityProvider(id) }
        #expect(
            refusal?.message == "The capacity provider cannot be deleted because it is associated with cluster: web. "
                + "Remove the capacity provider from the cluster and try again.")
        try world.putClusterCapacityProviders(cluster, providers: [], strategy: [])
        world.advance(by: .seconds(20))
        #expect(world.fleet.groups[group]?.policies.isEmpty == true)
        #expect(world.fleet.groups[group]?.hooks.isEmpty == true)
        try world.deleteCapacityProvider(id)
        #expect(world.ecs.capacityProviders[id]?.status == .deprovisioning)
        world.advance(by: .seconds(20))
        #expect(world.ecs.capacityProviders[id]?.status == .inactive)
        #expect(world.fleet.groups[group]?.tags.isEmpty == true)
        _ = try Self.provider(&world)
    }

    @Test("an update is in progress, then complete, and moves the hook")
    func update() throws {
        var world = FleetWorld.make()
        let group = try world.group(FleetWorld.settings(0, 4, 0))
        let id = try Self.provider(&world)
        try world.putClusterCapacityProviders(world.cluster(), providers: ["cp-web"], strategy: [])
        world.advance(by: .seconds(20))
        try world.updateCapacityProvider(
            id, scaling: CapacityProvider.ManagedScaling(), protection: false, draining: false)
        #expect(world.ecs.capacityProviders[id]?.updateStatus == "UPDATE_IN_PROGRESS")
        world.advance(by: .seconds(20))
        #expect(world.ecs.capacityProviders[id]?.updateStatus == "UPDATE_COMPLETE")
        #expect(world.fleet.groups[group]?.hooks.isEmpty == true)
    }

    @Test("strategies that AWS refuses")
    func strategies() throws {
        var world = FleetWorld.make()
        _ = try world.group(FleetWorld.settings(0, 4, 0))
        _ = try Self.provider(&world)
        let cluster = world.cluster()
        let item = CapacityProviderStrategyItem(capacityProvider: "cp-web", weight: 0)
        #expect(throws: Refusal.self) {
            try world.putClusterCapacityProviders(cluster, providers: ["cp-web"], strategy: [item])
        }
        let foreign = CapacityProviderStrategyItem(capacityProvider: "FARGATE", weight: 1)
        #expect(throws: Refusal.self) {
            try world.putClusterCapacityProviders(cluster, providers: ["cp-web"], strategy: [foreign])
        }
        #expect(throws: Refusal.self) {
            try world.putClusterCapacityProviders(cluster, providers: ["nothing"], strategy: [])
        }
    }
}
