import Model

extension Alarm {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        await Batches.observe(resources, by: 100) { batch in
            let input: Value = [
                "alarmNames": .list(batch.map { .string($0.awsName) }),
                "alarmTypes": ["MetricAlarm", "CompositeAlarm"],
            ]
            let reply = try await context.aws.sendAll(AWSCall("cloudwatch", "DescribeAlarms", input))
            let composites = (reply["compositeAlarms"]?.list ?? []).compactMap { $0["alarmName"]?.string }
            var found: [ResourceID: Observation] = [:]
            for resource in batch {
                let alarm = (reply["metricAlarms"]?.list ?? []).first { $0["alarmName"]?.string == resource.awsName }
                if let alarm {
                    found[resource.id] = await .reading { .live(try await live(resource, alarm, context)) }
                } else if composites.contains(resource.awsName) {
                    found[resource.id] = .unknown("a composite alarm has this name")
                }
            }
            return found
        }
    }

    private static func live(
        _ resource: Resource, _ alarm: Value, _ context: ObservationContext
    ) async throws -> Live {
        let arn = alarm["alarmArn"] ?? .null
        let call = AWSCall("cloudwatch", "ListTagsForResource", ["resourceARN": arn])
        let reply = try await context.cache.send(call, .slow, of: resource.id, through: context.aws)
        let tags = TagStyle.read(reply["tags"])
        var spec = datapoints(schema.liveSpec(alarm), states: resource.spec["datapointsToAlarm"] != nil)
        spec["tags"] = TagStyle.spec(tags)
        return Live(
            spec: spec, outputs: ["arn": arn, "name": .string(resource.awsName)], tags: tags, detail: alarm)
    }
}
