import Model

extension TargetGroup {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        do {
            let names = resources.map(\.awsName)
            let groups = try await LoadBalancing.list("DescribeTargetGroups", "targetGroups", names: names, context)
            let byName = Dictionary(groups.map { ($0["targetGroupName"]?.string ?? "", $0) }) { first, _ in first }
            let found = resources.compactMap { resource in
                byName[resource.awsName].map { (resource, $0, $0["targetGroupArn"]?.string ?? "") }
            }
            let live = await LoadBalancing.observe(found, context) { try await Self.live($0, $1, $2, context) }
            return Batches.all(resources, .absent).merging(live) { $1 }
        } catch {
            return Batches.all(resources, .unknown(String(describing: error)))
        }
    }

    private static func live(
        _ resource: Resource, _ group: Value, _ tags: [String: String], _ context: ObservationContext
    ) async throws -> Live {
        let arn = group["targetGroupArn"]?.string ?? ""
        var spec = schema.liveSpec(group)
        spec["attributes"] = try await LoadBalancing.attributes(
            "DescribeTargetGroupAttributes", ["targetGroupArn": .string(arn)], of: resource.id, context)
        spec["tags"] = TagStyle.spec(tags)
        let outputs: [String: Value] = [
            "arn": .string(arn), "name": .string(resource.awsName), "fullName": LoadBalancing.fullName(arn),
        ]
        return Live(spec: spec, outputs: outputs, tags: tags, detail: group)
    }
}
