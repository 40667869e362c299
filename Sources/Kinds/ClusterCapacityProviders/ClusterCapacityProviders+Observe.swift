import Model

extension ClusterCapacityProviders {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        await Batches.observe(resources, by: 100) { batch in
            let clusters = try await Cluster.describe(batch.map(\.awsName), ["ATTACHMENTS"], context)
            let pairs = batch.compactMap { resource in
                clusters[resource.awsName].flatMap { live(resource, $0) }.map { (resource.id, Observation.live($0)) }
            }
            return Dictionary(pairs) { first, _ in first }
        }
    }

    /// Nil for a cluster without any of what is wanted, for which there is nothing to keep.
    private static func live(_ resource: Resource, _ cluster: Value) -> Live? {
        let providers = cluster["capacityProviders"]?.list ?? []
        let wanted = resource.spec["capacityProviders"]?.list ?? []
        if providers.isEmpty, !wanted.isEmpty { return nil }
        let reply: Value = [
            "capacityProviders": .list(providers),
            "defaultCapacityProviderStrategy": cluster["defaultCapacityProviderStrategy"] ?? [],
        ]
        var spec = schema.shape.projecting(reply)
        spec["cluster"] = resource.spec["cluster"] ?? .string(resource.awsName)
        return Live(spec: spec, outputs: outputs(cluster, wanted, providers), detail: cluster)
    }

    /// The state of the association, known only while everything that is wanted is associated.
    ///
    /// AWS leaves it out where nothing was ever attached or all has long been done.
    private static func outputs(_ cluster: Value, _ wanted: [Value], _ providers: [Value]) -> [String: Value] {
        guard wanted.allSatisfy(providers.contains) else { return [:] }
        let status = cluster["attachmentsStatus"]?.string ?? ""
        return ["attachmentsStatus": .string(status.isEmpty ? "UPDATE_COMPLETE" : status)]
    }
}
