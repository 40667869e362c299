import Model
import Testing

@testable import Simulation

@Suite("Alarms")
struct AlarmTests {
    private func shown(_ more: [String: Value] = [:]) -> Value {
        var members: [String: Value] = [
            "namespace": "App", "metricName": "Backlog", "dimensions": [["name": "Queue", "value": "jobs"]],
            "statistic": "Average", "period": 60, "evaluationPeriods": 3, "threshold": 70,
            "comparisonOperator": "GreaterThanThreshold",
        ]
        members.merge(more) { $1 }
        return .object(members)
    }

    @Test("it rings after exactly three minutes and is well after the first good one")
    func rings() {
        var it = ScalingWorld(running: 0)
        it.world.putAlarm("busy", shown())
        #expect(it.world.alarmState("busy") == .insufficientData)
        it.pass(2, 85)
        #expect(it.world.alarmState("busy") == .insufficientData)
        it.pass(1, 85.25)
        #expect(it.world.alarmState("busy") == .alarm)
        #expect(
            it.world.monitoring.alarms["busy"]?.reason
                == "Threshold Crossed: 3 out of the last 3 datapoints [85.25 (01/07/26 00:02:00), "
                + "85.0 (01/07/26 00:01:00), 85.0 (01/07/26 00:00:00)] were greater than the threshold (70.0) "
                + "(minimum 3 datapoints for OK -> ALARM transition).")
        it.pass(1, 70)
        #expect(it.world.alarmState("busy") == .ok)
        #expect(
            it.world.monitoring.alarms["busy"]?.reason
                == "Threshold Crossed: 1 out of the last 3 datapoints [70.0 (01/07/26 00:03:00)] was not greater than "
                + "the threshold (70.0) (minimum 1 datapoint for ALARM -> OK transition).")
        #expect(it.world.monitoring.alarms["busy"]?.stateSince == ScalingWorld.start + .minutes(4))
    }

    @Test("without data it says so, and its history tells all of it")
    func history() {
        var it = ScalingWorld(running: 0)
        it.world.putAlarm("busy", shown(["alarmActions": ["arn:aws:sns:eu-west-1:123456789012:pager"]]))
        it.pass(3, 100)
        it.pass(5, nil)
        #expect(it.world.alarmState("busy") == .insufficientData)
        #expect(it.world.monitoring.alarms["busy"]?.reason == "Insufficient Data: 3 datapoints were unknown.")
        #expect(
            it.world.monitoring.history.items.map(\.summary) == [
                "Alarm \"busy\" created", "Alarm updated from INSUFFICIENT_DATA to ALARM",
                "Successfully executed action arn:aws:sns:eu-west-1:123456789012:pager",
                "Alarm updated from ALARM to INSUFFICIENT_DATA",
            ])
    }

    @Test("a new configuration replaces the old one and leaves the state")
    func overwrites() {
        var it = ScalingWorld(running: 0)
        it.world.putAlarm("busy", shown(["alarmDescription": "old"]), tags: [["key": "a", "value": "1"]])
        it.pass(3, 100)
        it.world.putAlarm("busy", shown(["threshold": 200]))
        #expect(it.world.monitoring.alarms["busy"]?.shown["alarmDescription"] == nil)
        #expect(it.world.alarmState("busy") == .alarm)
        #expect(it.world.monitoring.alarms["busy"]?.tags.list?.count == 1)
        it.pass(1, 100)
        #expect(it.world.alarmState("busy") == .ok)
    }

    @Test("a state that is set by hand lasts until the next evaluation")
    func byHand() {
        var it = ScalingWorld(running: 0)
        it.world.putAlarm("busy", shown(["evaluationPeriods": 1]))
        it.world.setAlarmState("busy", .alarm, reason: "a drill")
        #expect(it.world.alarmState("busy") == .alarm)
        it.pass(1, 1)
        #expect(it.world.alarmState("busy") == .ok)
    }

    @Test("metric maths is shown and never evaluated")
    func maths() {
        var it = ScalingWorld(running: 0)
        it.world.putAlarm(
            "sum", ["metrics": [["id": "a", "expression": "1+1"]], "threshold": 1, "evaluationPeriods": 1])
        it.pass(5, 1)
        #expect(it.world.alarmState("sum") == .insufficientData)
    }

    @Test("every comparison and statistic means what it says")
    func comparisons() throws {
        var point = DataPoint(at: ScalingWorld.start, 10_000)
        point.merge(DataPoint(at: ScalingWorld.start, 30_000))
        let cases: [(String, String, Int, Bool)] = [
            ("GreaterThanThreshold", "Average", 20, false), ("GreaterThanOrEqualToThreshold", "Average", 20, true),
            ("LessThanThreshold", "Minimum", 10, false), ("LessThanOrEqualToThreshold", "Minimum", 10, true),
            ("GreaterThanThreshold", "Maximum", 29, true), ("GreaterThanThreshold", "Sum", 39, true),
            ("GreaterThanOrEqualToThreshold", "SampleCount", 2, true),
        ]
        for (comparison, statistic, threshold, expected) in cases {
            let rule = try #require(
                AlarmRule(
                    shown([
                        "comparisonOperator": .string(comparison), "statistic": .string(statistic),
                        "threshold": .integer(threshold),
                    ])))
            #expect(rule.breaches(point) == expected, "\(comparison) \(statistic) \(threshold)")
        }
    }

    // CloudWatch's two tables for missing data: X breaches, 0 does not, - is missing; A alarm, O ok, I insufficient data,
    // . stays as it is. The columns are missing, ignore, breaching, notBreaching.
    @Test(
        "missing data is treated as CloudWatch's tables say",
        arguments: [
            (3, "0-X-X", "OOOO"), (3, "0----", "OOOO"), (3, "-----", "I.AO"), (3, "0XX-X", "AAAA"),
            (3, "--X--", "A.AO"),
            (2, "0-X-X", "AAAA"), (2, "00X0X", "AAAA"), (2, "0-X--", "OOAO"), (2, "----0", "OOAO"),
            (2, "---X-", "A.AO"),
        ])
    func missing(needed: Int, data: String, expected: String) throws {
        let points = data.map { mark -> DataPoint? in
            mark == "-" ? nil : DataPoint(at: ScalingWorld.start, mark == "X" ? 100_000 : 0)
        }
        let marks: [Alarm.State?: Character] = [.alarm: "A", .ok: "O", .insufficientData: "I", nil: "."]
        let found = try ["missing", "ignore", "breaching", "notBreaching"].map { treatment -> Character in
            let rule = try #require(
                AlarmRule(shown(["datapointsToAlarm": .integer(needed), "treatMissingData": .string(treatment)])))
            return marks[rule.judge(points, in: .ok)] ?? "?"
        }
        #expect(String(found) == expected)
    }

    @Test("an Auto Scaling group's policy moves its desired capacity, not again within the cool-down")
    func groups() throws {
        var it = ScalingWorld(running: 0)
        let arn =
            "arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:1:autoScalingGroupName/web:policyName/out"
        var group = AutoScalingGroup(
            name: "web", ordinal: 5, uuid: "u",
            settings: GroupSettings(
                minSize: 1, maxSize: 4, desiredCapacity: 2, source: .configuration("lc"), subnets: [],
                zones: ["eu-west-1a"]), tags: [], createdAt: it.world.now)
        group.policies = [
            [
                "policyName": "out", "policyARN": .string(arn), "policyType": "SimpleScaling",
                "adjustmentType": "ChangeInCapacity", "scalingAdjustment": 1, "cooldown": 120,
            ]
        ]
        it.world.fleet.groupNames["web"] = it.world.fleet.groups.insert(group)
        var acted = [it.world.executeGroupPolicy(arn, breach: 5000, alarm: "busy")]
        acted.append(it.world.executeGroupPolicy(arn, breach: 5000, alarm: "busy"))
        it.world.advance(by: .minutes(2))
        acted.append(it.world.executeGroupPolicy(arn, breach: 5000, alarm: "busy"))
        acted.append(it.world.executeGroupPolicy(arn + "x", breach: 5000, alarm: "busy"))
        #expect(acted == [true, false, true, false])
    }
}
