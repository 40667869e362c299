import Model

extension CapacityProvider {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        await Batches.observe(resources, by: 100) { batch in
            let input: Value = [
                "capacityProviders": .list(batch.map { .string($0.awsName) }), "include": ["TAGS"],
            ]
            let reply = try await context.aws.sendAll(AWSCall("ecs", "DescribeCapacityProviders", input))
            let there = (reply["capacityProviders"]?.list ?? []).filter { $0["status"]?.string != "INACTIVE" }
            let byName = Dictionary(there.map { ($0["name"]?.string ?? "", $0) }) { first, _ in first }
            let pairs = batch.compactMap { resource in
                byName[resource.awsName].map { (resource.id, observation(resource, $0)) }
            }
            return Dictionary(pairs) { first, _ in first }
        }
    }

    private static func observation(_ resource: Resource, _ provider: Value) -> Observation {
        provider["updateStatus"]?.string == "DELETE_IN_PROGRESS"
            ? .departing("ECS takes the capacity provider away") : .live(live(resource, provider))
    }

    private static func live(_ resource: Resource, _ provider: Value) -> Live {
        let tags = TagStyle.read(provider["tags"])
        var spec = schema.liveSpec(provider)
        spec["tags"] = TagStyle.spec(tags)
        let outputs: [String: Value] = [
            "arn": provider["capacityProviderArn"] ?? .null, "name": .string(resource.awsName),
        ]
        return Live(spec: spec, outputs: outputs, tags: tags, detail: provider)
    }
}
