import Model
import Testing

@testable import Simulation

@Suite("Many services")
struct ManyServicesTests {
    /// A thousand services with ten tasks each, a load, and a target tracking policy.
    private func world() throws -> World {
        var it = ScalingWorld(running: 0)
        it.world.ecs.services[it.service]?.status = .inactive
        for number in 0..<1000 {
            let name = "s\(number)"
            var settings = ServiceSettings(taskDefinition: "api:1")
            settings.desiredCount = 10
            let id = it.world.ecs.services.insert(
                Service(
                    name: name, ordinal: it.world.nextOrdinal(), cluster: it.cluster, settings: settings,
                    tags: .list([]), createdAt: it.world.now, createdBy: ""))
            it.world.ecs.clusters[it.cluster]?.serviceNames[name] = id
            let tasks = (0..<10).map { _ in it.addTask() }
            it.world.ecs.services[id]?.tasks = tasks
            it.world.physics.load.set(name, requestsPerSecond: 80 + number % 7)
            let target = ScalableTarget.Identity(
                namespace: "ecs", resourceID: "service/demo/\(name)", dimension: "ecs:service:DesiredCount")
            var change = ScalableTargetChange()
            change.minCapacity = 10
            change.maxCapacity = 10
            _ = try it.world.registerScalableTarget(target, change)
            _ = try it.world.putScalingPolicy(
                "cpu", on: target, type: "TargetTrackingScaling",
                configuration: [
                    "targetValue": 65,
                    "predefinedMetricSpecification": ["predefinedMetricType": "ECSServiceAverageCPUUtilization"],
                ])
        }
        return it.world
    }

    @Test("an hour of a thousand services is measured and judged, and is the same each time")
    func hour() throws {
        var world = try world()
        var again = world
        let clock = ContinuousClock()
        let took = clock.measure { world.advance(by: .hours(1)) }
        again.advance(by: .hours(1))
        #expect(world.monitoring.metrics.all.count == 2000)
        #expect(world.monitoring.metrics.all == again.monitoring.metrics.all)
        #expect(world.timeline.entries.map(\.note) == again.timeline.entries.map(\.note))
        // 80 to 86 requests a second over ten tasks are 68 to 72.8 % CPU: every high alarm rings.
        let ringing = world.monitoring.alarms.all.filter { $0.state == .alarm }
        #expect(ringing.count == 1000)
        #expect(took < .seconds(60))
        print("a thousand services, one hour: \(took)")
    }
}
