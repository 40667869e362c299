import AWSApplicationAutoScaling
import AWSWire
import Model

/// Who moves a service's count, and how far: an Application Auto Scaling target with its policies, schedules and alarms.
enum ScalingPolicy: Kind {
    static let writers = ["RegisterScalableTarget", "DeregisterScalableTarget"]

    static let schema = KindSchema(
        kind: "ScalingPolicy", shape: shape, rules: rules, nameMember: nil, createOnly: ["service"],
        summary: "Lets Application Auto Scaling move a service's count between two bounds.")

    static var manifest: ManifestKind { ManifestKind(schema) { ScalingParts($0).expanded() } }
    static var parentMember: FieldPath? { "/service" }

    private static let shape = Shape(
        "ScalingPolicy",
        .structure(
            Members(
                [
                    Member("service", .string, required: true), Member("minCapacity", .integer, required: true),
                    Member("maxCapacity", .integer, required: true),
                ]
                    + ApplicationAutoScaling.model.shapes["RegisterScalableTargetRequest"].picking([
                        "roleARN", "suspendedState",
                    ]) + [
                        Member(
                            "targetTracking",
                            .list(
                                of: .structure(
                                    "TargetTracking", named(TargetTrackingPolicy.members(withNames: true), policyName)))
                        ),
                        Member(
                            "stepScaling",
                            .list(of: .structure("StepScaling", named(StepScalingPolicy.members, policyName) + [alarm]))
                        ),
                        Member(
                            "scheduled",
                            .list(of: .structure("Scheduled", named(ScheduledAction.members, "scheduledActionName")))),
                        SpecShape.tags,
                    ])))

    private static let alarm = Member("alarm", ShapeReference(Alarm.partShape))

    private static let policyName = "policyName"

    /// With the manifest's name, and with AWS's where that is not the service's and the manifest's joined.
    private static func named(_ members: [Member], _ nameMember: String) -> [Member] {
        [Member("name", .string, required: true), Member(nameMember, .string)] + members
    }

    /// The member that every part has: whose count is moved.
    static let serviceMember = Member("service", .string, required: true)
    static let serviceRule = FieldRule(
        "/service", onRemoval: .required, target: .init("Service", "resourceId"),
        note: "The service whose count is moved: a Service's name, or its ARN.")

    private static let nameNote =
        "AWS's own name, for one that exists under another than the service's name, a hyphen and name."

    private static let rules: [FieldRule] =
        [
            serviceRule, .tags,
            FieldRule("/minCapacity", .scalesNow, onRemoval: .required),
            FieldRule("/maxCapacity", .scalesNow, onRemoval: .required),
            FieldRule("/roleARN", onRemoval: .keep),
            FieldRule("/suspendedState/dynamicScalingInSuspended", absent: false),
            FieldRule("/suspendedState/dynamicScalingOutSuspended", absent: false),
            FieldRule("/suspendedState/scheduledScalingSuspended", absent: false),
            FieldRule("/targetTracking", elements: .keyed(["name"])),
            FieldRule("/stepScaling", elements: .keyed(["name"])),
            FieldRule("/scheduled", elements: .keyed(["name"])),
            FieldRule("/targetTracking/*/policyName", note: nameNote),
            FieldRule("/stepScaling/*/policyName", note: nameNote),
            FieldRule("/scheduled/*/scheduledActionName", note: nameNote),
        ] + TargetTrackingPolicy.rules.map { $0.below("/targetTracking/*") }
        + StepScalingPolicy.rules.map { $0.below("/stepScaling/*") }
        + ([FieldRule.tags] + Alarm.settingRules).map { $0.below("/stepScaling/*/alarm") }
        + ScheduledAction.rules.map { $0.below("/scheduled/*") }

    static func claims(of resource: Resource) -> [Claim] {
        guard let service = resource.spec["service"]?.reference?.resource, service.kind == "Service" else { return [] }
        guard let band = ScheduledBounds(resource.spec).band else { return [] }
        return [Claim(service, "/desiredCount", owner: resource.manifest.description, band: band)]
    }
}
