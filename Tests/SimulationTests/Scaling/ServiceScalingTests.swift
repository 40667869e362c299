import Model
import Testing

@testable import Simulation

@Suite("Services that scale by their load")
struct ServiceScalingTests {
    private let target = ScalableTarget.Identity(
        namespace: "ecs", resourceID: "service/main/api", dimension: "ecs:service:DesiredCount")

    /// A service of two tasks that is to keep its CPU at 50 %, and requests that go from 10 to 60 a second and back.
    private func rig() throws -> (rig: ECSRig, service: ServiceID) {
        var rig = try ECSRig(instances: 3)
        let service = try rig.service(count: 2)
        let start = rig.world.now
        let corners = [(0, 10), (30, 10), (40, 60), (90, 60), (100, 10)]
        rig.world.physics.load.set(
            "api", curve: corners.map { LoadModel.Point(at: start + .minutes($0.0), requestsPerSecond: $0.1) })
        var change = ScalableTargetChange()
        change.minCapacity = 2
        change.maxCapacity = 20
        _ = try rig.world.registerScalableTarget(target, change)
        _ = try rig.world.putScalingPolicy(
            "cpu", on: target, type: "TargetTrackingScaling",
            configuration: [
                "targetValue": 50,
                "predefinedMetricSpecification": ["predefinedMetricType": "ECSServiceAverageCPUUtilization"],
            ])
        return (rig, service)
    }

    @Test("a morning's load brings tasks until the CPU is at its target, and they go again when it is over")
    func day() throws {
        var (rig, service) = try rig()
        rig.world.advance(by: .minutes(30))
        #expect(rig.count(service, .healthy) == 2)
        rig.world.advance(by: .minutes(50))
        // 60 requests a second of 20 ms are 480 % of a quarter vCPU: eleven tasks at 4 % idling are below 50 %.
        #expect(rig.count(service, .healthy) >= 11)
        #expect(rig.count(service, .healthy) <= 14)
        let key = MetricKey(
            namespace: "AWS/ECS", name: "CPUUtilization", dimensions: [("ClusterName", "main"), ("ServiceName", "api")])
        #expect((rig.world.monitoring.metrics[key].last?.average ?? 0) <= 50_000)
        rig.world.advance(by: .minutes(70))
        #expect(rig.count(service, .healthy) == 2)
        #expect(rig.tasks(service).count == 2)
        let causes = (rig.world.scaling[target]?.activities ?? []).map(\.cause)
        #expect(causes.contains { $0.contains("AlarmHigh") })
        #expect(causes.contains { $0.contains("AlarmLow") })
    }

    @Test("while a deployment goes on, no task is taken away")
    func deploying() throws {
        var (rig, service) = try rig()
        rig.world.advance(by: .minutes(85))
        let peak = try #require(rig.world.ecs.services[service]?.settings.desiredCount)
        var bad = ImageBehaviour(image: "app:2")
        bad.failsToPull = true
        rig.world.inject(.image(bad))
        try rig.roll(service)
        rig.world.advance(by: .minutes(60))
        #expect(try rig.primary(service).rollout == .inProgress)
        #expect(rig.world.ecs.services[service]?.settings.desiredCount == peak)
        rig.world.inject(.healImage("app:2"))
        rig.world.advance(by: .minutes(60))
        #expect(try rig.primary(service).rollout == .completed)
        #expect(rig.world.ecs.services[service]?.settings.desiredCount == 2)
    }

    @Test("an alarm that rings in a deployment's bake time brings the old revision back")
    func deploymentAlarm() throws {
        var rig = try ECSRig()
        let service = try rig.service(count: 2) { settings in
            settings.deployment.alarms = DeploymentSettings.Alarms()
            settings.deployment.alarms.names = ["errors"]
            settings.deployment.alarms.enable = true
            settings.deployment.alarms.rollback = true
            settings.deployment.bakeTime = .minutes(10)
        }
        rig.world.putAlarm(
            "errors",
            [
                "namespace": "App", "metricName": "Errors", "statistic": "Sum", "period": 60, "evaluationPeriods": 1,
                "threshold": 0, "comparisonOperator": "GreaterThanThreshold", "treatMissingData": "notBreaching",
            ])
        rig.world.advance(by: .minutes(20))
        #expect(try rig.primary(service).rollout == .completed)
        #expect(rig.world.alarmState("errors") == .ok)
        try rig.roll(service)
        rig.world.advance(by: .minutes(3))
        rig.world.putMetricData(
            MetricKey(namespace: "App", name: "Errors", dimensions: []), DataPoint(at: rig.world.now, 5000))
        rig.world.advance(by: .minutes(1))
        #expect(rig.world.alarmState("errors") == .alarm)
        rig.world.advance(by: .minutes(20))
        #expect(rig.world.ecs.services[service]?.settings.taskDefinition == "api:1")
        #expect(rig.tasks(service).allSatisfy { $0.taskDefinition == "api:1" })
    }
}
