import Model
import Testing

@testable import Simulation

@Suite("Managed draining (aws-facts 2.2)")
struct ManagedDrainingTests {
    @Test(
        "an instance that a refresh ends is drained first, its tasks run elsewhere, and it does not wait for the hook")
    func refresh() throws {
        var stack = try ManagedStack(FleetWorld.settings(3, 6, 3), count: 3, protection: true)
        stack.world.advance(by: .minutes(8))
        var preferences = InstanceRefresh.Preferences()
        preferences.minHealthyPercentage = 100
        preferences.maxHealthyPercentage = 150
        preferences.instanceWarmup = .minutes(2)
        preferences.scaleInProtectedInstances = .refresh
        let desired = InstanceRefresh.Configuration(source: .template(id: "lt-1", version: "2"))
        _ = try stack.world.startRefresh(
            stack.group, preferences: preferences, desired: desired, shownDesired: .null)
        var least = 3
        for _ in 0..<240 {
            stack.world.advance(by: .seconds(10))
            least = min(least, stack.running)
        }
        #expect(stack.world.refresh(stack.group)?.status == .successful)
        #expect(stack.world.versions(stack.group) == ["2", "2", "2"])
        #expect(stack.running == 3)
        #expect(least >= 2)
        #expect(stack.world.members(stack.group).allSatisfy { $0.lifecycle == .inService })
    }

    @Test("a refresh with the defaults waits for protected instances and fails after an hour")
    func protected() throws {
        var stack = try ManagedStack(FleetWorld.settings(2, 4, 2), count: 4, protection: true)
        stack.world.advance(by: .minutes(8))
        let settings = try #require(stack.world.fleet.groups[stack.group]?.settings)
        let preferences = InstanceRefresh.Preferences(of: settings)
        _ = try stack.world.startRefresh(stack.group, preferences: preferences, desired: nil, shownDesired: .null)
        stack.world.advance(by: .minutes(62))
        #expect(stack.world.refresh(stack.group)?.status == .failed)
        #expect(stack.running == 4)
    }

    @Test("on Spot's notice the instance drains, and its tasks are elsewhere when it is taken")
    func notice() throws {
        let mixed = FleetWorld.mixed(percentage: 0)
        var stack = try ManagedStack(FleetWorld.settings(3, 6, 3, mixed: mixed), count: 3)
        stack.world.advance(by: .minutes(8))
        #expect(stack.running == 3)
        let agent = try #require(
            stack.world.ecs.tasks[
                stack.world.ecs.services[stack.service]?.tasks.first
                    ?? TaskID(slot: 99, generation: 0)]?.containerInstance)
        let instance = try #require(stack.world.ecs.containerInstances[agent]?.instance)
        stack.world.giveSpotNotice(instance)
        #expect(stack.world.ecs.containerInstances[agent]?.status == .draining)
        stack.world.advance(by: .seconds(119))
        #expect(stack.running == 3)
        #expect(stack.world.ecs.containerInstances[agent]?.tasks.isEmpty == true)
        stack.world.advance(by: .minutes(4))
        #expect(stack.world.fleet.instances[instance]?.state == .terminated)
        #expect(stack.world.serving(stack.group).count == 3)
    }

    @Test("a task that no service started holds the drain; stopping it lets the instance go")
    func standalone() throws {
        var stack = try ManagedStack(FleetWorld.settings(0, 4, 1), count: 0)
        stack.world.advance(by: .minutes(4))
        let name = try #require(stack.world.ecs.services[stack.service]?.settings.taskDefinition)
        let task = try #require(
            try stack.world.runTasks(
                RunRequest(cluster: stack.cluster, taskDefinition: name)
            ).tasks.first)
        stack.world.advance(by: .minutes(1))
        try stack.world.setDesiredCapacity(stack.group, 0, cause: "")
        stack.world.advance(by: .hours(3))
        let instance = try #require(stack.world.members(stack.group).first)
        #expect(instance.lifecycle == .terminatingWait)
        stack.world.stopTask(task, reason: nil)
        stack.world.advance(by: .minutes(2))
        #expect(stack.world.members(stack.group).isEmpty)
    }

    @Test("when the container instance vanishes during the wait nobody completes the hook, for up to an hour")
    func trap() throws {
        var stack = try ManagedStack(FleetWorld.settings(0, 4, 1), count: 0)
        stack.world.advance(by: .minutes(4))
        let name = try #require(stack.world.ecs.services[stack.service]?.settings.taskDefinition)
        _ = try stack.world.runTasks(RunRequest(cluster: stack.cluster, taskDefinition: name))
        stack.world.advance(by: .minutes(1))
        let agent = try #require(stack.world.ecs.clusters[stack.cluster]?.containerInstances.first)
        try stack.world.setDesiredCapacity(stack.group, 0, cause: "")
        stack.world.advance(by: .minutes(1))
        try stack.world.deregisterContainerInstance(agent, force: true)
        stack.world.advance(by: .minutes(50))
        #expect(stack.world.members(stack.group).first?.lifecycle == .terminatingWait)
        stack.world.advance(by: .minutes(12))
        #expect(stack.world.members(stack.group).isEmpty)
    }

    @Test("a provider in use cannot be removed from its cluster")
    func inUse() throws {
        var stack = try ManagedStack(FleetWorld.settings(0, 4, 1), count: 1)
        let refusal = #expect(throws: Refusal.self) {
            try stack.world.putClusterCapacityProviders(stack.cluster, providers: [], strategy: [])
        }
        #expect(refusal?.code == "ResourceInUseException")
        #expect(refusal?.message == "The specified capacity provider is in use and cannot be removed.")
    }
}
