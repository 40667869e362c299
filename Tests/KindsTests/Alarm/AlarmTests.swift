import Model
import Planning
import Testing

@testable import Kinds

@Suite("Alarms")
struct AlarmTests {
    @Test("an alarm is written whole, with what others set and without tags")
    func whole() {
        let live: Value = [
            "threshold": 10.0, "evaluationPeriods": 3, "okActions": ["arn:aws:sns:eu-west-1:1:theirs"],
            "tags": ["a": "b"],
        ]
        let change = ResourceChange(
            .sample("Alarm", "errors", ["threshold": 20, "evaluationPeriods": 3]), live: Live(spec: live),
            changes: [
                FieldChange("/threshold", live: 10.0, desired: 20, effect: .noRestart, reason: .declared)
            ], region: "eu-west-1", accountID: "1")
        #expect(
            Alarm.calls(for: change).map(\.call.input) == [
                [
                    "alarmName": "errors", "threshold": 20, "evaluationPeriods": 3,
                    "okActions": ["arn:aws:sns:eu-west-1:1:theirs"],
                ]
            ])
    }

    @Test(
        "as many datapoints as periods is what AWS fills in; fewer are fewer, on either side",
        arguments: [(nil, 3, 0), (3, 3, 0), (2, 3, 1), (3, 2, 1), (3, nil, 0), (nil, 2, 0)] as [(Int?, Int?, Int)])
    func datapoints(stated: Int?, live: Int?, changes: Int) {
        var (wanted, shown): (Value, Value) = (["evaluationPeriods": 3], ["evaluationPeriods": 3])
        wanted["datapointsToAlarm"] = stated.map { .integer($0) }
        shown["datapointsToAlarm"] = live.map { .integer($0) }
        let there = Alarm.datapoints(shown, states: stated != nil)
        #expect(Diff(schema: Alarm.schema).compare(desired: wanted, live: there).changes.count == changes)
    }

    @Test("names that belong to Application Auto Scaling are refused")
    func reserved() {
        #expect(Alarm.manifest.expand(.sample("Alarm", "TargetTracking-x", [:])).diagnostics.count == 1)
        #expect(Alarm.manifest.expand(.sample("Alarm", "errors", [:])).diagnostics.isEmpty)
    }

    @Test("a composite alarm of the name is not overwritten")
    func composite() async {
        let alarm = Resource.sample("Alarm", "errors", [:])
        let context = ObservationContext(
            aws: ScriptedAWS { _ in ["metricAlarms": [], "compositeAlarms": [["alarmName": "errors"]]] },
            region: "eu-west-1", accountID: "1")
        guard case .unknown = await Alarm.observe([alarm], context)[alarm.id] else {
            Issue.record("not unknown")
            return
        }
    }
}
