import Model
import Testing

@testable import Simulation

@Suite("Target registration")
struct TargetRegistrationTests {
    @Test("a healthy target drains for the deregistration delay, then it is gone")
    func drains() throws {
        var rig = try BalancingRig(attributes: ["deregistration_delay.timeout_seconds": "30"])
        let id = try rig.register(rig.task())
        _ = rig.time(until: id, is: .healthy)
        rig.world.deregisterTarget(id)
        #expect(rig.state(id) == .draining && rig.reason(id) == "Target.DeregistrationInProgress")
        #expect(rig.healthyCount == 0)
        rig.world.advance(by: Span(milliseconds: 29_999))
        #expect(rig.state(id) == .draining)
        rig.world.advance(by: Span(milliseconds: 1))
        #expect(rig.state(id) == nil && rig.world.balancing.targetKeys.isEmpty)
    }

    @Test("the delay is 300 s when nobody said otherwise")
    func defaultDelay() throws {
        var rig = try BalancingRig()
        let id = try rig.register(rig.task())
        _ = rig.time(until: id, is: .healthy)
        rig.world.deregisterTarget(id)
        rig.world.advance(by: .seconds(299))
        #expect(rig.state(id) == .draining)
        rig.world.advance(by: .seconds(1))
        #expect(rig.state(id) == nil)
    }

    @Test("a target that never was healthy is gone at once")
    func neverHealthy() throws {
        var rig = try BalancingRig()
        let id = try rig.register(rig.task())
        rig.world.deregisterTarget(id)
        rig.world.advance(by: .zero)
        #expect(rig.state(id) == nil)
    }

    @Test("registered again while it drains, a target comes back under the same key")
    func comesBack() throws {
        var rig = try BalancingRig(attributes: ["deregistration_delay.timeout_seconds": "30"])
        let id = try rig.register(rig.task())
        _ = rig.time(until: id, is: .healthy)
        rig.world.deregisterTarget(id)
        rig.world.advance(by: .seconds(10))
        let again = rig.world.registerTarget(rig.group, id: "10.0.0.1", port: 80, zone: nil, task: rig.task())
        #expect(again == id && rig.state(id) == .initial)
        rig.world.advance(by: .minutes(1))
        #expect(rig.state(id) == .healthy)
    }

    @Test("registering what is registered changes nothing")
    func twice() throws {
        var rig = try BalancingRig()
        let task = rig.task()
        let id = try rig.register(task)
        _ = rig.time(until: id, is: .healthy)
        #expect(rig.world.registerTarget(rig.group, id: "10.0.0.1", port: 80, zone: nil, task: task) == id)
        #expect(rig.state(id) == .healthy)
    }

    @Test("a group on no load balancer has unused targets; attached, they are probed")
    func unused() throws {
        var rig = try BalancingRig(attached: false)
        #expect(!rig.world.isAttached(targetGroup: rig.group))
        let id = try rig.register(rig.task())
        #expect(rig.state(id) == .unused && rig.reason(id) == "Target.NotInUse")
        rig.world.advance(by: .minutes(2))
        #expect(rig.state(id) == .unused)
        let rule = try rig.world.createRule(
            on: rig.listener, priority: 1, settings: .emptyObject,
            actions: [["type": "forward", "targetGroupArn": .string(rig.group)]])
        #expect(rig.world.isAttached(targetGroup: rig.group) && rig.state(id) == .initial)
        rig.world.advance(by: .minutes(1))
        #expect(rig.state(id) == .healthy)
        try rig.world.deleteRule(rig.world.balancing.rules[rule]?.arn ?? "")
        #expect(rig.state(id) == .unused && rig.healthyCount == 0)
    }

    @Test("an unknown group registers nothing")
    func unknown() throws {
        var rig = try BalancingRig()
        #expect(rig.world.registerTarget("arn", id: "10.0.0.1", port: 80, zone: nil, task: nil) == nil)
    }

    @Test("a group that goes takes its targets along")
    func groupGoes() throws {
        var rig = try BalancingRig(attached: false)
        let id = try rig.register(rig.task())
        try rig.world.deleteTargetGroup(rig.group)
        #expect(rig.state(id) == nil && rig.world.balancing.targetKeys.isEmpty)
    }
}
