import Model

extension AutoScalingGroup {
    static func calls(for change: ResourceChange) -> [PlannedCall] {
        change.live == nil ? creation(change) : updates(change)
    }

    /// A group that a capacity provider will move is made empty, and gets its bounds once the provider is associated:
    /// instances that register before are never bound to it.
    private static func creation(_ change: ResourceChange) -> [PlannedCall] {
        var input = change.stated(without: ["instanceRefresh", "enabledMetrics"])
        input["autoScalingGroupName"] = name(change)
        input["vpcZoneIdentifier"] = input["vpcZoneIdentifier"].map(commas)
        if !change.creationTags.isEmpty { input["tags"] = tagList(change.creationTags, change) }
        var bounds = waiting(change)
        for name in counts where !bounds.isEmpty { input[name] = 0 }
        // Managed scaling begins a group without a minimum by itself, once tasks wait for instances.
        if bounds["minSize"] == nil, change.isClaimed("/desiredCapacity") { bounds = [:] }
        let create = AWSCall("autoscaling", "CreateAutoScalingGroup", .object(input))
        let steps = [PlannedCall(create, summary: "group")] + GroupExtras.metrics(change)
        return bounds.isEmpty ? steps : steps + [gated(bounds, change)]
    }

    private static func updates(_ change: ResourceChange) -> [PlannedCall] {
        let touched = change.touched(updatable).filter { !change.isClaimed(FieldPath([$0])) }
        let bounds = rising(touched, change)
        let free = touched.filter { bounds[$0] == nil }
        let configuration = free.filter(GroupConfiguration.sources.contains)
        let others = free.filter { !configuration.contains($0) }
        var steps = (others.isEmpty ? [] : [update(others, change)]) + GroupExtras.steps(change) + tags(change)
        if !bounds.isEmpty { steps.append(gated(bounds, change)) }
        guard !configuration.isEmpty, let live = change.live else { return steps }
        return steps + RefreshCalls.calls(change, live) { update(configuration, change) }
    }

    private static func update(_ names: [String], _ change: ResourceChange) -> PlannedCall {
        let whole = GroupConfiguration.merged(change)
        var input = names.reduce(into: [String: Value]()) { members, name in members[name] = whole[name] }
        input["autoScalingGroupName"] = name(change)
        input["vpcZoneIdentifier"] = input["vpcZoneIdentifier"].map(commas)
        input["mixedInstancesPolicy"] = input["mixedInstancesPolicy"].map(GroupTemplates.sendable)
        var step = change.step("autoscaling", "UpdateAutoScalingGroup", input, of: names)
        if scales(change, names) { step.effect = max(step.effect, .scalesNow) }
        let isConfiguration = names.contains(where: GroupConfiguration.sources.contains)
        if isConfiguration, change.spec["instanceRefresh"]?["strategy"] == "None" {
            step.summary += " (running instances are not replaced)"
        }
        guard step.effect == .rollsInstances else { return step }
        // Another split between on-demand and Spot has AWS replace instances by itself (aws-facts 2.3).
        step.requires = change.requirements(of: .instanceRollout)
        return step
    }

    private static func tags(_ change: ResourceChange) -> [PlannedCall] {
        let type: [String: Value] = ["resourceId": name(change), "resourceType": "auto-scaling-group"]
        return change.tagSteps(
            "autoscaling", set: ("CreateOrUpdateTags", { ["tags": tagList($0, change)] }),
            remove: (
                "DeleteTags",
                { names in ["tags": .list(names.map { .object(type.merging(["key": .string($0)]) { $1 }) })] }
            ))
    }

    /// The manifest's tags go to the instances too; Neap's own stay with the group.
    private static func tagList(_ tags: [String: String], _ change: ResourceChange) -> Value {
        .list(
            tags.sorted { $0.key < $1.key }.map { key, value in
                [
                    "resourceId": name(change), "resourceType": "auto-scaling-group", "key": .string(key),
                    "value": .string(value), "propagateAtLaunch": .bool(!key.hasPrefix("neap:")),
                ]
            })
    }

    static func name(_ change: ResourceChange) -> Value { .string(change.resource.awsName) }

    /// A list of subnets as AWS takes it: one text with commas.
    private static func commas(_ value: Value) -> Value {
        guard let items = subnets(value).list else { return value }
        let texts = items.compactMap(\.string)
        if texts.count == items.count { return .string(texts.joined(separator: ",")) }
        return Value(.joined(Array(items.map { [$0] }.joined(separator: [","]))))
    }
}
