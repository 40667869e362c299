import Testing

@testable import Simulation

@Suite("Lifecycle hooks")
struct LifecycleHookTests {
    private static func hook(_ name: String, launching: Bool, _ result: String = "ABANDON") -> AutoScalingGroup.Hook {
        AutoScalingGroup.Hook(name: name, isLaunching: launching, heartbeatTimeout: 300, defaultResult: result)
    }

    @Test("an instance waits for all launching hooks at once, and goes into service after the last")
    func launching() throws {
        var world = FleetWorld.make()
        let id = try world.group(
            FleetWorld.settings(0, 3, 1), hooks: [Self.hook("a", launching: true), Self.hook("b", launching: true)])
        let member = try #require(world.fleet.groups[id]?.instances.first)
        #expect(world.fleet.instances[member]?.lifecycle == .pendingWait)
        #expect(world.fleet.instances[member]?.hooks.map(\.name) == ["a", "b"])
        try world.completeLifecycleAction(id, hook: "a", instance: member, isContinue: true)
        #expect(world.fleet.instances[member]?.lifecycle == .pendingWait)
        try world.completeLifecycleAction(id, hook: "b", instance: member, isContinue: true)
        #expect(world.fleet.instances[member]?.lifecycle == .inService)
        let refusal = #expect(throws: Refusal.self) {
            try world.completeLifecycleAction(id, hook: "b", instance: member, isContinue: true)
        }
        #expect(refusal?.message.hasPrefix("No active Lifecycle Action found with instance ID i-") == true)
    }

    @Test("an abandoned launch ends the instance, and another comes")
    func abandoned() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 3, 1), hooks: [Self.hook("a", launching: true)])
        let first = try #require(world.fleet.groups[id]?.instances.first)
        world.advance(by: .seconds(360))
        #expect(world.fleet.instances[first]?.state == .terminated)
        #expect(world.members(id).count == 1)
    }

    @Test("an ending instance waits; its heartbeat prolongs the wait, its default result ends it")
    func terminating() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 3, 1), hooks: [Self.hook("a", launching: false, "CONTINUE")])
        let member = try #require(world.fleet.groups[id]?.instances.first)
        try world.setDesiredCapacity(id, 0, cause: "")
        world.advance(by: .seconds(250))
        #expect(world.fleet.instances[member]?.lifecycle == .terminatingWait)
        #expect(world.fleet.instances[member]?.state == .running)
        try world.recordHeartbeat(id, hook: "a", instance: member)
        world.advance(by: .seconds(250))
        #expect(world.fleet.instances[member]?.lifecycle == .terminatingWait)
        world.advance(by: .seconds(100))
        #expect(world.fleet.instances[member]?.state == .terminated)
        #expect(world.members(id).isEmpty)
    }

    @Test("heartbeats go on up to a hundred times the timeout, and no longer")
    func limit() throws {
        var world = FleetWorld.make()
        var hook = Self.hook("a", launching: false, "CONTINUE")
        hook.heartbeatTimeout = 30
        let id = try world.group(FleetWorld.settings(0, 3, 1), hooks: [hook])
        let member = try #require(world.fleet.groups[id]?.instances.first)
        try world.setDesiredCapacity(id, 0, cause: "")
        for _ in 0..<149 {
            world.advance(by: .seconds(20))
            try world.recordHeartbeat(id, hook: "a", instance: member)
        }
        world.advance(by: .seconds(21))
        #expect(throws: Refusal.self) { try world.recordHeartbeat(id, hook: "a", instance: member) }
    }

    @Test("a deleted hook lets go who waits for it")
    func deleted() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 3, 1), hooks: [Self.hook("a", launching: false)])
        let member = try #require(world.fleet.groups[id]?.instances.first)
        try world.setDesiredCapacity(id, 0, cause: "")
        world.advance(by: .seconds(10))
        try world.deleteHook(id, "a")
        world.advance(by: .minutes(1))
        #expect(world.fleet.instances[member]?.state == .terminated)
    }
}
