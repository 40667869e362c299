import AWSECS
import AWSWire
import Model

/// A task definition: one family, of which every change is a new revision.
enum TaskDefinition: Kind {
    static let schema = KindSchema(
        kind: "TaskDefinition", shape: shape, rules: rules, nameMember: "family",
        summary: "What a task is made of: its containers, their room, settings and volumes; a change is a new revision."
    )

    static var manifest: ManifestKind {
        ManifestKind(schema, fileMember: "file") { definition in ([definition], faults(of: definition)) }
    }
    /// A new revision never changes what is there.
    static var adoption: Adoption { .notNeeded }

    private static let readOnlyNames = [
        "taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt",
        "registeredBy", "deregisteredAt", "deleteRequestedAt",
    ]

    private static let shape = SpecShape.structure(
        "TaskDefinition", from: ECS.model.shapes["RegisterTaskDefinitionRequest"], optional: ["family"],
        adding: [SpecShape.tags, containers] + ECS.model.shapes["TaskDefinition"].picking(readOnlyNames)
    ).bounded(by: bounds)

    /// RegisterTaskDefinition refuses a container without a name or an image, though the model says nothing of it.
    private static let containers = Member(
        "containerDefinitions",
        .list(
            of: ShapeReference(
                SpecShape.structure(
                    "ContainerDefinition", from: ECS.model.shapes["ContainerDefinition"], demanded: ["name", "image"]))),
        required: true)

    private static let rules: [FieldRule] =
        [
            FieldRule("", .rollsTasks, whole: true, normal: hostPorts),
            FieldRule("/tags", shared: true, whole: false),
            .tags,
        ] + FieldRule.readOnly(readOnlyNames) + taskRules + containerRules.map { $0.below("/containerDefinitions/*") }
        + LogOptions.rules(at: "/containerDefinitions/*/logConfiguration/options")

    /// A log group that a container writes to must be there first.
    static func dependencies(of resource: Resource, among all: ResourceIndex) -> Set<ResourceID> {
        let groups = (resource.spec["containerDefinitions"]?.list ?? []).compactMap {
            $0["logConfiguration"]?["options"]?["awslogs-group"]?.string
        }
        return Set(groups.compactMap { all.named($0, "LogGroup")?.id })
    }

    static func outputs(of resource: Resource) -> [String: Value] { ["family": .string(resource.awsName)] }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        var input = change.stated()
        input["family"] = .string(change.resource.awsName)
        var tags = change.creationTags
        // The hash says that a revision is what Git says.
        if change.keepsDrift { tags[hashTag] = nil }
        if !tags.isEmpty { input["tags"] = TagStyle.list(tags) }
        let summary = change.live == nil ? "task definition" : change.touchedMembers.joined(separator: ", ")
        let captures: [String: FieldPath] = [
            "arn": "/taskDefinition/taskDefinitionArn", "revision": "/taskDefinition/revision",
        ]
        let effect = change.changes.map(\.effect).max() ?? .noRestart
        return [
            PlannedCall(
                AWSCall("ecs", "RegisterTaskDefinition", .object(input)), effect, summary: summary, captures: captures)
        ]
    }
}
