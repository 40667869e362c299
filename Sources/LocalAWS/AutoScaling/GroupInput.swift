import Model
import Simulation

/// CreateAutoScalingGroup's and UpdateAutoScalingGroup's members, turned into settings.
enum GroupInput {
    private static let sources = ["launchTemplate", "mixedInstancesPolicy", "launchConfigurationName", "instanceId"]
    private static let oneSource =
        "Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or "
        + "MixedInstancesPolicy parameter."

    /// Members that are only written down; an empty text takes one away.
    private static let passed = [
        "context", "serviceLinkedRoleARN", "deletionProtection", "desiredCapacityType", "placementGroup",
        "availabilityZoneDistribution", "availabilityZoneImpairmentPolicy", "capacityReservationSpecification",
        "instanceLifecyclePolicy", "loadBalancerNames",
    ]

    /// The settings of a new group.
    static func settings(_ request: LocalRequest, _ world: World) throws(Refusal) -> GroupSettings {
        guard sources.filter({ request[$0] != nil }).count == 1 else { throw Groups.invalid(oneSource) }
        guard let source = try source(request, world) else { throw Groups.invalid(oneSource) }
        let least = request["minSize"]?.integer ?? 0
        let settings = GroupSettings(
            minSize: least, maxSize: request["maxSize"]?.integer ?? least,
            desiredCapacity: request["desiredCapacity"]?.integer ?? least, source: source, subnets: [], zones: [])
        return try changed(settings, by: request, world)
    }

    /// `settings` with what a request says over them; what it does not say stays.
    static func changed(
        _ settings: GroupSettings, by request: LocalRequest, _ world: World
    ) throws(Refusal) -> GroupSettings {
        guard sources.filter({ request[$0] != nil }).count <= 1 else { throw Groups.invalid(oneSource) }
        var settings = settings
        try takeSource(request, world, &settings)
        try takePlaces(request, world, &settings)
        takeNumbers(request, &settings)
        takeHealth(request, &settings)
        takeTraffic(request, &settings)
        if let policy = request["instanceMaintenancePolicy"] { settings.maintenancePolicy = try bounds(policy) }
        for name in passed {
            guard let value = request[name] else { continue }
            settings.passed[name] = value.string == "" ? nil : value
        }
        return settings
    }

    private static func source(_ request: LocalRequest, _ world: World) throws(Refusal) -> LaunchSource? {
        if let template = request["launchTemplate"] { return try LaunchInput.source(template, world) }
        if let policy = request["mixedInstancesPolicy"] {
            guard let source = try LaunchInput.source(ofPolicy: policy, world) else {
                throw Groups.invalid("Valid requests must contain either launchTemplateId or LaunchTemplateName")
            }
            return source
        }
        if let name = request.text("launchConfigurationName") { return .configuration(name) }
        return request.text("autoScalingGroupName").map { .configuration($0) }
    }

    private static func takeSource(
        _ request: LocalRequest, _ world: World, _ settings: inout GroupSettings
    ) throws(Refusal) {
        if let template = request["launchTemplate"] {
            settings.source = try LaunchInput.source(template, world)
            settings.mixed = nil
            settings.passed["versionOmitted"] = template["version"] == nil ? true : nil
        } else if let name = request.text("launchConfigurationName") {
            settings.source = .configuration(name)
            settings.mixed = nil
        } else if let policy = request["mixedInstancesPolicy"] {
            try takePolicy(policy, world, &settings)
        }
    }

    private static func takePolicy(
        _ policy: Value, _ world: World, _ settings: inout GroupSettings
    ) throws(Refusal) {
        if let source = try LaunchInput.source(ofPolicy: policy, world) {
            let specification = policy["launchTemplate"]?["launchTemplateSpecification"]
            settings.source = source
            settings.passed["versionOmitted"] = specification?["version"] == nil ? true : nil
        } else if case .configuration = settings.source {
            throw Groups.invalid("Valid requests must contain either launchTemplateId or LaunchTemplateName")
        }
        settings.mixed = try LaunchInput.mixed(policy, over: settings.mixed, world)
        if let overrides = policy["launchTemplate"]?["overrides"] {
            let isPlain = overrides.list?.allSatisfy { $0["instanceRequirements"] == nil && $0["imageId"] == nil }
            settings.passed["shownOverrides"] = isPlain == false ? overrides : nil
        }
    }

    /// Subnets and zones; both together have to fit.
    private static func takePlaces(
        _ request: LocalRequest, _ world: World, _ settings: inout GroupSettings
    ) throws(Refusal) {
        let ids = request.texts("availabilityZoneIds")
        let zones = request.texts("availabilityZones") + world.place.zones.filter { ids.contains(Zones.id($0)) }
        for zone in zones where !world.place.zones.contains(zone) {
            throw Groups.invalid("Invalid availability zone: \(zone)")
        }
        if !zones.isEmpty { settings.zones = zones }
        guard let text = request.text("vpcZoneIdentifier") else { return }
        let names = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
        let places = names.compactMap { world.registry["ec2/subnet"][$0]?["availabilityZone"]?.string }
        if !zones.isEmpty, places.count == names.count, !names.isEmpty, Set(zones) != Set(places) {
            throw Groups.invalid(
                "The availability zones of the specified subnets and the Auto Scaling group do not match")
        }
        settings.subnets = names
    }

    private static func takeNumbers(_ request: LocalRequest, _ settings: inout GroupSettings) {
        if let count = request["minSize"]?.integer { settings.minSize = count }
        if let count = request["maxSize"]?.integer { settings.maxSize = count }
        if let count = request["desiredCapacity"]?.integer {
            settings.desiredCapacity = count
        } else {
            settings.desiredCapacity = max(settings.minSize, min(settings.desiredCapacity, settings.maxSize))
        }
        if let seconds = request["defaultCooldown"]?.integer { settings.defaultCooldown = seconds }
        if let seconds = request["defaultInstanceWarmup"]?.integer {
            settings.defaultInstanceWarmup = seconds < 0 ? nil : seconds
        }
        if let seconds = request["maxInstanceLifetime"]?.integer {
            settings.maxInstanceLifetime = seconds == 0 ? nil : seconds
        }
    }

    private static func takeHealth(_ request: LocalRequest, _ settings: inout GroupSettings) {
        if let text = request.text("healthCheckType") { settings.healthCheckType = text }
        if let seconds = request["healthCheckGracePeriod"]?.integer { settings.healthCheckGracePeriod = seconds }
        if let policies = request["terminationPolicies"]?.list?.compactMap(\.string) {
            settings.terminationPolicies = policies.isEmpty ? ["Default"] : policies
        }
        if let isOn = request["newInstancesProtectedFromScaleIn"]?.bool { settings.newInstancesProtected = isOn }
        if let isOn = request["capacityRebalance"]?.bool { settings.capacityRebalance = isOn }
    }

    /// Target groups, under either name that AWS has for them.
    private static func takeTraffic(_ request: LocalRequest, _ settings: inout GroupSettings) {
        if request["targetGroupARNs"] != nil { settings.targetGroupArns = request.texts("targetGroupARNs") }
        guard let sources = request["trafficSources"]?.list else { return }
        let isTarget = { (row: Value) in row["type"]?.string ?? "elbv2" == "elbv2" }
        settings.targetGroupArns += sources.filter(isTarget).compactMap { $0["identifier"]?.string }
        settings.passed["trafficSources"] = .list(sources.filter { !isTarget($0) })
    }

    /// AWS's `InstanceMaintenancePolicy`; -1 for both takes it away.
    private static func bounds(_ policy: Value) throws(Refusal) -> GroupSettings.MaintenancePolicy? {
        let (least, most) = (policy["minHealthyPercentage"]?.integer, policy["maxHealthyPercentage"]?.integer)
        if least == -1, most == -1 { return nil }
        guard let least, let most else {
            throw Groups.invalid("MinHealthyPercentage and MaxHealthyPercentage must both be specified")
        }
        guard (0...100).contains(least), (100...200).contains(most), most - least <= 100 else {
            throw Groups.invalid(
                "The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be greater than 100")
        }
        return GroupSettings.MaintenancePolicy(minHealthyPercentage: least, maxHealthyPercentage: most)
    }
}
