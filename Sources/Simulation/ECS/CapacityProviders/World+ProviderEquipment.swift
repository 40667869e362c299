import Model

/// What ECS puts on an Auto Scaling group: the scaling policy and the draining hook (aws-facts 2.2, 3.2).
extension World {
    /// Puts on a provider's group what its settings ask for while it is in a cluster, and takes off what they do not.
    mutating func equipGroup(of id: CapacityProviderID) {
        guard let provider = ecs.capacityProviders[id], let group = group(of: provider) else { return }
        guard provider.cluster != nil else { return stripGroup(of: id) }
        setPolicy(group, provider, isOn: provider.managedScaling.enabled)
        setDrainHook(group, isOn: provider.managedDraining)
    }

    /// Takes everything of ECS's off a provider's group, apart from the tag.
    mutating func stripGroup(of id: CapacityProviderID) {
        guard let provider = ecs.capacityProviders[id], let group = group(of: provider) else { return }
        setPolicy(group, provider, isOn: false)
        setDrainHook(group, isOn: false)
        ecs.capacityProviders[id]?.reservation = nil
        ecs.capacityProviders[id]?.lowMinutes = 0
    }

    /// The group that a provider stands on; nil once it is gone, also when one of its name was made anew.
    func group(of provider: CapacityProvider) -> GroupID? {
        guard let id = fleet.groupNames[provider.groupName], let group = fleet.groups[id],
            arn(of: group) == provider.groupArn
        else { return nil }
        return id
    }

    private mutating func setPolicy(_ id: GroupID, _ provider: CapacityProvider, isOn: Bool) {
        let name = provider.policyName
        fleet.groups[id]?.policies.removeAll { $0["policyName"]?.string == name }
        guard isOn, let group = fleet.groups[id] else { return }
        let row = policyRow(group, provider)
        fleet.groups[id]?.policies.append(row)
    }

    private func policyRow(_ group: AutoScalingGroup, _ provider: CapacityProvider) -> Value {
        let cluster = provider.cluster.flatMap { ecs.clusters[$0]?.name } ?? ""
        let metric: Value = [
            "metricName": "CapacityProviderReservation", "namespace": "AWS/ECS/ManagedScaling", "statistic": "Average",
            "dimensions": [
                ["name": "CapacityProviderName", "value": .string(provider.name)],
                ["name": "ClusterName", "value": .string(cluster)],
            ],
        ]
        let suffix = "autoScalingGroupName/\(group.name):policyName/\(provider.policyName)"
        return [
            "autoScalingGroupName": .string(group.name), "policyName": .string(provider.policyName),
            "policyARN": .string(place.arn("autoscaling", "scalingPolicy:\(provider.policyID):\(suffix)")),
            "policyType": "TargetTrackingScaling", "enabled": true, "stepAdjustments": [],
            "estimatedInstanceWarmup": .integer(
                Int(provider.managedScaling.instanceWarmupPeriod.milliseconds / 1000)),
            "targetTrackingConfiguration": [
                "customizedMetricSpecification": metric, "disableScaleIn": false,
                "targetValue": Value(.number(Double(provider.managedScaling.targetCapacity))),
            ],
            "alarms": .list(
                ["AlarmHigh", "AlarmLow"].map {
                    let alarm = "TargetTracking-\(group.name)-\($0)-\(provider.policyID)"
                    return [
                        "alarmName": .string(alarm), "alarmARN": .string(place.arn("cloudwatch", "alarm:\(alarm)")),
                    ]
                }),
        ]
    }

    private mutating func setDrainHook(_ id: GroupID, isOn: Bool) {
        let isThere = fleet.groups[id]?.hooks.contains { $0.name == ManagedDraining.hook } == true
        if isOn, !isThere { fleet.groups[id]?.hooks.append(ManagedDraining.lifecycleHook) }
        if !isOn, isThere { removeHook(id, ManagedDraining.hook) }
    }
}

extension CapacityProvider {
    /// `ECSManagedAutoScalingPolicy-<uuid>`.
    public var policyName: String { "ECSManagedAutoScalingPolicy-\(policyID)" }
}
