import AWSECS
import AWSWire
import Model

/// A task that runs once per content before a service's new revision is sent (a migration): its exit code decides.
///
/// It is a part of a Service, written there as `beforeRollout`. What it is compared by is what it ran last: a run that is
/// missing is a change, RunTask makes it, and the service's roll waits for the output `outcome`.
enum BeforeRollout: Kind {
    static let schema = KindSchema(
        kind: "BeforeRollout", shape: shape, rules: rules, nameMember: nil, isManifest: false,
        summary: "A task that runs once per content before a service's new revision is sent; its exit code decides.")

    static let parentMember: FieldPath? = "/cluster"
    /// A run is nobody's until it is made.
    static var adoption: Adoption { .notNeeded }
    static var isDeed: Bool { true }

    /// The output that says how the run of the wanted content ended, as `RunRecord.Result`; missing when there was none.
    static let outcome = "outcome"

    /// Members of the service that say where its task runs as well.
    static let shared = [
        "cluster", "capacityProviderStrategy", "launchType", "networkConfiguration", "placementConstraints",
        "placementStrategy",
    ]

    static let note = """
        A task that runs once before the service is made or gets another revision (a migration), where the service runs; its \
        exit code decides. Once means: for the same revision and overrides, values of variables apart. A service that adopts \
        it and keeps its revision runs nothing; a failed run is repeated when that changes, or by `neap rollout retry`.
        """

    private static let request = ECS.model.shapes["RunTaskRequest"]

    /// `beforeRollout` of a Service.
    static let member = Member(
        "beforeRollout",
        .structure(
            "BeforeRolloutSettings",
            request.picking(["overrides"]) + [
                Member("taskDefinition", .string, required: true), Member("timeout", .string),
            ]))

    private static let shape = Shape(
        "BeforeRollout",
        .structure(
            Members(
                request.picking(shared + ["taskDefinition", "overrides"]) + [
                    Member("timeout", .string), Member("service", .string), Member("revision", .string),
                    SpecShape.tags,
                ])))

    /// The rules of `beforeRollout`'s own members, below it or at the part's top.
    static let memberRules: [FieldRule] = [
        FieldRule(
            "/taskDefinition", onRemoval: .required, target: definition, normal: Service.revision,
            note: "What runs: a TaskDefinition's name, an inline one, or `family:revision` or an ARN of another."),
        FieldRule(
            "/timeout", note: "How long it may run before Neap says that it is stuck, `10m`; an hour unless said."),
        FieldRule("/overrides/containerOverrides", elements: .keyed(["name"]), whole: true),
        FieldRule("/overrides/containerOverrides/*/environment", elements: .keyed(["name"])),
    ]

    private static let definition = FieldRule.Target("TaskDefinition", "arn")

    private static let rules: [FieldRule] =
        [.tags, FieldRule("/revision", target: definition, normal: Service.revision)] + memberRules
        + Service.rules.filter { shared.contains($0.path.parts.first ?? "") }.map { rule in
            var rule = rule
            rule.effect = nil
            return rule
        }

    /// The capacity providers that it names must be the cluster's.
    static func dependencies(of resource: Resource, among all: ResourceIndex) -> Set<ResourceID> {
        Service.providers(of: resource, among: all)
    }

    /// It runs when its service is about to roll: not before what that waits for.
    static func gates(of resource: Resource, among all: ResourceIndex) -> [Gate] { Service.rolloutGates(of: resource) }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        let attempt = change.live?.outputs[RunRecord.attemptName]?.integer ?? 1
        var input = change.stated().filter { (shared + ["taskDefinition", "overrides"]).contains($0.key) }
        input["count"] = 1
        if !change.creationTags.isEmpty { input["tags"] = TagStyle.list(change.creationTags) }
        var requires = change.requirements(of: .taskRollout)
        if let content = RunContent(change.resource) {
            input["startedBy"] = .string(content.mark(attempt))
            input["clientToken"] = .string(RunContent.token(input))
        } else {
            // The marks by which the run is known again hold the revision: that is known in the next turn.
            requires.append(
                PlannedCall.Requirement(Reference(change.resource.id, "registered"), reason: "once it is registered"))
        }
        return [
            PlannedCall(
                AWSCall("ecs", "RunTask", .object(input)), summary: "runs before the rollout",
                captures: ["task": "/tasks/0/taskArn"], requires: requires, unsettles: [outcome])
        ]
    }
}
