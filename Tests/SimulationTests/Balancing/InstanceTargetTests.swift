import Model
import Testing

@testable import Simulation

@Suite("Targets of instances")
struct InstanceTargetTests {
    @Test("a running instance that a person registers becomes healthy after the threshold")
    func healthy() throws {
        var (rig, _, target) = try registered()
        rig.world.advance(by: .minutes(1))
        #expect(rig.state(target) == .healthy)
    }

    @Test("a stopped instance's target is unused, and healthy again when it runs")
    func stopped() throws {
        var (rig, instance, target) = try registered()
        rig.world.advance(by: .minutes(1))
        set(&rig, instance, .stopped)
        #expect(rig.state(target) == .unused && rig.reason(target) == "Target.InvalidState")
        #expect(rig.world.balancing.targets[target]?.description == "Target is in the stopped state")
        set(&rig, instance, .running)
        rig.world.advance(by: .minutes(1))
        #expect(rig.state(target) == .healthy && rig.healthyCount == 1)
    }

    @Test("a terminated instance's target is removed")
    func terminated() throws {
        var (rig, instance, target) = try registered()
        set(&rig, instance, .shuttingDown)
        #expect(rig.state(target) == .unused)
        set(&rig, instance, .terminated)
        #expect(rig.state(target) == nil)
    }

    @Test("targets of instances that nobody spoke of are tidied away")
    func tidied() throws {
        var (rig, instance, target) = try registered()
        rig.world.fleet.instances[instance]?.state = .terminated
        rig.world.tidyBalancing()
        #expect(rig.state(target) == nil)
    }

    private func set(_ rig: inout BalancingRig, _ instance: InstanceID, _ state: Instance.State) {
        rig.world.fleet.instances[instance]?.state = state
        rig.world.targetsFollow(instance)
    }

    private func registered() throws -> (BalancingRig, InstanceID, TargetID) {
        var rig = try BalancingRig()
        let ordinal = rig.world.nextOrdinal()
        var instance = Instance(
            id: "i-" + rig.world.hex(17, ordinal), ordinal: ordinal, instanceType: "m5.large", zone: "eu-west-1a",
            subnet: "", privateAddress: "10.0.0.9", isSpot: false, launchTemplate: nil, launchTemplateVersion: nil,
            launchConfiguration: nil, data: .emptyObject, joins: nil, drainsOnNotice: false, launchedAt: rig.world.now,
            tags: .list([]))
        instance.state = .running
        let id = rig.world.fleet.instances.insert(instance)
        rig.world.fleet.instanceNames[instance.id] = id
        let target = rig.world.registerTarget(rig.group, id: instance.id, port: 80, zone: nil, task: nil)
        return (rig, id, try #require(target))
    }
}
