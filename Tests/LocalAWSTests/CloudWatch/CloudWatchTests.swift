import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("CloudWatch's operations")
struct CloudWatchTests {
    private let cloudWatch = Asking(LocalCloudWatch.service)
    private let alarm: Value = [
        "alarmName": "busy", "namespace": "App", "metricName": "Backlog", "statistic": "Average", "period": 60,
        "evaluationPeriods": 2, "threshold": 10, "comparisonOperator": "GreaterThanThreshold",
        "alarmDescription": "too much", "tags": [["key": "team", "value": "web"]],
    ]

    @Test("an alarm is shown with AWS's defaults, and a second put resets what it leaves out")
    func put() throws {
        try cloudWatch.ask("PutMetricAlarm", alarm)
        let shown = try row()
        #expect(shown["stateValue"] == "INSUFFICIENT_DATA")
        #expect(shown["actionsEnabled"] == true)
        #expect(shown["treatMissingData"] == "missing")
        #expect(shown["alarmArn"] == "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:busy")
        #expect(shown["tags"] == nil)
        var second = alarm
        second["alarmDescription"] = nil
        second["tags"] = nil
        try cloudWatch.ask("PutMetricAlarm", second)
        #expect(try row()["alarmDescription"] == nil)
        let tags = try cloudWatch.ask("ListTagsForResource", ["resourceARN": shown["alarmArn"] ?? ""])
        #expect(tags["tags"] == [["key": "team", "value": "web"]])
    }

    @Test("data that people put rings the alarm, and statistics give it back")
    func data() throws {
        try cloudWatch.ask("PutMetricAlarm", alarm)
        for _ in 0..<2 {
            try cloudWatch.ask(
                "PutMetricData",
                [
                    "namespace": "App",
                    "metricData": [["metricName": "Backlog", "values": [10, 40], "counts": [1, 2]]],
                ])
            cloudWatch.world.advance(by: .minutes(1))
        }
        #expect(try row()["stateValue"] == "ALARM")
        let window: [String: Value] = [
            "startTime": Value(.number(Asking.start.seconds)), "endTime": Value(.number(Asking.start.seconds + 300)),
        ]
        var input = window
        input.merge([
            "namespace": "App", "metricName": "Backlog", "period": 300, "statistics": ["Average", "SampleCount"],
        ]) { $1 }
        let statistics = try cloudWatch.ask("GetMetricStatistics", .object(input))
        #expect(statistics["datapoints"]?.list?.count == 1)
        #expect(statistics["datapoints"]?.list?.first?["average"]?.number == 30)
        #expect(statistics["datapoints"]?.list?.first?["sampleCount"]?.number == 6)
        input = window
        input["metricDataQueries"] = [
            [
                "id": "m1",
                "metricStat": [
                    "metric": ["namespace": "App", "metricName": "Backlog"], "period": 60, "stat": "Maximum",
                ],
            ]
        ]
        let results = try cloudWatch.ask("GetMetricData", .object(input))["metricDataResults"]?.list
        #expect(results?.first?["values"]?.list?.map(\.number) == [40, 40])
        #expect(results?.first?["timestamps"]?.list?.first?.number == Asking.start.seconds + 60)
    }

    @Test("alarms are found by name, prefix, state, action and metric")
    func found() throws {
        for index in 0..<120 {
            var more = alarm
            more["alarmName"] = .string("busy-\(1000 + index)")
            if index == 7 { more["alarmActions"] = ["arn:aws:sns:eu-west-1:123456789012:pager"] }
            try cloudWatch.ask("PutMetricAlarm", more)
        }
        let first = try cloudWatch.ask("DescribeAlarms", ["alarmNamePrefix": "busy-"])
        #expect(first["metricAlarms"]?.list?.count == 100)
        let second = try cloudWatch.ask("DescribeAlarms", ["nextToken": first["nextToken"] ?? ""])
        #expect(second["metricAlarms"]?.list?.count == 20)
        #expect(second["nextToken"] == nil)
        #expect(try count("DescribeAlarms", ["alarmNames": ["busy-1003", "none"]]) == 1)
        #expect(try count("DescribeAlarms", ["stateValue": "OK"]) == 0)
        #expect(try count("DescribeAlarms", ["actionPrefix": "arn:aws:sns"]) == 1)
        #expect(try count("DescribeAlarmsForMetric", ["namespace": "App", "metricName": "Backlog"]) == 120)
        #expect(try count("DescribeAlarmsForMetric", ["namespace": "App", "metricName": "Other"]) == 0)
    }

    @Test("deleting an unknown alarm is refused, and known ones go all the same")
    func delete() throws {
        try cloudWatch.ask("PutMetricAlarm", alarm)
        #expect(throws: Refusal.self) {
            try cloudWatch.ask("DeleteAlarms", ["alarmNames": ["none"]])
        }
        do { try cloudWatch.ask("DeleteAlarms", ["alarmNames": ["none", "busy"]]) } catch {}
        #expect(cloudWatch.world.monitoring.alarms.all.isEmpty)
    }

    @Test("a state that is set by hand stands in the history")
    func history() throws {
        try cloudWatch.ask("PutMetricAlarm", alarm)
        try cloudWatch.ask("SetAlarmState", ["alarmName": "busy", "stateValue": "ALARM", "stateReason": "a drill"])
        try cloudWatch.ask("DisableAlarmActions", ["alarmNames": ["busy"]])
        let items = try cloudWatch.ask("DescribeAlarmHistory", ["alarmName": "busy"])["alarmHistoryItems"]?.list
        #expect(items?.count == 3)
        #expect(items?[1]["historySummary"] == "Alarm updated from INSUFFICIENT_DATA to ALARM")
        #expect(try row()["actionsEnabled"] == false)
        #expect(try row()["stateReason"] == "a drill")
    }

    @Test("metrics are listed by namespace, name and dimension")
    func list() throws {
        for queue in ["a", "b"] {
            try cloudWatch.ask(
                "PutMetricData",
                [
                    "namespace": "App",
                    "metricData": [
                        [
                            "metricName": "Backlog", "value": 1,
                            "dimensions": [["name": "Queue", "value": .string(queue)]],
                        ]
                    ],
                ])
        }
        let filter: Value = ["dimensions": [["name": "Queue", "value": "b"]]]
        #expect(try cloudWatch.ask("ListMetrics", filter)["metrics"]?.list?.count == 1)
        #expect(try cloudWatch.ask("ListMetrics", ["dimensions": [["name": "Queue"]]])["metrics"]?.list?.count == 2)
        #expect(try cloudWatch.ask("ListMetrics", ["namespace": "AWS/ECS"])["metrics"]?.list?.count == 0)
    }

    private func row() throws -> Value {
        try cloudWatch.ask("DescribeAlarms", ["alarmNames": ["busy"]])["metricAlarms"]?.list?.first ?? .null
    }

    private func count(_ operation: String, _ input: Value) throws -> Int? {
        try cloudWatch.ask(operation, input)["metricAlarms"]?.list?.count
    }
}
