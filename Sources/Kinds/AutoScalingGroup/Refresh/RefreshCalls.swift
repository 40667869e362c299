import Model

/// The calls that bring a group's instances to what Git wants.
enum RefreshCalls {
    /// For a change of what instances are made of; `update` is what UpdateAutoScalingGroup would be sent.
    static func calls(_ change: ResourceChange, _ live: Live, update: () -> PlannedCall) -> [PlannedCall] {
        switch RefreshMove(change.resource, live, isRetried: change.isRetried) {
        case .hold: return []
        case .update: return [update()]
        case .start: return [start(change, live)].compactMap { $0 }
        case .cancel: return [cancel(change.resource, "for what Git asks now")]
        case .goBack:
            return [back(change.resource, live)]
        }
    }

    private static func start(_ change: ResourceChange, _ live: Live) -> PlannedCall? {
        guard let wanted = GroupConfiguration(GroupConfiguration.merged(change)) else { return nil }
        var input = wanted.value
        input["mixedInstancesPolicy"] = input["mixedInstancesPolicy"].map(GroupTemplates.sendable)
        let own = GroupConfiguration(live.detail)
        let version = wanted.version.map { " \($0)" } ?? ""
        var step = call(
            "StartInstanceRefresh", change.resource,
            [
                "strategy": "Rolling", "desiredConfiguration": input,
                "preferences": RefreshPreferences.of(change.spec, from: own, to: wanted),
            ], summary: version.isEmpty ? "the new template version" : "template version\(version)")
        step.effect = .rollsInstances
        step.captures = ["refresh": "/instanceRefreshId"]
        step.requires = change.requirements(of: .instanceRollout)
        return step
    }

    /// Has a refresh of ours undone that brings instances which do not join their cluster; where AWS can not go back, stops
    /// it.
    static func rescue(_ resource: Resource, _ live: Live) -> [PlannedCall] {
        guard let refresh = InstanceRefresh(live.detail), let obstacle = refresh.obstacle else { return [] }
        let isUndone = refresh.desired?.isNumbered == true && GroupConfiguration(live.detail)?.isNumbered == true
        var step = isUndone ? back(resource, live) : cancel(resource, "")
        step.summary = obstacle
        step.captures = [:]
        step.facts = ["ended": .string(refresh.id), "obstacle": .string(obstacle)]
        return [step]
    }

    private static func back(_ resource: Resource, _ live: Live) -> PlannedCall {
        let version = GroupConfiguration(live.detail)?.version
        let summary = version.map { "back to template version \($0)" } ?? "back to what the group was"
        return call("RollbackInstanceRefresh", resource, summary: summary)
    }

    /// Stops a refresh of ours for what goes first; instances that are on their way are let finish.
    static func pause(_ resource: Resource, _ live: Live, for reason: String) -> [PlannedCall] {
        guard let refresh = InstanceRefresh(live.detail), refresh.isOurs, refresh.phase == .replacing,
            !refresh.isBaking
        else { return [] }
        return [cancel(resource, "goes on \(reason)")]
    }

    private static func cancel(_ resource: Resource, _ summary: String) -> PlannedCall {
        var step = call(
            "CancelInstanceRefresh", resource, ["waitForTransitioningInstances": true], summary: summary)
        step.captures = ["paused": "/instanceRefreshId"]
        return step
    }

    private static func call(
        _ operation: String, _ resource: Resource, _ members: [String: Value] = [:], summary: String
    ) -> PlannedCall {
        let input = members.merging(["autoScalingGroupName": .string(resource.awsName)]) { $1 }
        return PlannedCall(AWSCall("autoscaling", operation, .object(input)), summary: summary)
    }
}
