import Model

extension ScalingPolicy {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        await Batches.observe(resources, by: 50) { batch in
            let ids = Set(batch.compactMap { ScalableTargets.resourceID($0.spec)?.string }).sorted()
            let input: Value = [
                "serviceNamespace": ScalableTargets.namespace, "scalableDimension": ScalableTargets.dimension,
                "resourceIds": .list(ids.map { .string($0) }),
            ]
            let call = AWSCall(ScalableTargets.service, "DescribeScalableTargets", input)
            let targets = try await context.aws.sendAll(call)["scalableTargets"]?.list ?? []
            var found: [ResourceID: Observation] = [:]
            for resource in batch {
                let id = ScalableTargets.resourceID(resource.spec)
                guard let target = targets.first(where: { $0["resourceId"] == id }) else { continue }
                found[resource.id] = await .reading { .live(try await live(resource, target, context)) }
            }
            return found
        }
    }

    private static func live(
        _ resource: Resource, _ target: Value, _ context: ObservationContext
    ) async throws -> Live {
        let arn = target["scalableTargetARN"]
        var spec = schema.liveSpec(target)
        // It was found by what the manifest names; schedules are parts of their own.
        for name in ["service", "scheduled"] { spec[name] = resource.spec[name] }
        for (name, bound) in ScheduledBounds(resource.spec).shown(of: target) { spec[name] = bound }
        var outputs = ["resourceId": target["resourceId"] ?? .null]
        outputs["arn"] = arn
        var tags: [String: String]?
        if let arn {
            let call = AWSCall(ScalableTargets.service, "ListTagsForResource", ["resourceARN": arn])
            let reply = try await context.cache.send(call, .slow, of: resource.id, through: context.aws)
            tags = TagStyle.read(reply["tags"])
            spec["tags"] = TagStyle.spec(tags ?? [:])
        }
        return Live(spec: spec, outputs: outputs, tags: tags, detail: target)
    }

    static func calls(for change: ResourceChange) -> [PlannedCall] {
        let captures: [String: FieldPath] = ["arn": "/scalableTargetARN"]
        guard change.live != nil else {
            var input = change.stated(without: ["service", "scheduled"]).merging(ScalableTargets.identity(change.spec))
            { $1 }
            if !change.creationTags.isEmpty { input["tags"] = TagStyle.map(change.creationTags) }
            let call = AWSCall(ScalableTargets.service, "RegisterScalableTarget", .object(input))
            return [PlannedCall(call, .scalesNow, summary: "scalable target", captures: captures)]
        }
        var steps: [PlannedCall] = []
        let touched = change.touchedMembers
        if !touched.isEmpty {
            let members = ScheduledBounds(change.spec).sent(change.merged(touched), to: change.live?.detail ?? .null)
            let input = members.merging(ScalableTargets.identity(change.spec)) { $1 }
            steps.append(change.step(ScalableTargets.service, "RegisterScalableTarget", input, of: touched))
        }
        let arn = change.output("arn")
        return steps
            + change.tagSteps(
                ScalableTargets.service,
                set: ("TagResource", { ["resourceARN": arn, "tags": TagStyle.map($0)] }),
                remove: ("UntagResource", { ["resourceARN": arn, "tagKeys": .list($0.map { .string($0) })] }))
    }
}
