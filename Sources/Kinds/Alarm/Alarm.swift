import AWSCloudWatch
import AWSWire
import Model

/// A CloudWatch metric alarm, of its own or as a part of a ScalingPolicy.
enum Alarm: Kind {
    static let writers = ["PutMetricAlarm", "DeleteAlarms"]

    static let schema = KindSchema(
        kind: "Alarm", shape: shape, rules: [.tags] + settingRules + actionRules,
        nameMember: "alarmName", summary: "Watches a metric, and acts when it crosses a threshold.")

    static var manifest: ManifestKind { ManifestKind(schema) { ([$0], faults(of: $0)) } }

    private static let request = CloudWatch.model.shapes["PutMetricAlarmInput"]
    private static let shape = SpecShape.structure(
        "Alarm", from: request, optional: ["alarmName"], adding: [SpecShape.tags])

    /// An alarm inside a ScalingPolicy: its action is the policy.
    static let partShape = SpecShape.structure(
        "StepAlarm", from: request, without: ["alarmActions", "okActions", "insufficientDataActions"],
        optional: ["alarmName"], adding: [SpecShape.tags])

    static let settingRules: [FieldRule] = [
        FieldRule("/actionsEnabled", absent: true),
        FieldRule("/treatMissingData", absent: "missing"),
        FieldRule("/threshold", normal: Normal.number),
        FieldRule("/dimensions", elements: .keyed(["name"])),
        FieldRule(
            "/datapointsToAlarm", note: "How many of the evaluated periods must breach; all of them unless stated."),
        FieldRule("/metrics", elements: .keyed(["id"]), whole: true),
        FieldRule("/metrics/*/returnData", absent: true),
        FieldRule("/metrics/*/metricStat/metric/dimensions", elements: .keyed(["name"])),
    ]

    private static let actionRules: [FieldRule] = [
        FieldRule("/alarmActions", elements: .set, absent: []),
        FieldRule("/okActions", elements: .set, absent: []),
        FieldRule("/insufficientDataActions", elements: .set, absent: []),
    ]

    /// AWS fills `datapointsToAlarm` with the number of periods: shown where the manifest `states` it, and else left out.
    static func datapoints(_ live: Value, states: Bool) -> Value {
        var spec = live
        if states {
            spec["datapointsToAlarm"] = live["datapointsToAlarm"] ?? live["evaluationPeriods"]
        } else if live["datapointsToAlarm"] == live["evaluationPeriods"] {
            spec["datapointsToAlarm"] = nil
        }
        return spec
    }

    /// Names that Application Auto Scaling keeps for its own alarms.
    static func faults(of resource: Resource) -> [Diagnostic] {
        guard resource.awsName.hasPrefix("TargetTracking-") else { return [] }
        return [
            Diagnostic(
                "alarm names that begin with TargetTracking- belong to Application Auto Scaling",
                hint: "choose another name", at: resource.place, of: resource.id)
        ]
    }

    static func outputs(of resource: Resource) -> [String: Value] { ["name": .string(resource.awsName)] }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        change.live == nil ? [creation(change)] : updates(change)
    }

    private static func creation(_ change: ResourceChange) -> PlannedCall {
        var input = change.stated()
        input["alarmName"] = .string(change.resource.awsName)
        if !change.creationTags.isEmpty { input["tags"] = TagStyle.list(change.creationTags) }
        return PlannedCall(AWSCall("cloudwatch", "PutMetricAlarm", .object(input)), summary: "alarm")
    }

    /// AWS resets whatever is left out, so the whole alarm is sent; tags count only when it is made.
    private static func updates(_ change: ResourceChange) -> [PlannedCall] {
        var steps: [PlannedCall] = []
        let touched = change.touchedMembers
        if !touched.isEmpty {
            var input = (change.merged.object ?? [:]).filter { $0.key != "tags" && !$0.value.isNull }
            input["alarmName"] = .string(change.resource.awsName)
            steps.append(change.step("cloudwatch", "PutMetricAlarm", input, of: touched))
        }
        let arn = change.output("arn")
        return steps
            + change.tagSteps(
                "cloudwatch", set: ("TagResource", { ["resourceARN": arn, "tags": TagStyle.list($0)] }),
                remove: ("UntagResource", { ["resourceARN": arn, "tagKeys": .list($0.map { .string($0) })] }))
    }
}
