import Model
import Simulation

/// UpdateAutoScalingGroup and StartInstanceRefresh as a world takes them.
struct GroupWrite {
    private let input: Value
    private let isRefresh: Bool

    init(_ input: Value, isRefresh: Bool) {
        self.input = input
        self.isRefresh = isRefresh
    }

    /// The group, and whether its instances are replaced from now on; nil for a group that was not seen.
    func perform(on world: inout World) throws(Refusal) -> (group: GroupID, replaces: Bool)? {
        guard let id = world.fleet.groupNames[input["autoScalingGroupName"]?.string ?? ""],
            let settings = world.fleet.groups[id]?.settings
        else {
            guard isRefresh else { return nil }
            throw Refusal("ValidationError", "the group was not there when AWS was read")
        }
        let wasReplacing = world.isReplacing(id)
        if isRefresh {
            try refresh(id, settings, &world)
        } else {
            try world.updateGroup(id, to: overlaid(settings))
        }
        return (id, !wasReplacing && world.isReplacing(id))
    }

    private func overlaid(_ old: GroupSettings) -> GroupSettings {
        var settings = old
        settings.read(input)
        if let template = input["launchTemplate"] {
            settings.source = LaunchSource(said: template)
            settings.mixed = nil
        }
        if let policy = input["mixedInstancesPolicy"] {
            let configuration = InstanceRefresh.Configuration(
                said: policy, over: .init(source: old.source, mixed: old.mixed))
            settings.source = configuration.source
            settings.mixed = configuration.mixed
        }
        if let text = input["vpcZoneIdentifier"]?.string {
            settings.subnets = text.split { $0 == "," || $0 == " " }.map(String.init)
        }
        return settings
    }

    private func refresh(_ id: GroupID, _ settings: GroupSettings, _ world: inout World) throws(Refusal) {
        var preferences = InstanceRefresh.Preferences(of: settings)
        if let said = input["preferences"] { preferences.overlay(said) }
        let live = InstanceRefresh.Configuration(source: settings.source, mixed: settings.mixed)
        var desired: InstanceRefresh.Configuration?
        if let template = input["desiredConfiguration"]?["launchTemplate"] {
            desired = .init(source: LaunchSource(said: template))
        }
        if let policy = input["desiredConfiguration"]?["mixedInstancesPolicy"] {
            desired = .init(said: policy, over: live)
        }
        _ = try world.startRefresh(id, preferences: preferences, desired: desired, shownDesired: .null)
    }
}

extension LaunchSource {
    /// AWS's LaunchTemplateSpecification; without a version it is `$Default` (aws-facts 4.3).
    init(said template: Value) {
        let id = template["launchTemplateId"] ?? template["launchTemplateName"]
        self = .template(id: id?.string ?? "", version: template["version"]?.scalarText ?? "$Default")
    }
}

extension InstanceRefresh.Configuration {
    /// AWS's MixedInstancesPolicy over what the group has; what it leaves out stays.
    init(said policy: Value, over old: Self) {
        self = old
        if let template = policy["launchTemplate"]?["launchTemplateSpecification"] {
            source = LaunchSource(said: template)
        }
        var mixed = old.mixed ?? MixedInstances()
        if let rows = policy["launchTemplate"]?["overrides"]?.list {
            mixed.overrides = rows.compactMap { row in
                row["instanceType"]?.string.map { type in
                    MixedInstances.Override(
                        instanceType: type,
                        weightedCapacity: row["weightedCapacity"]?.scalarText.flatMap { Int($0) },
                        template: row["launchTemplateSpecification"].map(LaunchSource.init(said:)))
                }
            }
        }
        if let distribution = policy["instancesDistribution"] { mixed.read(distribution) }
        self.mixed = mixed
    }
}

extension InstanceRefresh.Preferences {
    /// Takes over what AWS's RefreshPreferences say (aws-facts 2.1).
    fileprivate mutating func overlay(_ said: Value) {
        if let least = said["minHealthyPercentage"]?.integer {
            minHealthyPercentage = least
            maxHealthyPercentage = said["maxHealthyPercentage"]?.integer ?? 100
        }
        if let seconds = said["instanceWarmup"]?.integer { instanceWarmup = .seconds(seconds) }
        if let flag = said["skipMatching"]?.bool { skipMatching = flag }
        if let word = said["scaleInProtectedInstances"]?.string.flatMap(InstanceRefresh.Exception.init) {
            scaleInProtectedInstances = word
        }
        if let word = said["standbyInstances"]?.string.flatMap(InstanceRefresh.Exception.init) {
            standbyInstances = word
        }
        if let points = said["checkpointPercentages"]?.list { checkpointPercentages = points.compactMap(\.integer) }
        if let seconds = said["checkpointDelay"]?.integer { checkpointDelay = .seconds(seconds) }
        if let seconds = said["bakeTime"]?.integer { bakeTime = .seconds(seconds) }
    }
}
