import Testing

@testable import Simulation

/// The worked examples of aws-facts 1.1, by their numbers.
@Suite("Bounds of deployments")
struct DeploymentBoundsTests {
    @Test(
        "the floor is rounded up, the ceiling down",
        arguments: [
            (4, 50, 100, 2, 4), (4, 50, 150, 2, 6), (4, 100, 200, 4, 8), (1, 50, 150, 1, 1), (3, 100, 125, 3, 3),
            (2, 75, 100, 2, 2), (2, 50, 150, 1, 3), (7, 0, 100, 0, 7), (5, 100, 100, 5, 5),
        ])
    func rounding(desired: Int, minimum: Int, maximum: Int, lower: Int, upper: Int) {
        let bounds = DeploymentBounds(
            desired: desired, minimumHealthyPercent: minimum, maximumPercent: maximum)
        #expect(bounds.lower == lower)
        #expect(bounds.upper == upper)
    }

    /// A service in its steady state.
    private func steady(_ count: Int, _ minimum: Int, _ maximum: Int) throws -> (rig: ECSRig, id: ServiceID) {
        var rig = try ECSRig()
        let id = try rig.service(count: count, minimum, maximum)
        rig.world.advance(by: .minutes(3))
        #expect(try rig.primary(id).rollout == .completed)
        return (rig, id)
    }

    @Test(
        "a rollout stays between its bounds and ends with the new revision alone",
        arguments: [(4, 50, 100), (4, 50, 150), (4, 100, 200), (2, 50, 150), (4, 0, 100), (1, 0, 100), (1, 100, 200)])
    func rolls(count: Int, minimum: Int, maximum: Int) throws {
        var (rig, id) = try steady(count, minimum, maximum)
        let bounds = DeploymentBounds(
            desired: count, minimumHealthyPercent: minimum, maximumPercent: maximum)
        try rig.roll(id)
        var (most, fewest) = (0, Int.max)
        rig.watch(.minutes(10)) { rig in
            most = max(most, rig.tasks(id).count)
            fewest = min(fewest, rig.count(id, .healthy))
        }
        #expect(most == bounds.upper)
        #expect(fewest == bounds.lower)
        #expect(try rig.primary(id).rollout == .completed)
        #expect(rig.tasks(id).allSatisfy { $0.taskDefinition == "api:2" })
        #expect(rig.count(id, .healthy) == count)
    }

    @Test(
        "bounds that leave no step are stuck: said once, nothing moves",
        arguments: [(1, 50, 150), (3, 100, 125), (2, 75, 100), (4, 100, 100)])
    func stuck(count: Int, minimum: Int, maximum: Int) throws {
        var (rig, id) = try steady(count, minimum, maximum)
        try rig.roll(id)
        rig.world.advance(by: .hours(2))
        #expect(rig.events(id, "unable to stop or start tasks during a deployment") == 1)
        #expect(rig.tasks(id).count == count)
        #expect(rig.tasks(id).allSatisfy { $0.taskDefinition == "api:1" })
        #expect(try rig.primary(id).rollout == .inProgress)
    }

    @Test("a stuck deployment goes on when the bounds leave room")
    func unstuck() throws {
        var (rig, id) = try steady(1, 50, 150)
        try rig.roll(id)
        rig.world.advance(by: .minutes(10))
        var settings = try #require(rig.world.ecs.services[id]?.settings)
        settings.deployment.maximumPercent = 200
        try rig.world.updateService(id, to: settings, force: false)
        rig.world.advance(by: .minutes(5))
        #expect(rig.tasks(id).map(\.taskDefinition) == ["api:2"])
        #expect(try rig.primary(id).rollout == .completed)
    }

    @Test("100/100 cannot leave a draining instance; 50/100 can")
    func draining() throws {
        for (minimum, leaves) in [(100, false), (50, true)] {
            var (rig, id) = try steady(4, minimum, 100)
            let place = try #require(rig.tasks(id).first?.containerInstance)
            rig.world.drain(place, reason: "test")
            rig.world.advance(by: .hours(1))
            #expect(rig.tasks(id).contains { $0.containerInstance == place } == !leaves)
            #expect(rig.tasks(id).count == 4)
        }
    }
}
