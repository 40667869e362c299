import Model

extension Cluster {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        await Batches.observe(resources, by: 100) { batch in
            let include: Value = ["TAGS", "SETTINGS", "CONFIGURATIONS"]
            let clusters = try await describe(batch.map(\.awsName), include, context)
            let pairs = batch.compactMap { resource in
                clusters[resource.awsName].map { (resource.id, observation(resource, $0)) }
            }
            return Dictionary(pairs) { first, _ in first }
        }
    }

    /// Clusters by name; without those that are gone, which AWS still answers for a while as INACTIVE.
    static func describe(
        _ names: [String], _ include: Value, _ context: ObservationContext
    ) async throws -> [String: Value] {
        let input: Value = ["clusters": .list(names.map { .string($0) }), "include": include]
        let reply = try await context.aws.send(AWSCall("ecs", "DescribeClusters", input))
        let there = (reply["clusters"]?.list ?? []).filter { $0["status"]?.string != "INACTIVE" }
        return Dictionary(there.map { ($0["clusterName"]?.string ?? "", $0) }) { first, _ in first }
    }

    private static func observation(_ resource: Resource, _ cluster: Value) -> Observation {
        cluster["status"]?.string == "DEPROVISIONING"
            ? .departing("ECS takes the cluster away") : .live(live(resource, cluster))
    }

    private static func live(_ resource: Resource, _ cluster: Value) -> Live {
        let tags = TagStyle.read(cluster["tags"])
        var spec = schema.liveSpec(cluster)
        for name in ["capacityProviders", "defaultCapacityProviderStrategy"] { spec[name] = nil }
        spec["settings"] = settings(spec["settings"], stated: resource.spec["settings"])
        spec["tags"] = TagStyle.spec(tags)
        let outputs: [String: Value] = [
            "arn": cluster["clusterArn"] ?? .null, "name": .string(resource.awsName),
        ]
        return Live(spec: spec, outputs: outputs, tags: tags, detail: cluster)
    }

    /// A setting can not go away; one that is off and that the manifest does not state is as good as gone.
    private static func settings(_ live: Value?, stated: Value?) -> Value {
        let names = Set((stated?.list ?? []).compactMap { $0["name"]?.string })
        let kept = (live?.list ?? []).filter { $0["value"] != "disabled" || names.contains($0["name"]?.string ?? "") }
        return .list(kept)
    }
}
