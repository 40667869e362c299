import AWSECS
import AWSWire
import Model

/// An ECS cluster; which capacity providers it uses is a part of its own.
enum Cluster: Kind {
    static let writers = ["UpdateCluster", "UpdateClusterSettings", "DeleteCluster"]

    static let schema = KindSchema(
        kind: "Cluster", shape: shape, rules: rules + FieldRule.readOnly(readOnlyNames), nameMember: "clusterName",
        summary: "An ECS cluster: its settings, its capacity providers and which of them services use by default.")

    static let manifest = ManifestKind(schema, expand: expand)

    static func outputs(of resource: Resource) -> [String: Value] { ["name": .string(resource.awsName)] }

    private static let described = ECS.model.shapes["Cluster"]
    private static let readOnlyNames = SpecShape.readOnlyNames(
        described, beyond: ECS.model.shapes["CreateClusterRequest"])

    private static let shape = SpecShape.structure(
        "Cluster", from: ECS.model.shapes["CreateClusterRequest"],
        adding: [SpecShape.tags] + described.picking(readOnlyNames))

    private static let updatable = ["settings", "configuration", "serviceConnectDefaults"]

    private static let rules: [FieldRule] =
        [
            .tags,
            FieldRule("/settings", elements: .keyed(["name"]), absent: [], shared: true),
            FieldRule("/settings/*/value", absent: "disabled"),
            FieldRule("/configuration", onRemoval: .keep),
            FieldRule(
                "/serviceConnectDefaults", onRemoval: .keep,
                note: "The namespace's ARN; AWS gives it back as that whatever it was called."),
        ] + ClusterCapacityProviders.lists

    /// The cluster, and its capacity providers when they are stated.
    private static func expand(_ resource: Resource) -> (parts: [Resource], diagnostics: [Diagnostic]) {
        let names = ["capacityProviders", "defaultCapacityProviderStrategy"]
        var cluster = resource
        var members: [String: Value] = ["cluster": .reference(resource.id, "name")]
        for name in names {
            members[name] = resource.spec[name]
            cluster.spec[name] = nil
        }
        guard members.count > 1 else { return ([cluster], []) }
        let id = ResourceID("ClusterCapacityProviders", resource.id.name)
        let place = names.compactMap { members[$0]?.keyPlace }.min() ?? resource.place
        let part = Resource(
            id, awsName: resource.awsName, spec: .object(members), policy: resource.policy, labels: resource.labels,
            place: place, manifest: resource.id)
        return ([cluster, part], [])
    }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        guard change.live != nil else { return [creation(change)] }
        let touched = change.touched(updatable)
        guard !touched.isEmpty else { return change.clusterTagSteps() }
        var input = change.merged(touched)
        input["cluster"] = change.output("arn")
        if touched.contains("settings") { input["settings"] = settings(change) }
        return [change.step("ecs", "UpdateCluster", input, of: touched)] + change.clusterTagSteps()
    }

    private static func creation(_ change: ResourceChange) -> PlannedCall {
        var input = change.stated(without: ["capacityProviders", "defaultCapacityProviderStrategy"])
        input["clusterName"] = .string(change.resource.awsName)
        if !change.creationTags.isEmpty { input["tags"] = TagStyle.list(change.creationTags) }
        return PlannedCall(
            AWSCall("ecs", "CreateCluster", .object(input)), summary: "cluster",
            captures: ["arn": "/cluster/clusterArn", "name": "/cluster/clusterName"])
    }

    /// The stated settings, and those that were withdrawn, off.
    private static func settings(_ change: ResourceChange) -> Value {
        let gone = change.changes.filter { $0.path.parts.first == "settings" && $0.desired == nil }
            .map { Value.object(["name": .string($0.path.parts.last ?? ""), "value": "disabled"]) }
        return .list((change.spec["settings"]?.list ?? []) + gone)
    }

    static func health(of resource: Resource, live: Live) -> Health {
        switch live.detail["status"]?.string {
        case "PROVISIONING": Health(.progressing, .creating, "the cluster is being provisioned")
        case "DEPROVISIONING": Health(.progressing, .updating, "the cluster is being removed")
        case "FAILED": Health(.degraded, .degraded, "the cluster could not be provisioned")
        default: .healthy
        }
    }
}

extension ResourceChange {
    /// The calls that change the tags of a cluster or capacity provider.
    func clusterTagSteps() -> [PlannedCall] {
        let arn = output("arn")
        return tagSteps(
            "ecs", set: ("TagResource", { ["resourceArn": arn, "tags": TagStyle.list($0)] }),
            remove: ("UntagResource", { ["resourceArn": arn, "tagKeys": .list($0.map { .string($0) })] }))
    }
}
