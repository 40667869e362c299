import Model
import Testing

@testable import Simulation

@Suite("Auto Scaling groups")
struct GroupTests {
    @Test("a new group starts what it wants, evenly over its zones, and says so in its activities")
    func create() throws {
        var world = FleetWorld.make()
        let id = try world.createGroup(name: "web", settings: FleetWorld.settings(1, 9, 6), tags: [], hooks: [])
        world.advance(by: .seconds(2))
        #expect(world.members(id).count == 6)
        #expect(world.members(id).allSatisfy { $0.lifecycle == .pending })
        world.advance(by: .minutes(1))
        #expect(world.byZone(id) == [2, 2, 2])
        let activity = try #require(world.activities(id).last)
        #expect(activity.status == "Successful")
        #expect(activity.description == "Launching a new EC2 instance: \(activity.instance)")
        #expect(
            activity.cause.contains(
                "a user request created an AutoScalingGroup changing the desired capacity from 0 to 6"))
        #expect(activity.cause.contains("increasing the capacity from 0 to 6."))
        #expect(activity.details == "{\"Subnet ID\":\"subnet-0\",\"Availability Zone\":\"eu-west-1a\"}")
    }

    @Test("AWS's refusals of a creation")
    func refusals() throws {
        var world = FleetWorld.make()
        _ = try world.group(FleetWorld.settings(1, 3, 1))
        let twice = #expect(throws: Refusal.self) { try world.group(FleetWorld.settings(1, 3, 1)) }
        #expect(twice?.code == "AlreadyExists")
        let bounds = #expect(throws: Refusal.self) { try world.group(FleetWorld.settings(4, 3, 4), name: "b") }
        #expect(bounds?.message == "Max bound, 3, must be greater than or equal to min bound, 4")
        let desired = #expect(throws: Refusal.self) { try world.group(FleetWorld.settings(1, 3, 5), name: "b") }
        #expect(desired?.message == "Desired capacity:5 must be between the specified min size:1 and max size:3")
        var settings = FleetWorld.settings(1, 3, 1)
        settings.source = .template(id: "lt-9", version: "1")
        let template = #expect(throws: Refusal.self) { try world.group(settings, name: "b") }
        #expect(template?.code == "ValidationError")
    }

    @Test("new bounds move a desired capacity that was not sent; one that was sent has to fit")
    func bounds() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(1, 5, 2))
        try world.updateGroup(id, to: FleetWorld.settings(3, 5, 2))
        #expect(world.fleet.groups[id]?.settings.desiredCapacity == 3)
        #expect(throws: Refusal.self) { try world.updateGroup(id, to: FleetWorld.settings(3, 5, 9)) }
        let above = #expect(throws: Refusal.self) { try world.setDesiredCapacity(id, 6, cause: "") }
        #expect(above?.message == "New SetDesiredCapacity value 6 is above max value 5 for the AutoScalingGroup.")
        world.advance(by: .minutes(2))
        #expect(world.serving(id).count == 3)
    }

    @Test("a group with instances is in use; with force they end, it is being deleted, and then it is gone")
    func delete() throws {
        var world = FleetWorld.make()
        let hook = AutoScalingGroup.Hook(name: "drain", isLaunching: false)
        let id = try world.group(FleetWorld.settings(0, 5, 2), hooks: [hook])
        let refusal = #expect(throws: Refusal.self) { try world.deleteGroup(id, force: false) }
        #expect(refusal?.code == "ResourceInUse")
        try world.deleteGroup(id, force: true)
        #expect(world.fleet.groups[id]?.status == "Delete in progress")
        world.advance(by: .minutes(2))
        #expect(world.fleet.groups[id] == nil)
        #expect(world.fleet.groupNames["web"] == nil)
        #expect(world.fleet.instances.handles.allSatisfy { world.fleet.instances[$0]?.state == .terminated })
    }

    @Test("protected instances are never scaled in, and the desired capacity falls all the same")
    func protection() throws {
        var world = FleetWorld.make()
        var settings = FleetWorld.settings(0, 6, 4)
        settings.newInstancesProtected = true
        let id = try world.group(settings)
        let free = try #require(world.serving(id).first?.id)
        try world.setProtection(id, instances: [free], false)
        try world.setDesiredCapacity(id, 1, cause: "")
        world.advance(by: .minutes(5))
        #expect(world.fleet.groups[id]?.settings.desiredCapacity == 1)
        #expect(world.serving(id).count == 3)
        #expect(!world.serving(id).contains { $0.id == free })
    }

    @Test("scale-in keeps the zones even and then follows the termination policy")
    func scaleIn() throws {
        var world = FleetWorld.make()
        var settings = FleetWorld.settings(0, 9, 3)
        settings.terminationPolicies = ["NewestInstance"]
        let id = try world.group(settings)
        let old = Set(world.serving(id).map(\.id))
        try world.setDesiredCapacity(id, 6, cause: "")
        world.advance(by: .minutes(2))
        try world.setDesiredCapacity(id, 3, cause: "")
        world.advance(by: .minutes(2))
        #expect(world.byZone(id) == [1, 1, 1])
        #expect(Set(world.serving(id).map(\.id)) == old)
        let cause = try #require(world.activities(id).first?.cause)
        #expect(cause.contains("was selected for termination."))
    }

    @Test("the oldest template goes first where the policy says so")
    func oldestTemplate() throws {
        var world = FleetWorld.make()
        var settings = FleetWorld.settings(0, 9, 3)
        settings.terminationPolicies = ["OldestLaunchTemplate"]
        let id = try world.group(settings)
        settings.source = .template(id: "lt-1", version: "2")
        settings.desiredCapacity = 6
        try world.updateGroup(id, to: settings)
        world.advance(by: .minutes(2))
        #expect(world.versions(id) == ["1", "1", "1", "2", "2", "2"])
        try world.setDesiredCapacity(id, 3, cause: "")
        world.advance(by: .minutes(2))
        #expect(world.versions(id) == ["2", "2", "2"])
    }

    @Test("an unhealthy instance is replaced, not while its process is suspended")
    func health() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(1, 3, 2))
        let sick = try #require(world.serving(id).first)
        let key = try #require(world.key(sick))
        world.setSuspended(id, processes: ["ReplaceUnhealthy"], true)
        try world.setHealth(key, isHealthy: false)
        world.advance(by: .minutes(2))
        #expect(world.serving(id).contains { $0.id == sick.id })
        world.setSuspended(id, processes: [], false)
        world.advance(by: .minutes(3))
        #expect(!world.members(id).contains { $0.id == sick.id })
        #expect(world.serving(id).count == 2)
        #expect(world.activities(id).contains { $0.cause.contains("a user health-check") })
    }

    @Test("standby takes an instance out and back in, moving the desired capacity")
    func standby() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 3, 2))
        let name = try #require(world.serving(id).first?.id)
        try world.enterStandby(id, instances: [name], decrement: true)
        world.advance(by: .minutes(2))
        #expect(world.serving(id).count == 1)
        #expect(world.members(id).count == 2)
        try world.exitStandby(id, instances: [name])
        #expect(world.fleet.groups[id]?.settings.desiredCapacity == 2)
        #expect(world.serving(id).count == 2)
    }

    @Test("an instance detached runs on and is attached again")
    func detach() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 3, 2))
        let instance = try #require(world.serving(id).first)
        try world.detachInstances(id, instances: [instance.id], decrement: true)
        world.advance(by: .minutes(2))
        #expect(world.members(id).count == 1)
        #expect(world.key(instance).flatMap { world.fleet.instances[$0]?.state } == .running)
        try world.attachInstances(id, instances: [instance.id])
        world.advance(by: .minutes(2))
        #expect(world.serving(id).count == 2)
    }

    @Test("an instance ended in its group is replaced unless the capacity falls with it")
    func terminateInGroup() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(2, 3, 2))
        let key = try #require(world.serving(id).first.flatMap { world.key($0) })
        let refusal = #expect(throws: Refusal.self) { try world.terminateInGroup(key, decrement: true) }
        #expect(refusal?.message.hasPrefix("Currently, desiredSize equals minSize (2).") == true)
        let activity = try world.terminateInGroup(key, decrement: false)
        #expect(activity.description.hasPrefix("Terminating EC2 instance: i-"))
        world.advance(by: .minutes(2))
        #expect(world.serving(id).count == 2)
        #expect(world.fleet.instances[key]?.state == .terminated)
    }

    @Test("instances older than the maximum lifetime are replaced before they end")
    func lifetime() throws {
        var world = FleetWorld.make()
        var settings = FleetWorld.settings(0, 4, 2)
        settings.maxInstanceLifetime = 86_400
        let id = try world.group(settings)
        let old = Set(world.serving(id).map(\.id))
        world.advance(by: .hours(25))
        #expect(world.serving(id).count == 2)
        #expect(old.isDisjoint(with: world.serving(id).map(\.id)))
    }

    @Test("a launch that EC2 refuses is a failed activity, and is tried again later")
    func failedLaunch() throws {
        var world = FleetWorld.make()
        world.physics.droughts = [SpotPool(onDemandToo: true)]
        let id = try world.group(FleetWorld.settings(0, 3, 1))
        let failed = try #require(world.activities(id).first)
        #expect(failed.status == "Failed")
        #expect(failed.message?.contains("InsufficientInstanceCapacity") == true)
        world.physics.droughts = []
        world.advance(by: .minutes(12))
        #expect(world.serving(id).count == 1)
    }
}
