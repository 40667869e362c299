import AWSApplicationAutoScaling
import AWSWire
import Model

/// A part of a ScalingPolicy: moves the bounds at a time.
enum ScheduledAction: Kind {
    static let writers = ["PutScheduledAction", "DeleteScheduledAction"]

    static let schema = KindSchema(
        kind: "ScheduledAction",
        shape: Shape("ScheduledAction", .structure(Members([ScalingPolicy.serviceMember] + members))),
        rules: [ScalingPolicy.serviceRule] + rules, nameMember: nil, createOnly: ["service"], isManifest: false,
        summary: "Moves a service's bounds at a time or again and again.")

    static var parentMember: FieldPath? { "/service" }
    static var adoption: Adoption { .notNeeded }

    private static let names = ["timezone", "startTime", "endTime", "scalableTargetAction"]
    static let members =
        [Member("schedule", .string, awsName: "Schedule", required: true)]
        + ApplicationAutoScaling.model.shapes["PutScheduledActionRequest"].picking(names)

    static let rules: [FieldRule] = [
        FieldRule("/schedule", onRemoval: .required),
        FieldRule("/timezone", absent: "UTC"),
        FieldRule("/startTime", normal: instant),
        FieldRule("/endTime", normal: instant),
        FieldRule("/scalableTargetAction", whole: true),
    ]

    /// A time in any of AWS's spellings as ISO 8601.
    static let instant: @Sendable (Value) -> Value = { value in
        let seconds = value.number ?? value.string.flatMap(Timestamps.seconds)
        return seconds.map { Value(.string(Timestamps.iso8601($0)), at: value.place, key: value.keyPlace) } ?? value
    }

    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        await ScalableTargets.observe(
            resources, "DescribeScheduledActions", names: "scheduledActionNames", list: "scheduledActions",
            name: "scheduledActionName", size: 50, context
        ) { resource, action in
            var spec = schema.liveSpec(action)
            spec["service"] = resource.spec["service"]
            var outputs: [String: Value] = ["name": .string(resource.awsName)]
            outputs["arn"] = action["scheduledActionARN"]
            return .live(Live(spec: spec, outputs: outputs, detail: action))
        }
    }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        var input = (change.merged.object ?? [:]).filter { $0.key != "service" && !$0.value.isNull }
        input.merge(ScalableTargets.identity(change.spec)) { $1 }
        input["scheduledActionName"] = .string(change.resource.awsName)
        let summary = change.live == nil ? "scheduled action" : change.touchedMembers.joined(separator: ", ")
        let call = AWSCall(ScalableTargets.service, "PutScheduledAction", .object(input))
        return [PlannedCall(call, summary: summary)]
    }
}
