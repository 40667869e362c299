import Model
import Testing

@testable import Simulation

/// A cluster on a group with a capacity provider that manages everything, and a service.
struct ManagedStack {
    var world: World
    var group: GroupID
    var cluster: ClusterID
    var provider: CapacityProviderID
    var service: ServiceID

    init(
        _ settings: GroupSettings, count: Int, cpu: Int = 1024, least: Int = 50, protection: Bool = false,
        scheduling: ServiceSettings.Scheduling = .replica, seed: UInt64 = 1
    ) throws {
        world = FleetWorld.make(seed: seed)
        var settings = settings
        settings.newInstancesProtected = protection
        group = try world.createGroup(name: "web", settings: settings, tags: [], hooks: [])
        cluster = world.cluster()
        provider = try CapacityProviderTests.provider(&world, protection: protection)
        let strategy = [CapacityProviderStrategyItem(capacityProvider: "cp-web", weight: 1)]
        try world.putClusterCapacityProviders(cluster, providers: ["cp-web"], strategy: strategy)
        world.advance(by: .minutes(1))
        let container = TaskPlan.Container(name: "web", image: "web:1", essential: true, ports: [])
        let plan = TaskPlan(cpu: cpu, memory: 512, networkMode: .bridge, containers: [container])
        world.ecs.taskDefinitions["web:1"] = TaskDefinition(
            family: "web", revision: 1, shown: .emptyObject, tags: .list([]), registeredAt: world.now, plan: plan)
        var service = ServiceSettings(taskDefinition: "web:1")
        service.desiredCount = count
        service.scheduling = scheduling
        service.strategy = scheduling == .replica ? strategy : []
        service.deployment.minimumHealthyPercent = least
        self.service = try world.createService(
            in: cluster, name: "web", settings: service, tags: .list([]), createdBy: "arn:aws:iam::123456789012:root")
    }

    var running: Int {
        (world.ecs.services[service]?.tasks ?? []).count {
            world.ecs.tasks[$0]?.lastStatus == .running && world.ecs.tasks[$0]?.isWanted == true
        }
    }
    var desired: Int { world.fleet.groups[group]?.settings.desiredCapacity ?? -1 }
    var reservation: Int? { world.ecs.capacityProviders[provider]?.reservation }
}

@Suite("Managed scaling")
struct ManagedScalingTests {
    @Test("from zero the group goes to two instances, then to what the tasks need once the warm-up is over")
    func fromZero() throws {
        var stack = try ManagedStack(FleetWorld.settings(0, 10, 0), count: 8)
        stack.world.advance(by: .minutes(1))
        #expect(stack.reservation == 200_000)
        #expect(stack.desired == 2)
        stack.world.advance(by: .minutes(4))
        #expect(stack.running == 4)
        #expect(stack.desired == 2)
        stack.world.advance(by: .minutes(10))
        #expect(stack.running == 8)
        #expect(stack.desired == 4)
        #expect(stack.reservation == 100_000)
        let cause = try #require(stack.world.activities(stack.group).first?.cause)
        #expect(cause.contains("in state ALARM triggered policy ECSManagedAutoScalingPolicy-"))
    }

    @Test("without tasks, a group of none is at 100 percent and stays")
    func nothing() throws {
        var stack = try ManagedStack(FleetWorld.settings(0, 10, 0), count: 0)
        stack.world.advance(by: .minutes(30))
        #expect(stack.reservation == 100_000)
        #expect(stack.desired == 0)
    }

    @Test("idle instances go after fifteen low minutes, step by step down to the minimum, protected ones as well")
    func scaleIn() throws {
        for protection in [false, true] {
            var stack = try ManagedStack(FleetWorld.settings(1, 10, 8), count: 2, protection: protection)
            stack.world.advance(by: .minutes(12))
            #expect(stack.desired == 8)
            stack.world.advance(by: .minutes(30))
            let busy = Set(
                stack.world.ecs.services[stack.service]?.tasks.compactMap {
                    stack.world.ecs.tasks[$0]?.containerInstance
                } ?? [])
            #expect(stack.running == 2)
            #expect(stack.desired == busy.count)
            #expect(stack.world.serving(stack.group).count == busy.count)
            #expect(stack.world.serving(stack.group).allSatisfy { $0.isProtected == protection })
        }
    }

    @Test("the group's maximum bounds a scale-out; what has no room waits")
    func maximum() throws {
        var stack = try ManagedStack(FleetWorld.settings(0, 3, 0), count: 20)
        stack.world.advance(by: .minutes(40))
        #expect(stack.desired == 3)
        #expect(stack.running == 6)
        #expect(stack.world.ecs.clusters[stack.cluster]?.waiting.count == 14)
    }

    @Test("a task that no type can hold never scales out")
    func tooLarge() throws {
        var stack = try ManagedStack(FleetWorld.settings(0, 3, 0), count: 1, cpu: 4096)
        stack.world.advance(by: .minutes(10))
        #expect(stack.desired == 0)
        #expect(stack.reservation == 100_000)
    }

    @Test("instances with tasks are protected, and free again when the last one is gone")
    func protection() throws {
        var stack = try ManagedStack(FleetWorld.settings(0, 3, 1), count: 1, protection: true)
        stack.world.advance(by: .minutes(5))
        let agent = try #require(stack.world.ecs.clusters[stack.cluster]?.containerInstances.first)
        let id = try #require(stack.world.ecs.containerInstances[agent]?.instance)
        #expect(stack.world.fleet.instances[id]?.isProtected == true)
        stack.world.setDesiredCount(stack.service, 0)
        stack.world.advance(by: .minutes(2))
        #expect(stack.world.fleet.instances[id]?.isProtected == false)
    }
}
