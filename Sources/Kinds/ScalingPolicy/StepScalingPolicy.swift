import AWSApplicationAutoScaling
import AWSWire
import Model

/// A part of a ScalingPolicy: changes the count by steps when its alarm fires.
enum StepScalingPolicy: Kind {
    static let writers = ["PutScalingPolicy", "DeleteScalingPolicy"]

    static let schema = KindSchema(
        kind: "StepScalingPolicy",
        shape: Shape("StepScalingPolicy", .structure(Members([ScalingPolicy.serviceMember] + members))),
        rules: [FieldRule("", whole: true), ScalingPolicy.serviceRule] + rules, nameMember: nil,
        createOnly: ["service"],
        isManifest: false, summary: "Adds or removes tasks by steps when its alarm fires.")

    static var parentMember: FieldPath? { "/service" }
    static var adoption: Adoption { .notNeeded }

    private static let configuration = "stepScalingPolicyConfiguration"

    static let members =
        ApplicationAutoScaling.model.shapes["StepScalingPolicyConfiguration"].members.map(Array.init) ?? []

    static let rules: [FieldRule] = [
        FieldRule("/stepAdjustments", elements: .set),
        FieldRule("/stepAdjustments/*/metricIntervalLowerBound", normal: Normal.number),
        FieldRule("/stepAdjustments/*/metricIntervalUpperBound", normal: Normal.number),
        FieldRule("/cooldown", absent: 300),
        FieldRule("/metricAggregationType", absent: "Average"),
    ]

    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        await ScalingPolicies.observe(resources, schema, "StepScaling", configuration, context)
    }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        [ScalingPolicies.put(change, "StepScaling", configuration)]
    }
}
