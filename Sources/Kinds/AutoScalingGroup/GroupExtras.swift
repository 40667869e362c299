import Model

/// What hangs on a group and has operations of its own: where its instances get traffic, lifecycle hooks, metrics.
enum GroupExtras {
    /// The hook that ECS installs for managed draining; it is never ours.
    static let drainingHook = "ecs-managed-draining-termination-hook"

    static func steps(_ change: ResourceChange) -> [PlannedCall] {
        targetGroups(change) + loadBalancers(change) + trafficSources(change) + hooks(change) + metrics(change)
    }

    private static func targetGroups(_ change: ResourceChange) -> [PlannedCall] {
        let (new, gone) = difference("targetGroupARNs", change)
        return step("AttachLoadBalancerTargetGroups", "targetGroupARNs", new, change)
            + step("DetachLoadBalancerTargetGroups", "targetGroupARNs", gone, change)
    }

    private static func loadBalancers(_ change: ResourceChange) -> [PlannedCall] {
        let (new, gone) = difference("loadBalancerNames", change)
        return step("AttachLoadBalancers", "loadBalancerNames", new, change)
            + step("DetachLoadBalancers", "loadBalancerNames", gone, change)
    }

    private static func trafficSources(_ change: ResourceChange) -> [PlannedCall] {
        let member = "trafficSources"
        let touched = Set(change.changes.map(\.path.parts).filter { $0.first == member && $0.count > 1 }.map { $0[1] })
        let isTouched = { (source: Value) in touched.contains(source["identifier"]?.string ?? "") }
        let new = (change.spec[member]?.list ?? []).filter(isTouched)
        let kept = Set(new.compactMap { $0["identifier"] })
        let gone = (change.live?.spec[member]?.list ?? [])
            .filter { isTouched($0) && !kept.contains($0["identifier"] ?? .null) }
        return step("AttachTrafficSources", member, new, change) + step("DetachTrafficSources", member, gone, change)
    }

    /// The calls that switch group metrics on and off; a new group has none.
    static func metrics(_ change: ResourceChange) -> [PlannedCall] {
        let (new, gone) = difference("enabledMetrics", change)
        return step("EnableMetricsCollection", "metrics", new, change, ["granularity": "1Minute"])
            + step("DisableMetricsCollection", "metrics", gone, change)
    }

    private static func hooks(_ change: ResourceChange) -> [PlannedCall] {
        let changed = change.changes.filter {
            $0.path.parts.first == "lifecycleHookSpecificationList" && $0.path.parts.count > 1
        }
        let stated = change.spec["lifecycleHookSpecificationList"]?.list ?? []
        return Set(changed.map { $0.path.parts[1] }).sorted().filter { $0 != drainingHook }.map { name in
            let hook = stated.first { $0["lifecycleHookName"]?.string == name }
            var input = hook?.object ?? ["lifecycleHookName": .string(name)]
            input["autoScalingGroupName"] = AutoScalingGroup.name(change)
            // What is stated no more goes back to AWS's default, which an update has to say.
            for field in changed where field.path.parts.count == 3 && field.path.parts[1] == name {
                if let member = field.path.parts.last, input[member] == nil { input[member] = field.desired }
            }
            let operation = hook == nil ? "DeleteLifecycleHook" : "PutLifecycleHook"
            return PlannedCall(AWSCall("autoscaling", operation, .object(input)), summary: "lifecycle hook \(name)")
        }
    }

    /// What a set of texts gains and loses; all of it for a new group. What is no longer stated at all goes one by one.
    private static func difference(_ member: String, _ change: ResourceChange) -> (new: [Value], gone: [Value]) {
        guard let live = change.live else { return (change.spec[member]?.list ?? [], []) }
        let there = live.spec[member]?.list ?? []
        guard let changed = change.changes.first(where: { $0.path == FieldPath([member]) }) else {
            let withdrawn = change.changes.map(\.path.parts).filter { $0.count == 2 && $0[0] == member }.map { $0[1] }
            return ([], there.filter { withdrawn.contains($0.scalarText ?? "") })
        }
        let wanted = changed.desired?.list ?? []
        return (wanted.filter { !there.contains($0) }, there.filter { !wanted.contains($0) })
    }

    private static func step(
        _ operation: String, _ member: String, _ items: [Value], _ change: ResourceChange,
        _ further: [String: Value] = [:]
    ) -> [PlannedCall] {
        // AWS takes ten a call.
        items.chunked(by: 10).map { part in
            var input = further
            input["autoScalingGroupName"] = AutoScalingGroup.name(change)
            input[member] = .list(part)
            return PlannedCall(AWSCall("autoscaling", operation, .object(input)), summary: member)
        }
    }
}
