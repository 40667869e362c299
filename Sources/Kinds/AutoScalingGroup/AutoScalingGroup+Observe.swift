import Model

extension AutoScalingGroup {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        await Batches.observe(resources, by: 100) { batch in
            let input: Value = [
                "autoScalingGroupNames": .list(batch.map { .string($0.awsName) }), "maxRecords": 100,
            ]
            let reply = try await context.aws.sendAll(AWSCall("autoscaling", "DescribeAutoScalingGroups", input))
            let groups = reply["autoScalingGroups"]?.list ?? []
            let byName = Dictionary(groups.map { ($0["autoScalingGroupName"]?.string ?? "", $0) }) { first, _ in first }
            var found: [ResourceID: Observation] = [:]
            for resource in batch {
                guard let group = byName[resource.awsName] else { continue }
                found[resource.id] = await .reading { try await observation(resource, group, context) }
            }
            return found
        }
    }

    private static func observation(
        _ resource: Resource, _ group: Value, _ context: ObservationContext
    ) async throws -> Observation {
        if let status = group["status"]?.string, !status.isEmpty {
            return .departing("the group is in \(status)")
        }
        let group = try await RefreshReading.noted(in: group, of: resource, context)
        let tags = TagStyle.read(group["tags"])
        var spec = GroupTemplates.aligned(schema.liveSpec(group), with: resource.spec)
        spec = try await GroupVersions.numbered(spec, group, with: resource.spec, context)
        spec = RefreshReading.configured(spec, group, of: resource, context.recorded[resource.id] ?? [:])
        spec["tags"] = TagStyle.spec(tags)
        spec["vpcZoneIdentifier"] = spec["vpcZoneIdentifier"].map(subnets)
        for name in ["targetGroupARNs", "loadBalancerNames", "trafficSources"] { spec[name] = spec[name] ?? [] }
        spec["enabledMetrics"] = metrics(group["enabledMetrics"] ?? [])
        spec["lifecycleHookSpecificationList"] = try await hooks(resource, context)
        // The group does not keep how it is to be refreshed.
        spec["instanceRefresh"] = resource.spec["instanceRefresh"]
        let outputs: [String: Value] = [
            "arn": group["autoScalingGroupARN"] ?? .null, "name": .string(resource.awsName),
        ]
        return .live(Live(spec: spec, outputs: outputs, tags: tags, detail: group))
    }

    private static func hooks(_ resource: Resource, _ context: ObservationContext) async throws -> Value {
        let call = AWSCall(
            "autoscaling", "DescribeLifecycleHooks", ["autoScalingGroupName": .string(resource.awsName)])
        let reply = try await context.cache.send(call, .slow, of: resource.id, through: context.aws)
        let hooks = (reply["lifecycleHooks"]?.list ?? []).filter {
            $0["lifecycleHookName"]?.string != GroupExtras.drainingHook
        }
        let shape = schema.shape.child("lifecycleHookSpecificationList")
        return shape?.projecting(.list(hooks)) ?? .list(hooks)
    }
}
