import Model
import Simulation

/// A group as DescribeAutoScalingGroups shows it, AWS's own defaults filled in (aws-facts 4.3).
struct GroupView {
    let group: AutoScalingGroup
    let world: World

    init(_ group: AutoScalingGroup, _ world: World) {
        self.group = group
        self.world = world
    }

    private var settings: GroupSettings { group.settings }

    /// The row; `instances` false trims them.
    func row(instances: Bool = true) -> Value {
        bounds.overlaid(with: launch).overlaid(with: places).overlaid(with: habits).overlaid(with: passed)
            .overlaid(with: instances ? ["instances": .list(members.map { Self.member($0, group, world) })] : [:])
    }

    /// Its instances, oldest first.
    var members: [Simulation.Instance] { group.instances.compactMap { world.fleet.instances[$0] } }

    private var bounds: Value {
        .known([
            "autoScalingGroupName": .string(group.name),
            "autoScalingGroupARN": .string(Groups.arn(group, world.place)), "minSize": .integer(settings.minSize),
            "maxSize": .integer(settings.maxSize), "desiredCapacity": .integer(settings.desiredCapacity),
            "defaultCooldown": .integer(settings.defaultCooldown), "createdTime": group.createdAt.shown,
            "status": .text(group.status), "tags": .list(group.tags.map { GroupTags.row($0, group.name) }),
        ])
    }

    private var launch: Value {
        let isDefault = settings.passed["versionOmitted"]?.bool == true
        if let mixed = settings.mixed {
            let shown = settings.passed["shownOverrides"]
            return [
                "mixedInstancesPolicy": LaunchRows.policy(
                    settings.source, mixed, overrides: shown, omitsDefault: isDefault, world)
            ]
        }
        return LaunchRows.members(settings.source, omitsDefault: isDefault, world)
    }

    private var places: Value {
        .known([
            "availabilityZones": .texts(settings.zones), "availabilityZoneIds": .texts(settings.zones.map(Zones.id)),
            "vpcZoneIdentifier": settings.subnets.isEmpty ? nil : .string(settings.subnets.joined(separator: ",")),
            "loadBalancerNames": [], "targetGroupARNs": .texts(settings.targetGroupArns),
            "trafficSources": .list(
                settings.targetGroupArns.map { ["identifier": .string($0), "type": "elbv2"] }
                    + (settings.passed["trafficSources"]?.list ?? [])),
        ])
    }

    private var habits: Value {
        .known([
            "healthCheckType": .string(settings.healthCheckType),
            "healthCheckGracePeriod": .integer(settings.healthCheckGracePeriod),
            "terminationPolicies": .texts(settings.terminationPolicies),
            "newInstancesProtectedFromScaleIn": .bool(settings.newInstancesProtected),
            "capacityRebalance": settings.capacityRebalance ? true : nil,
            "defaultInstanceWarmup": settings.defaultInstanceWarmup.map { .integer($0) },
            "maxInstanceLifetime": settings.maxInstanceLifetime.map { .integer($0) },
            "instanceMaintenancePolicy": settings.maintenancePolicy.map { policy in
                [
                    "minHealthyPercentage": .integer(policy.minHealthyPercentage),
                    "maxHealthyPercentage": .integer(policy.maxHealthyPercentage),
                ]
            },
            "suspendedProcesses": .list(
                group.suspendedProcesses.map { ["processName": .string($0), "suspensionReason": ""] }),
            "enabledMetrics": .list(
                group.enabledMetrics.map { ["metric": .string($0), "granularity": "1Minute"] }),
            "warmPoolConfiguration": world.registry[WarmPools.table][group.name],
            "warmPoolSize": world.registry[WarmPools.table][group.name].map { _ in 0 },
        ])
    }

    private var passed: Value {
        let role = "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"
        let filled: Value = [
            "serviceLinkedRoleARN": .string("arn:aws:iam::\(world.place.account):\(role)"),
            "deletionProtection": "none",
            "availabilityZoneDistribution": ["capacityDistributionStrategy": "balanced-best-effort"],
            "availabilityZoneImpairmentPolicy": [
                "zonalShiftEnabled": false, "impairedZoneHealthCheckBehavior": "IgnoreUnhealthy",
            ],
            "capacityReservationSpecification": ["capacityReservationPreference": "default"],
        ]
        var given = settings.passed
        for name in ["versionOmitted", "shownOverrides", "trafficSources"] { given[name] = nil }
        return filled.overlaid(with: .object(given))
    }

    /// One of a group's instances.
    static func member(_ instance: Simulation.Instance, _ group: AutoScalingGroup, _ world: World) -> Value {
        let overrides = group.settings.mixed?.overrides ?? []
        let weight = overrides.first { $0.instanceType == instance.instanceType }?.weightedCapacity
        let row: Value = .known([
            "instanceId": .string(instance.id), "instanceType": .string(instance.instanceType),
            "availabilityZone": .string(instance.zone), "availabilityZoneId": .string(Zones.id(instance.zone)),
            "lifecycleState": .string(instance.lifecycle?.rawValue ?? "InService"),
            "healthStatus": instance.isHealthy ? "Healthy" : "Unhealthy",
            "protectedFromScaleIn": .bool(instance.isProtected),
            "weightedCapacity": weight.map { .string(String($0)) },
            "launchConfigurationName": .text(instance.launchConfiguration),
        ])
        guard let id = instance.launchTemplate else { return row }
        let source = LaunchSource.template(id: id, version: instance.launchTemplateVersion ?? "")
        return row.overlaid(with: LaunchRows.members(source, omitsDefault: false, world))
    }
}
