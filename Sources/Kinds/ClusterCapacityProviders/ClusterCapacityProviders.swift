import AWSECS
import AWSWire
import Model

/// Which capacity providers a cluster uses: one call of ECS replaces them all, and takes a while.
enum ClusterCapacityProviders: Kind {
    static let writers = ["PutClusterCapacityProviders"]

    static let schema = KindSchema(
        kind: "ClusterCapacityProviders", shape: shape, rules: rules, nameMember: nil, createOnly: ["cluster"],
        isManifest: false, summary: "The capacity providers that a cluster uses, and those of services that name none.")

    static let parentMember: FieldPath? = "/cluster"
    static let adoption = Adoption.notNeeded

    private static let shape = SpecShape.structure(
        "ClusterCapacityProviders", from: ECS.model.shapes["PutClusterCapacityProvidersRequest"],
        optional: ["capacityProviders", "defaultCapacityProviderStrategy"])

    private static let rules = [FieldRule("/cluster", target: .init("Cluster", "name"))] + lists

    /// The rules of both lists, which stand in a cluster's manifest too.
    static let lists: [FieldRule] = [
        FieldRule(
            "/capacityProviders", operation: "PutClusterCapacityProviders", elements: .set, absent: [],
            onRemoval: .keep, shared: true),
        FieldRule("/capacityProviders/*", target: provider),
        FieldRule(
            "/defaultCapacityProviderStrategy", operation: "PutClusterCapacityProviders",
            elements: .keyed(["capacityProvider"]), absent: [], onRemoval: .keep, whole: true),
        FieldRule("/defaultCapacityProviderStrategy/*/capacityProvider", target: provider),
        FieldRule("/defaultCapacityProviderStrategy/*/base", absent: 0),
        FieldRule("/defaultCapacityProviderStrategy/*/weight", absent: 0),
    ]

    private static let provider = FieldRule.Target("CapacityProvider", "name", idPrefixes: ["FARGATE"])

    /// A group's instances are bound to its provider only when they come after the provider was associated.
    static func gates(of resource: Resource, among all: ResourceIndex) -> [Gate] {
        let providers = (resource.spec["capacityProviders"]?.list ?? []).compactMap { $0.reference?.resource }
        let groups = providers.compactMap { all[$0].flatMap(CapacityProvider.group) }
        let requirement = PlannedCall.Requirement(
            Reference(resource.id, "attachmentsStatus"), in: ["UPDATE_COMPLETE"],
            reason: "until cluster \(resource.id.name) has taken its capacity providers")
        return groups.map { Gate($0, .bounds, requirement) }
    }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        let input: [String: Value] = [
            "cluster": change.spec["cluster"] ?? .string(change.resource.awsName),
            "capacityProviders": providers(change),
            "defaultCapacityProviderStrategy": strategy(change),
        ]
        let call = AWSCall("ecs", "PutClusterCapacityProviders", .object(input))
        let names = change.touchedMembers.isEmpty ? ["capacityProviders"] : change.touchedMembers
        return [
            PlannedCall(
                call, change.effect(of: names), summary: names.joined(separator: ", "),
                captures: ["attachmentsStatus": "/cluster/attachmentsStatus"])
        ]
    }

    /// The stated ones and those that others associated: the call takes away what it does not name.
    private static func providers(_ change: ResourceChange) -> Value {
        let changed = change.changes.first { $0.path == "/capacityProviders" }
        return changed?.desired ?? change.live?.spec["capacityProviders"] ?? change.spec["capacityProviders"] ?? []
    }

    private static func strategy(_ change: ResourceChange) -> Value {
        change.spec["defaultCapacityProviderStrategy"] ?? change.live?.spec["defaultCapacityProviderStrategy"] ?? []
    }

    static func health(of resource: Resource, live: Live) -> Health {
        switch live.outputs["attachmentsStatus"]?.string {
        case "UPDATE_IN_PROGRESS": Health(.progressing, .updating, "the cluster takes its capacity providers")
        case "UPDATE_FAILED": Health(.degraded, .degraded, "the cluster could not take its capacity providers")
        default: .healthy
        }
    }
}
