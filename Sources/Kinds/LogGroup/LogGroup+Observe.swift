import AWSWire
import Model

extension LogGroup {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        await Batches.observe(resources, by: 50) { batch in
            let names: Value = .list(batch.map { .string($0.awsName) })
            let reply = try await context.aws.sendAll(
                AWSCall("logs", "DescribeLogGroups", ["logGroupIdentifiers": names]))
            var found: [ResourceID: Observation] = [:]
            for resource in batch {
                // AWS may answer with more than was asked for; only the very name counts.
                let group = (reply["logGroups"]?.list ?? []).first { $0["logGroupName"]?.string == resource.awsName }
                guard let group else { continue }
                found[resource.id] = await .reading { .live(try await live(resource, group, context)) }
            }
            return found
        }
    }

    private static func live(_ resource: Resource, _ group: Value, _ context: ObservationContext) async throws -> Live {
        let arn = arn(of: group)
        let call = AWSCall("logs", "ListTagsForResource", ["resourceArn": .string(arn)])
        let reply = try await context.cache.send(call, .slow, of: resource.id, through: context.aws)
        let tags = TagStyle.read(reply["tags"])
        var spec = schema.liveSpec(group)
        spec["tags"] = TagStyle.spec(tags)
        return Live(
            spec: spec, outputs: ["arn": .string(arn), "name": .string(resource.awsName)], tags: tags, detail: group)
    }

    /// The ARN that tagging takes: without `:*` at the end.
    private static func arn(of group: Value) -> String {
        let text = group["logGroupArn"]?.string ?? group["arn"]?.string ?? ""
        return text.hasSuffix(":*") ? String(text.dropLast(2)) : text
    }
}
