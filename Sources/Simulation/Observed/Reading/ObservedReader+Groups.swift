import Model

/// Auto Scaling groups.
extension ObservedReader {
    mutating func readGroups() {
        for row in rows(observed.groups) {
            guard let name = row.text("autoScalingGroupName") else { continue }
            let members = row.rows("instances")
            guard let settings = settings(of: row, name, members) else {
                note("group \(name) says nothing that instances could be started from: it is left out")
                continue
            }
            let ordinal = world.nextOrdinal()
            var group = AutoScalingGroup(
                name: name, ordinal: ordinal, uuid: Self.uuid(in: row.text("autoScalingGroupARN") ?? ""),
                settings: settings, tags: row["tags"]?.list ?? [], createdAt: row.time("createdTime") ?? world.now)
            group.hooks = row.rows("lifecycleHooks").compactMap(AutoScalingGroup.Hook.init)
            group.suspendedProcesses = row.rows("suspendedProcesses").compactMap { $0.text("processName") }
            group.status = row.text("status")
            world.fleet.groupNames[name] = world.fleet.groups.insert(group)
            let others = settings.mixed?.overrides.compactMap(\.template) ?? []
            for source in [settings.source] + others { complete(source, like: members.first, of: name) }
        }
    }

    /// The UUID in `…:autoScalingGroup:<uuid>:autoScalingGroupName/<name>`.
    private static func uuid(in arn: String) -> String {
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count > 6 ? String(parts[6]) : ""
    }

    private mutating func settings(
        of row: ObservedRow, _ name: String, _ members: [ObservedRow]
    ) -> GroupSettings? {
        let policy = row.row("mixedInstancesPolicy")
        let template = policy.row("launchTemplate")
        let configuration = row.text("launchConfigurationName").map { LaunchSource.configuration($0) }
        guard
            let source = source(template.row("launchTemplateSpecification")) ?? source(row.row("launchTemplate"))
                ?? configuration
        else { return nil }
        var settings = GroupSettings(
            minSize: row.number("minSize") ?? 0, maxSize: row.number("maxSize") ?? members.count,
            desiredCapacity: row.number("desiredCapacity") ?? members.count, source: source,
            subnets: (row.text("vpcZoneIdentifier") ?? "").split { $0 == "," || $0 == " " }.map(String.init),
            zones: row.texts("availabilityZones"))
        settings.read(row)
        if row["mixedInstancesPolicy"]?.object?.isEmpty == false {
            settings.mixed = mixed(policy, name, members)
        }
        return settings
    }

    private mutating func mixed(_ policy: ObservedRow, _ name: String, _ members: [ObservedRow]) -> MixedInstances {
        var mixed = MixedInstances()
        mixed.read(policy.row("instancesDistribution"))
        let rows = policy.row("launchTemplate").rows("overrides")
        mixed.overrides = rows.compactMap { row in
            row.text("instanceType").map { type in
                MixedInstances.Override(
                    instanceType: type, weightedCapacity: row.number("weightedCapacity"),
                    template: source(row.row("launchTemplateSpecification")))
            }
        }
        if mixed.overrides.isEmpty, rows.contains(where: { $0["instanceRequirements"] != nil }) {
            note("group \(name) chooses types by their attributes: new instances are of the types that it has")
            mixed.overrides = Set(members.compactMap { $0.text("instanceType") }).sorted().map {
                MixedInstances.Override(instanceType: $0)
            }
        }
        return mixed
    }
}

extension AutoScalingGroup.Hook {
    /// A row of DescribeLifecycleHooks; nil without a name.
    init?(_ row: ObservedRow) {
        guard let name = row.text("lifecycleHookName") else { return nil }
        self.init(
            name: name, isLaunching: row.text("lifecycleTransition") == "autoscaling:EC2_INSTANCE_LAUNCHING",
            heartbeatTimeout: row.number("heartbeatTimeout") ?? 3600,
            defaultResult: row.text("defaultResult") ?? "ABANDON")
    }
}
