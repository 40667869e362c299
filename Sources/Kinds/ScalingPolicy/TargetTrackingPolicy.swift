import AWSApplicationAutoScaling
import AWSWire
import Model

/// A part of a ScalingPolicy: keeps a metric at a value.
enum TargetTrackingPolicy: Kind {
    static let writers = ["PutScalingPolicy", "DeleteScalingPolicy"]

    static let schema = KindSchema(
        kind: "TargetTrackingPolicy",
        shape: Shape(
            "TargetTrackingPolicy", .structure(Members([ScalingPolicy.serviceMember] + members(withNames: false)))),
        rules: [FieldRule("", whole: true), ScalingPolicy.serviceRule] + rules, nameMember: nil,
        createOnly: ["service"],
        isManifest: false, summary: "Adds and removes tasks so that a metric stays at a value.")

    static var parentMember: FieldPath? { "/service" }
    static var adoption: Adoption { .notNeeded }

    private static let configuration = "targetTrackingScalingPolicyConfiguration"

    /// The members of AWS's configuration; `withNames` lets the counted target group be stated by names.
    static func members(withNames: Bool) -> [Member] {
        let source = ApplicationAutoScaling.model.shapes["TargetTrackingScalingPolicyConfiguration"]
        let all = source.members.map(Array.init) ?? []
        guard withNames else { return all }
        let metric = SpecShape.structure(
            "PredefinedMetricSpecification", from: ApplicationAutoScaling.model.shapes["PredefinedMetricSpecification"],
            adding: [Member("loadBalancer", .string), Member("targetGroup", .string)])
        return all.map { member in
            member.name == "predefinedMetricSpecification"
                ? Member(member.name, ShapeReference(metric), awsName: member.awsName) : member
        }
    }

    static let rules: [FieldRule] = [
        FieldRule("/targetValue", onRemoval: .required, normal: Normal.number),
        FieldRule("/disableScaleIn", absent: false),
        FieldRule("/scaleInCooldown", absent: 300),
        FieldRule("/scaleOutCooldown", absent: 300),
        FieldRule(
            "/predefinedMetricSpecification/loadBalancer",
            note:
                "The LoadBalancer whose requests are counted, by name or ARN; with targetGroup it stands for resourceLabel."
        ),
        FieldRule(
            "/predefinedMetricSpecification/targetGroup",
            note: "The TargetGroup whose requests are counted, by name or ARN."),
        FieldRule("/customizedMetricSpecification/dimensions", elements: .keyed(["name"])),
        FieldRule("/customizedMetricSpecification/metrics", elements: .keyed(["id"])),
        FieldRule("/customizedMetricSpecification/metrics/*/returnData", absent: true),
        FieldRule("/customizedMetricSpecification/metrics/*/metricStat/metric/dimensions", elements: .keyed(["name"])),
    ]

    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        await ScalingPolicies.observe(resources, schema, "TargetTrackingScaling", configuration, context)
    }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        [ScalingPolicies.put(change, "TargetTrackingScaling", configuration)]
    }
}
