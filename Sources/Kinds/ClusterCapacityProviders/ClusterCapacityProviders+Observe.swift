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

    /// Nil for a cluster without any providers, for which there is nothing to keep.
    private static func live(_ resource: Resource, _ cluster: Value) -> Live? {
        let providers = cluster["capacityProviders"] ?? []
        let strategy = cluster["defaultCapacityProviderStrategy"] ?? []
        let status = cluster["attachmentsStatus"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        if providers.list?.isEmpty == true, strategy.list?.isEmpty == true, status == nil { return nil }
        let spec: Value = [
            "cluster": resource.spec["cluster"] ?? .string(resource.awsName), "capacityProviders": providers,
            "defaultCapacityProviderStrategy": schema.shape.projecting([
                "defaultCapacityProviderStrategy": strategy
            ])["defaultCapacityProviderStrategy"] ?? [],
        ]
        // AWS leaves the status out where nothing was ever attached or all has long been done.
        return Live(spec: spec, outputs: ["attachmentsStatus": .string(status ?? "UPDATE_COMPLETE")], detail: cluster)
    }
}
