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
        let bounds = change.stated().filter { ["minSize", "desiredCapacity"].contains($0.key) && $0.value != 0 }
        let isGated =
            change.isClaimed("/desiredCapacity") && !change.requirements(of: .bounds).isEmpty && !bounds.isEmpty
        if isGated {
            input["minSize"] = 0
            input["desiredCapacity"] = 0
        }
        let create = AWSCall("autoscaling", "CreateAutoScalingGroup", .object(input))
        let steps = [PlannedCall(create, summary: "group")] + GroupExtras.metrics(change)
        return isGated ? steps + [gated(bounds, change)] : steps
    }

    private static func updates(_ change: ResourceChange) -> [PlannedCall] {
        var touched = change.touched(updatable).filter { !change.isClaimed(FieldPath([$0])) }
        var bounds: [String: Value] = [:]
        if touched.contains("minSize"), isGated(change) {
            touched.removeAll { $0 == "minSize" }
            bounds = change.merged(["minSize"])
            // The count to begin with, of a group that was made empty for its capacity provider.
            if change.live?.spec["desiredCapacity"]?.integer == 0 {
                bounds["desiredCapacity"] = change.spec["desiredCapacity"]
            }
        }
        let configuration = touched.filter(GroupConfiguration.members.contains)
        let others = touched.filter { !configuration.contains($0) }
        var steps = (others.isEmpty ? [] : [update(others, change)]) + GroupExtras.steps(change) + tags(change)
        if !bounds.isEmpty { steps.append(gated(bounds, change)) }
        guard !configuration.isEmpty, let live = change.live else { return steps }
        return steps + RefreshCalls.calls(change, live) { update(configuration, change) }
    }

    private static func update(_ names: [String], _ change: ResourceChange) -> PlannedCall {
        var input = change.merged(names)
        input["autoScalingGroupName"] = name(change)
        input["vpcZoneIdentifier"] = input["vpcZoneIdentifier"].map(commas)
        input["mixedInstancesPolicy"] = input["mixedInstancesPolicy"].map(GroupTemplates.sendable)
        var step = change.step("autoscaling", "UpdateAutoScalingGroup", input, of: names)
        if scales(change, names) { step.effect = max(step.effect, .scalesNow) }
        let isConfiguration = names.contains(where: GroupConfiguration.members.contains)
        if isConfiguration, change.spec["instanceRefresh"]?["strategy"] == "None" {
            step.summary += " (running instances are not replaced)"
        }
        guard step.effect == .rollsInstances else { return step }
        // Another split between on-demand and Spot has AWS replace instances by itself (aws-facts 2.3).
        step.requires = change.requirements(of: .instanceRollout)
        return step
    }

    /// True when the minimum rises while a capacity provider is not yet associated.
    private static func isGated(_ change: ResourceChange) -> Bool {
        guard !change.requirements(of: .bounds).isEmpty, let minimum = change.merged["minSize"]?.integer else {
            return false
        }
        return minimum > change.live?.spec["minSize"]?.integer ?? 0
    }

    private static func gated(_ bounds: [String: Value], _ change: ResourceChange) -> PlannedCall {
        var input = bounds
        input["autoScalingGroupName"] = name(change)
        let call = AWSCall("autoscaling", "UpdateAutoScalingGroup", .object(input))
        let summary = bounds.keys.sorted().joined(separator: ", ")
        return PlannedCall(call, .scalesNow, summary: summary, requires: change.requirements(of: .bounds))
    }

    /// True when the new bounds do not hold the live count, so that AWS moves it at once.
    private static func scales(_ change: ResourceChange, _ touched: [String]) -> Bool {
        guard let count = change.live?.spec["desiredCapacity"]?.integer else { return false }
        let minimum = touched.contains("minSize") ? change.merged["minSize"]?.integer : nil
        let maximum = touched.contains("maxSize") ? change.merged["maxSize"]?.integer : nil
        return minimum.map { $0 > count } ?? false || maximum.map { $0 < count } ?? false
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
