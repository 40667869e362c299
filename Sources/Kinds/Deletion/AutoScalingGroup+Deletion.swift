import Model

extension AutoScalingGroup {
    /// Emptied first, and deleted without force: its instances drain while the cluster still completes their hooks
    /// (aws-facts 2.2). The maximum goes to 0 too, so that a capacity provider raises nothing meanwhile.
    static func deletion(of resource: Resource, live: Live) -> Deletion {
        let name: Value = .string(resource.awsName)
        let instances = live.detail["instances"]?.list ?? []
        let isEmpty = PlannedCall.Requirement(
            Reference(resource.id, instanceCount), in: ["0"], reason: "until its instances are gone")
        let delete = PlannedCall.deleting(
            "autoscaling", "DeleteAutoScalingGroup", ["autoScalingGroupName": name, "forceDelete": false],
            summary: "group", requires: [isEmpty])
        let isProtected = live.spec["deletionProtection"]?.string == "prevent-all-deletion"
        return Deletion(
            [delete],
            preparing: stopping(live, name) + unprotecting(instances, name) + emptying(live, name)
                + releasing(live, name),
            refusal: isProtected ? "deletionProtection is prevent-all-deletion: set it to none first" : nil,
            state: [instanceCount: .integer(instances.count)])
    }

    /// The word of a group's deletion that says how many instances it has.
    static let instanceCount = "instances"

    /// A group is emptied only when no service is left that runs on it.
    static func users(of resource: Resource, among all: ResourceIndex) -> Set<ResourceID> {
        Set(all.all("Service").filter { CapacityUse.groups(of: $0, among: all).contains(resource.id) }.map(\.id))
    }

    /// What a provider or its association waits for: the hooks of managed draining lose their completer with it.
    static func isEmpty(_ group: ResourceID) -> PlannedCall.Requirement {
        PlannedCall.Requirement(
            Reference(group, instanceCount), in: ["0"], reason: "until the instances of \(group.name) are gone")
    }

    /// Protection from scale-in would keep instances whatever the bounds say; AWS takes 50 a call, and none that is on its way
    /// in or out.
    private static func unprotecting(_ instances: [Value], _ name: Value) -> [PlannedCall] {
        let ids = instances.filter { instance in
            let state = instance["lifecycleState"]?.string ?? ""
            return instance["protectedFromScaleIn"]?.bool == true
                && ["InService", "EnteringStandby", "Standby"].contains(state)
        }.compactMap { $0["instanceId"] }
        return ids.chunked(by: 50).map { part in
            .deleting(
                "autoscaling", "SetInstanceProtection",
                ["autoScalingGroupName": name, "instanceIds": .list(part), "protectedFromScaleIn": false],
                summary: "protection")
        }
    }

    /// A refresh would go on to start instances in the place of those that leave.
    private static func stopping(_ live: Live, _ name: Value) -> [PlannedCall] {
        guard let refresh = InstanceRefresh(live.detail), [.replacing, .goingBack].contains(refresh.phase) else {
            return []
        }
        let input: Value = ["autoScalingGroupName": name]
        return [.deleting("autoscaling", "CancelInstanceRefresh", input, summary: "no refresh")]
    }

    /// Instances that wait for a cluster which is there no more.
    private static func releasing(_ live: Live, _ name: Value) -> [PlannedCall] {
        (live.detail["abandoned"]?.list ?? []).map { id in
            let input: Value = [
                "autoScalingGroupName": name, "instanceId": id, "lifecycleActionResult": "CONTINUE",
                "lifecycleHookName": .string(GroupExtras.drainingHook),
            ]
            return .deleting("autoscaling", "CompleteLifecycleAction", input, summary: "nobody drains it any more")
        }
    }

    private static func emptying(_ live: Live, _ name: Value) -> [PlannedCall] {
        let bounds = ["minSize", "maxSize", "desiredCapacity"]
        guard bounds.contains(where: { (live.detail[$0] ?? live.spec[$0])?.integer != 0 }) else { return [] }
        var input: Value = ["autoScalingGroupName": name, "minSize": 0, "maxSize": 0, "desiredCapacity": 0]
        if live.spec["newInstancesProtectedFromScaleIn"]?.bool == true {
            input["newInstancesProtectedFromScaleIn"] = false
        }
        return [.deleting("autoscaling", "UpdateAutoScalingGroup", input, summary: "no instances")]
    }
}
