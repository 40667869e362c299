import Model
import Testing

@testable import Simulation

@Suite("Step scaling")
struct StepScalingTests {
    private func steps(_ type: String, _ more: [String: Value] = [:]) -> StepAdjustment {
        var members: [String: Value] = [
            "adjustmentType": .string(type),
            "stepAdjustments": [
                ["metricIntervalLowerBound": 0, "metricIntervalUpperBound": 20, "scalingAdjustment": 10],
                ["metricIntervalLowerBound": 20, "scalingAdjustment": 30],
                ["metricIntervalUpperBound": 0, "scalingAdjustment": -25],
            ],
        ]
        members.merge(more) { $1 }
        return StepAdjustment(.object(members))
    }

    @Test("the step that holds the breach says how much; the bound nearer to the threshold belongs to it")
    func bounds() {
        let change = steps("ChangeInCapacity")
        #expect(change.capacity(from: 5, breach: 0) == 15)
        #expect(change.capacity(from: 5, breach: 19_999) == 15)
        #expect(change.capacity(from: 5, breach: 20_000) == 35)
        #expect(change.capacity(from: 50, breach: -1) == 25)
    }

    @Test("percentages are rounded towards zero, but never to nothing")
    func percent() {
        let change = steps("PercentChangeInCapacity")
        #expect(change.capacity(from: 127, breach: 0) == 127 + 12)
        #expect(change.capacity(from: 3, breach: 0) == 4)
        #expect(change.capacity(from: 10, breach: -5000) == 8)
        #expect(steps("PercentChangeInCapacity", ["minAdjustmentMagnitude": 2]).capacity(from: 3, breach: 0) == 5)
    }

    @Test("an exact capacity is taken as it is")
    func exact() {
        #expect(steps("ExactCapacity").capacity(from: 3, breach: 25_000) == 30)
    }

    /// A world with a step policy of +2 (+5 from 20 above) and the alarm that sets it off above 10.
    private func world(_ adjust: (inout ScalingWorld) throws -> Void = { _ in }) throws -> ScalingWorld {
        var it = ScalingWorld(running: 4)
        try it.register(1, 20)
        let policy = try it.world.putScalingPolicy(
            "surge", on: it.target, type: "StepScaling",
            configuration: [
                "adjustmentType": "ChangeInCapacity", "cooldown": 300,
                "stepAdjustments": [
                    ["metricIntervalLowerBound": 0, "metricIntervalUpperBound": 20, "scalingAdjustment": 2],
                    ["metricIntervalLowerBound": 20, "scalingAdjustment": 5],
                ],
            ])
        it.world.putAlarm(
            "busy",
            [
                "namespace": "App", "metricName": "Backlog", "dimensions": [["name": "Queue", "value": "jobs"]],
                "statistic": "Average", "period": 60, "evaluationPeriods": 1, "threshold": 10,
                "comparisonOperator": "GreaterThanThreshold", "alarmActions": .list([.string(policy.arn)]),
            ])
        try adjust(&it)
        return it
    }

    @Test("an alarm sets off its step at once, and a larger one within the cool-down counts the first in")
    func alarm() throws {
        var it = try world()
        it.pass(1, 15)
        #expect(it.lastCount == 6)
        let cause = "monitor alarm busy in state ALARM triggered policy surge"
        #expect(it.world.scaling[it.target]?.activities.first?.cause == cause)
        it.world.ecs.services[it.service]?.settings.desiredCount = 6
        while it.world.ecs.services[it.service]?.tasks.count ?? 6 < 6 { it.addTask() }
        let before = it.activities.count
        it.pass(2, 15)
        #expect(it.activities.count == before)
        it.pass(1, 40)
        #expect(it.lastCount == 9)
    }

    @Test("actions that are disabled, and a target that is suspended, do nothing")
    func disabled() throws {
        var quiet = try world { it in it.world.setAlarmActions("busy", enabled: false) }
        quiet.pass(3, 15)
        #expect(quiet.world.alarmState("busy") == .alarm)
        #expect(quiet.lastCount == nil)
        var held = try world { it in it.world.scaling.targets[0].suspended.scalingOut = true }
        held.pass(3, 15)
        #expect(held.lastCount == nil)
    }
}
