import Model
import Testing

@testable import Simulation

@Suite("A group's instances in target groups")
struct GroupTargetTests {
    /// A world with a target group behind a listener, and a group whose instances are in it.
    private func make(_ settings: GroupSettings) throws -> (world: World, group: GroupID, arn: String) {
        var world = FleetWorld.make()
        let balancer = try world.createLoadBalancer("alb", settings: ["type": "application"])
        let id = try world.createTargetGroup(
            "web",
            settings: [
                "protocol": "HTTP", "port": 8080, "targetType": "instance", "healthCheckEnabled": true,
                "healthCheckProtocol": "HTTP", "healthCheckIntervalSeconds": 10, "healthCheckTimeoutSeconds": 5,
                "healthyThresholdCount": 2, "unhealthyThresholdCount": 2,
            ])
        let arn = try #require(world.balancing.targetGroups[id]?.arn)
        world.changeAttributes(of: arn, ["deregistration_delay.timeout_seconds": "60"])
        _ = try world.createListener(
            on: balancer, settings: ["port": 80, "protocol": "HTTP"],
            actions: [["type": "forward", "targetGroupArn": .string(arn)]])
        var settings = settings
        settings.targetGroupArns = [arn]
        let group = try world.group(settings)
        return (world, group, arn)
    }

    private func targets(_ world: World, _ arn: String) -> [Target] {
        let id = world.balancing.targetGroupArns[arn]
        return (id.flatMap { world.balancing.targetGroups[$0]?.targets } ?? [])
            .compactMap { world.balancing.targets[$0] }
    }

    @Test("instances in service are registered at the group's port and become healthy")
    func register() throws {
        var (world, group, arn) = try make(FleetWorld.settings(0, 4, 2))
        world.advance(by: .minutes(1))
        #expect(targets(world, arn).map(\.state) == [.healthy, .healthy])
        #expect(targets(world, arn).map(\.port) == [8080, 8080])
        #expect(Set(targets(world, arn).map(\.id)) == Set(world.serving(group).map(\.id)))
    }

    @Test("an ending instance runs until its target group has let it go")
    func drain() throws {
        var (world, group, arn) = try make(FleetWorld.settings(0, 4, 1))
        world.advance(by: .minutes(1))
        let id = try #require(world.fleet.groups[group]?.instances.first)
        try world.setDesiredCapacity(group, 0, cause: "")
        world.advance(by: .seconds(55))
        #expect(world.fleet.instances[id]?.lifecycle == .terminating)
        #expect(world.fleet.instances[id]?.state == .running)
        #expect(targets(world, arn).first?.state == .draining)
        world.advance(by: .minutes(1))
        #expect(world.fleet.instances[id]?.state == .terminated)
        #expect(targets(world, arn).isEmpty)
    }

    @Test("a target group taken off the group loses its instances, one put on gets them")
    func move() throws {
        var (world, group, arn) = try make(FleetWorld.settings(0, 4, 2))
        world.advance(by: .minutes(1))
        world.setTargetGroups(group, [])
        world.advance(by: .minutes(2))
        #expect(targets(world, arn).isEmpty)
        world.setTargetGroups(group, [arn])
        world.advance(by: .minutes(1))
        #expect(targets(world, arn).map(\.state) == [.healthy, .healthy])
    }

    @Test("a group with ELB checks replaces an instance whose target is unhealthy")
    func health() throws {
        var settings = FleetWorld.settings(0, 4, 1)
        settings.healthCheckType = "ELB"
        settings.healthCheckGracePeriod = 30
        var (world, group, arn) = try make(settings)
        world.advance(by: .minutes(1))
        let old = try #require(world.serving(group).first)
        let target = try #require(old.targets.first)
        world.setAnswers(target, false)
        world.advance(by: .minutes(5))
        #expect(!world.serving(group).contains { $0.id == old.id })
        #expect(targets(world, arn).map(\.state) == [.healthy])
        #expect(world.activities(group).contains { $0.cause.contains("an ELB system health check failure") })
    }
}
