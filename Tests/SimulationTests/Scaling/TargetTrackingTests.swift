import Model
import Testing

@testable import Simulation

@Suite("Target tracking")
struct TargetTrackingTests {
    @Test("four running tasks at 127.5 % of the target become six, after exactly three minutes")
    func proportional() throws {
        var it = ScalingWorld(running: 4)
        try it.register(1, 20)
        try it.track(40)
        it.pass(2, 51)
        #expect(it.lastCount == nil)
        it.pass(1, 51)
        #expect(it.lastCount == 6)
        let activity = try #require(it.world.scaling[it.target]?.activities.first)
        #expect(activity.cause.hasPrefix("monitor alarm TargetTracking-service/demo/api-AlarmHigh-"))
        #expect(activity.cause.hasSuffix(" in state ALARM triggered policy backlog"))
    }

    @Test("the largest count is the bound, however high the metric")
    func bounded() throws {
        var it = ScalingWorld(running: 4)
        try it.register(1, 7)
        try it.track(10)
        it.pass(3, 1_000_000)
        #expect(it.lastCount == 7)
    }

    @Test("it starts from the tasks that run, not from those that are wanted")
    func running() throws {
        var it = ScalingWorld(running: 4)
        it.world.ecs.services[it.service]?.settings.desiredCount = 5
        try it.register(1, 20)
        try it.track(40)
        it.pass(3, 60)
        #expect(it.lastCount == 6)
    }

    @Test("it scales in after fifteen minutes below nine tenths of the target, not at nine tenths")
    func scaleIn() throws {
        var it = ScalingWorld(running: 4)
        try it.register(1, 20)
        try it.track(40)
        it.pass(20, 36)
        #expect(it.lastCount == nil)
        it.pass(14, 19)
        #expect(it.lastCount == nil)
        it.pass(1, 19)
        #expect(it.lastCount == 2)
    }

    @Test("nothing is taken away without data, while a deployment goes on, when suspended or when disabled")
    func heldBack() throws {
        for hold in 0..<4 {
            var it = ScalingWorld(running: 4)
            try it.register(1, 20)
            try it.track(40, hold == 0 ? ["disableScaleIn": true] : [:])
            if hold == 1 { it.setRollout(.inProgress) }
            if hold == 2 { it.world.scaling.targets[0].suspended.scalingIn = true }
            it.pass(20, hold == 3 ? nil : 10)
            #expect(it.lastCount == nil, "hold \(hold)")
        }
    }

    @Test("scaling out goes on while a deployment does")
    func outWhileDeploying() throws {
        var it = ScalingWorld(running: 4)
        try it.register(1, 20)
        try it.track(40)
        it.setRollout(.inProgress)
        it.pass(3, 80)
        #expect(it.lastCount == 8)
    }

    @Test("of several policies the one that wants most wins, and it scales in only when all agree")
    func several() throws {
        var it = ScalingWorld(running: 4)
        try it.register(1, 20)
        try it.track(40)
        try it.track(10, name: "age", metric: "Age")
        for _ in 0..<15 {
            it.world.putMetricData(
                MetricKey(namespace: "App", name: "Age", dimensions: [("Queue", "jobs")]),
                DataPoint(at: it.world.now, 9500))
            it.pass(1, 10)
        }
        #expect(it.lastCount == nil)
        for _ in 0..<15 {
            it.world.putMetricData(
                MetricKey(namespace: "App", name: "Age", dimensions: [("Queue", "jobs")]),
                DataPoint(at: it.world.now, 7000))
            it.pass(1, 10)
        }
        #expect(it.lastCount == 3)
    }

    @Test("within the cool-down only a larger step follows")
    func cooldown() throws {
        var it = ScalingWorld(running: 4)
        try it.register(1, 20)
        try it.track(40, ["scaleOutCooldown": 600])
        it.pass(3, 51)
        #expect(it.lastCount == 6)
        while it.world.ecs.services[it.service]?.tasks.count ?? 6 < 6 { it.addTask() }
        it.world.ecs.services[it.service]?.settings.desiredCount = 6
        let before = it.activities.count
        it.pass(5, 51)
        #expect(it.activities.count == before)
        it.pass(1, 80)
        #expect(it.lastCount == 12)
    }

    @Test("AWS's alarms come with the policy, change with it and go with it")
    func alarms() throws {
        var it = ScalingWorld(running: 1)
        try it.register(1, 20)
        let cpu: Value = [
            "targetValue": 70,
            "predefinedMetricSpecification": ["predefinedMetricType": "ECSServiceAverageCPUUtilization"],
        ]
        let policy = try it.world.putScalingPolicy(
            "cpu", on: it.target, type: "TargetTrackingScaling", configuration: cpu)
        let (high, low) = (it.world.monitoring.alarms[policy.alarms[0]], it.world.monitoring.alarms[policy.alarms[1]])
        #expect(high?.shown["threshold"]?.number == 70)
        #expect(high?.shown["evaluationPeriods"] == 3)
        #expect(low?.shown["threshold"]?.number == 63)
        #expect(low?.shown["evaluationPeriods"] == 15)
        #expect(low?.shown["comparisonOperator"] == "LessThanThreshold")
        #expect(high?.shown["alarmDescription"]?.string?.contains("DO NOT EDIT OR DELETE") == true)
        var changed = cpu
        changed["targetValue"] = 50
        let again = try it.world.putScalingPolicy(
            "cpu", on: it.target, type: "TargetTrackingScaling", configuration: changed)
        #expect(again.alarms == policy.alarms)
        #expect(it.world.monitoring.alarms[policy.alarms[0]]?.shown["threshold"]?.number == 50)
        let isGone = it.world.deregisterScalableTarget(it.target)
        #expect(isGone)
        #expect(it.world.monitoring.alarms.all.isEmpty)
    }
}
