import AWSECS
import AWSWire
import Model

/// An ECS service: how many tasks of a task definition run, where, and behind what.
enum Service: Kind {
    static let writers = ["UpdateService", "DeleteService"]

    static let schema = KindSchema(
        kind: "Service", shape: shape, rules: rules + FieldRule.readOnly(readOnlyNames), nameMember: "serviceName",
        createOnly: ["cluster", "launchType", "schedulingStrategy", "role"],
        summary: "Keeps a number of tasks running on a cluster, and rolls them when their definition changes.")

    static var manifest: ManifestKind { ManifestKind(schema, expand: expand) }
    static var parentMember: FieldPath? { "/cluster" }

    private static let readOnlyNames = [
        "serviceArn", "clusterArn", "status", "runningCount", "pendingCount", "platformFamily", "taskSets",
        "deployments",
        "roleArn", "events", "createdAt", "createdBy", "currentServiceDeployment", "currentServiceRevisions",
        "resourceManagementType",
    ]

    private static let shape = SpecShape.structure(
        "Service", from: ECS.model.shapes["CreateServiceRequest"], without: ["clientToken"], optional: ["serviceName"],
        adding: [SpecShape.tags, ServicePlacement.member, BeforeRollout.member]
            + ECS.model.shapes["Service"].picking(readOnlyNames)
    ).bounded(by: bounds)

    /// `service/<cluster>/<name>`, as Application Auto Scaling calls it; known as soon as the cluster's name is.
    static func outputs(of resource: Resource) -> [String: Value] {
        [
            "name": .string(resource.awsName),
            "resourceId": Value(
                .joined(["service/", clusterName(resource.spec["cluster"]), "/", .string(resource.awsName)])
            ).resolved([:]),
        ]
    }

    private static func clusterName(_ cluster: Value?) -> Value {
        if let reference = cluster?.reference { return .reference(reference.resource, "name") }
        return .string(lastPart(cluster?.string ?? "default"))
    }

    /// What stands behind the last slash of an ARN; a plain name is itself.
    static func lastPart(_ text: String) -> String { text.split(separator: "/").last.map(String.init) ?? text }

    static func claims(on resource: Resource, live: Live) -> [Claim] {
        ServiceAutoscaling.claims(on: resource, live: live)
    }
    static func rolledCount(of live: Live) -> Int? { live.spec["desiredCount"]?.integer }

    /// The listener rules (or a Network Load Balancer's listeners) whose weights its deployments move (aws-facts 1.8).
    static func claims(of resource: Resource) -> [Claim] { NativeTraffic(resource).claims }

    static func faults(of resource: Resource, among all: ResourceIndex) -> [Diagnostic] {
        NativeTraffic(resource).faults(among: all) + (ServiceContainers(resource, among: all)?.faults ?? [])
    }

    /// ECS refuses target groups that no listener forwards to, and providers that the cluster does not have yet.
    static func dependencies(of resource: Resource, among all: ResourceIndex) -> Set<ResourceID> {
        let groups = Set((resource.spec["loadBalancers"]?.references ?? []).map(\.resource))
        let forwarding = groups.flatMap(all.referring).filter { ["Listener", "ListenerRule"].contains($0.id.kind) }
        return Set(forwarding.map(\.id)).union(providers(of: resource, among: all))
    }

    /// The association of capacity providers with the cluster that `resource` runs tasks on.
    static func providers(of resource: Resource, among all: ResourceIndex) -> Set<ResourceID> {
        let cluster = resource.spec["cluster"]?.reference?.resource
        let usesProviders = resource.spec["launchType"] == nil
        return Set(
            all.all("ClusterCapacityProviders").filter { usesProviders && $0.manifest == cluster }.map(\.id))
    }

    static func gates(of resource: Resource, among all: ResourceIndex) -> [Gate] {
        instanceGates(of: resource, among: all) + rolloutGates(of: resource) + runGates(of: resource, among: all)
    }

    /// Instances roll only while no tasks roll on them; tasks wait for no instance.
    private static func instanceGates(of resource: Resource, among all: ResourceIndex) -> [Gate] {
        let requirement = PlannedCall.Requirement(
            Reference(resource.id, RolloutWord.rollout), in: ["settled"],
            reason: "after \(resource.id.name) is live: same capacity")
        return CapacityUse.groups(of: resource, among: all).map { Gate($0, .instanceRollout, requirement) }
    }

    /// A roll waits for the services that `policy.dependsOn` names until they are live.
    static func rolloutGates(of resource: Resource) -> [Gate] {
        resource.dependsOn.filter { $0.kind == schema.kind }.sorted()
            .map { Gate(resource.id, .taskRollout, RolloutWord.isLive($0)) }
    }

    /// A new revision waits for the task that runs before it.
    private static func runGates(of resource: Resource, among all: ResourceIndex) -> [Gate] {
        let before = BeforeRollout.id(of: resource.id)
        guard all[before] != nil else { return [] }
        let run = PlannedCall.Requirement(
            Reference(before, BeforeRollout.outcome), in: [RunRecord.Result.succeeded.rawValue],
            reason: "after \(before) has run")
        return [Gate(resource.id, .newRevision, run)]
    }

    private static func expand(_ resource: Resource) -> (parts: [Resource], diagnostics: [Diagnostic]) {
        var (spec, diagnostics) = ServicePlacement.expanded(resource)
        if spec["schedulingStrategy"]?.string == "DAEMON", let count = spec["desiredCount"] {
            diagnostics.append(
                Diagnostic(
                    "plays no part: a daemon service has a task on every instance", at: count.keyPlace ?? count.place,
                    of: resource.id, path: "/desiredCount", severity: .notice))
            spec["desiredCount"] = nil
        }
        var part = resource
        part.spec = spec
        diagnostics += NativeStrategy(part).diagnostics
        guard let before = BeforeRollout.part(of: part) else { return ([part], diagnostics) }
        part.spec[BeforeRollout.member.name] = nil
        return ([part, before.part], diagnostics + before.diagnostics)
    }
}
