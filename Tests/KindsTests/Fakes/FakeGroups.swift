import Model

/// Auto Scaling groups: filled with AWS's defaults, updated member by member; instance refreshes succeed at once.
struct FakeGroups: FakeService {
    static let service = "autoscaling"
    private var groups: [String: Value] = [:]
    private var hooks: [String: [String: Value]] = [:]
    private var refreshes: [String: [Value]] = [:]

    mutating func answer(_ call: AWSCall) throws -> Value? {
        let name = call.input["autoScalingGroupName"]?.string ?? ""
        switch call.operation {
        case "CreateAutoScalingGroup": try create(name, call)
        case "UpdateAutoScalingGroup": try update(name, call)
        case "DescribeAutoScalingGroups":
            let names = (call.input["autoScalingGroupNames"]?.list ?? []).compactMap(\.string)
            return ["autoScalingGroups": .list(names.compactMap { groups[$0] })]
        case "DescribeLifecycleHooks":
            let draining: Value = ["lifecycleHookName": "ecs-managed-draining-termination-hook"]
            let all = (hooks[name] ?? [:]).sorted { $0.key < $1.key }.map(\.value) + [draining]
            return ["lifecycleHooks": .list(all)]
        case "StartInstanceRefresh": return try refresh(name, call)
        case "DescribeInstanceRefreshes": return ["instanceRefreshes": .list(refreshes[name] ?? [])]
        case "PutLifecycleHook": put(call.input, on: name)
        case "DeleteLifecycleHook": hooks[name]?[call.input["lifecycleHookName"]?.string ?? ""] = nil
        case "CreateOrUpdateTags", "DeleteTags": tag(call)
        case "SetInstanceProtection": protect(call.input, in: name)
        case "DeleteAutoScalingGroup": try delete(name, call)
        default: return extras(name, call)
        }
        return [:]
    }

    private mutating func create(_ name: String, _ call: AWSCall) throws {
        guard groups[name] == nil else { throw fakeError(call, "AlreadyExists") }
        var group = call.input.defaulting(Self.defaults)
        group["desiredCapacity"] = call.input["desiredCapacity"] ?? call.input["minSize"]
        for hook in group["lifecycleHookSpecificationList"]?.list ?? [] { put(hook, on: name) }
        group["lifecycleHookSpecificationList"] = nil
        group["autoScalingGroupARN"] = .string(
            "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:1:autoScalingGroupName/\(name)")
        groups[name] = Self.filled(group)
        groups[name]?["instances"] = Self.instances(group["desiredCapacity"]?.integer ?? 0, of: Self.filled(group))
    }

    private static func instances(_ count: Int, of group: Value) -> Value {
        .list((0..<count).map { instance($0, of: group) })
    }

    /// An instance as the group starts it now.
    private static func instance(_ number: Int, of group: Value) -> Value {
        let policy = group["mixedInstancesPolicy"]?["launchTemplate"]
        return [
            "instanceId": .string("i-\(number)"), "lifecycleState": "InService", "healthStatus": "Healthy",
            "availabilityZone": "eu-west-1a", "protectedFromScaleIn": true,
            "instanceType": policy?["overrides"]?.list?.first?["instanceType"] ?? "t3.large",
            "launchTemplate": policy?["launchTemplateSpecification"] ?? group["launchTemplate"] ?? [:],
        ]
    }

    private static let sources = ["launchTemplate", "mixedInstancesPolicy", "launchConfigurationName"]

    private func checkSource(_ call: AWSCall, in input: Value? = nil) throws {
        let input = input ?? call.input
        guard Self.sources.count(where: { input[$0] != nil }) > 1 else { return }
        throw fakeError(call, "ValidationError", "Valid requests must contain either LaunchTemplate or another source.")
    }

    /// What a group is made of takes the place of what it was made of.
    private mutating func take(_ input: Value, into name: String) {
        if Self.sources.contains(where: { input[$0] != nil }) {
            for source in Self.sources { groups[name]?[source] = nil }
        }
        for (member, value) in input.object ?? [:] { groups[name]?[member] = value }
        groups[name] = groups[name].map(Self.filled)
    }

    private mutating func refresh(_ name: String, _ call: AWSCall) throws -> Value {
        let wanted = call.input["desiredConfiguration"] ?? [:]
        try checkSource(call, in: wanted)
        take(wanted, into: name)
        let group = groups[name] ?? [:]
        groups[name]?["instances"] = Self.instances(group["instances"]?.list?.count ?? 0, of: group)
        let id = "refresh-\((refreshes[name] ?? []).count + 1)"
        let refresh: Value = [
            "instanceRefreshId": .string(id), "autoScalingGroupName": .string(name), "status": "Successful",
            "percentageComplete": 100, "desiredConfiguration": wanted,
        ]
        refreshes[name, default: []].insert(refresh, at: 0)
        return ["instanceRefreshId": .string(id)]
    }

    private mutating func update(_ name: String, _ call: AWSCall) throws {
        guard groups[name] != nil else { throw fakeError(call, "ValidationError", "AutoScalingGroup name not found") }
        try checkSource(call)
        take(call.input, into: name)
        let minimum = groups[name]?["minSize"]?.integer ?? 0
        let maximum = groups[name]?["maxSize"]?.integer ?? 0
        let count = groups[name]?["desiredCapacity"]?.integer ?? 0
        groups[name]?["desiredCapacity"] = .integer(min(max(count, minimum), maximum))
        guard min(max(count, minimum), maximum) == 0 else { return }
        let kept = (groups[name]?["instances"]?.list ?? []).filter { $0["protectedFromScaleIn"]?.bool == true }
        groups[name]?["instances"] = .list(kept)
    }

    private mutating func protect(_ input: Value, in name: String) {
        let ids = input["instanceIds"]?.list ?? []
        let instances = (groups[name]?["instances"]?.list ?? []).map { instance in
            ids.contains(instance["instanceId"] ?? .null)
                ? instance.over(["protectedFromScaleIn": input["protectedFromScaleIn"] ?? false]) : instance
        }
        groups[name]?["instances"] = .list(instances)
    }

    private mutating func delete(_ name: String, _ call: AWSCall) throws {
        guard let group = groups[name] else {
            throw fakeError(call, "ValidationError", "AutoScalingGroup name not found")
        }
        guard group["instances"]?.list?.isEmpty != false else { throw fakeError(call, "ResourceInUse") }
        groups[name] = nil
    }

    private mutating func put(_ hook: Value, on name: String) {
        var copy = hook.defaulting(["heartbeatTimeout": 3600, "defaultResult": "ABANDON", "globalTimeout": 172800])
        copy["autoScalingGroupName"] = .string(name)
        hooks[name, default: [:]][hook["lifecycleHookName"]?.string ?? ""] = copy
    }

    private mutating func tag(_ call: AWSCall) {
        for tag in call.input["tags"]?.list ?? [] {
            let name = tag["resourceId"]?.string ?? ""
            var rest = (groups[name]?["tags"]?.list ?? []).filter { $0["key"] != tag["key"] }
            if call.operation == "CreateOrUpdateTags" { rest.append(tag) }
            groups[name]?["tags"] = .list(rest)
        }
    }

    private mutating func extras(_ name: String, _ call: AWSCall) -> Value? {
        let members = [
            "LoadBalancerTargetGroups": "targetGroupARNs", "LoadBalancers": "loadBalancerNames",
            "TrafficSources": "trafficSources", "MetricsCollection": "metrics",
        ]
        guard let (suffix, member) = members.first(where: { call.operation.hasSuffix($0.key) }) else { return nil }
        let named = call.input[member]?.list ?? []
        let key = suffix == "MetricsCollection" ? "enabledMetrics" : member
        let items = key == member ? named : named.map { ["metric": $0, "granularity": "1Minute"] }
        let there = (groups[name]?[key]?.list ?? []).filter { !items.contains($0) }
        let adds = call.operation.hasPrefix("Attach") || call.operation.hasPrefix("Enable")
        groups[name]?[key] = .list(adds ? there + items : there)
        return [:]
    }

    /// AWS gives a template's id beside its name, and fills the distribution.
    private static func filled(_ group: Value) -> Value {
        var copy = group
        if let template = group["launchTemplate"] { copy["launchTemplate"] = named(template) }
        guard var policy = group["mixedInstancesPolicy"] else { return copy }
        policy["instancesDistribution"] = (policy["instancesDistribution"] ?? [:]).defaulting([
            "onDemandAllocationStrategy": "prioritized", "onDemandBaseCapacity": 0,
            "onDemandPercentageAboveBaseCapacity": 100, "spotAllocationStrategy": "lowest-price",
        ])
        if let template = policy["launchTemplate"]?["launchTemplateSpecification"] {
            policy["launchTemplate"]?["launchTemplateSpecification"] = named(template)
        }
        copy["mixedInstancesPolicy"] = policy
        return copy
    }

    private static func named(_ template: Value) -> Value {
        template.defaulting(["launchTemplateId": "lt-1", "launchTemplateName": "spot", "version": "$Default"])
    }

    private static let defaults: [String: Value] = [
        "defaultCooldown": 300, "healthCheckType": "EC2", "healthCheckGracePeriod": 0,
        "terminationPolicies": ["Default"], "newInstancesProtectedFromScaleIn": false,
        "availabilityZones": ["eu-west-1a", "eu-west-1b"], "deletionProtection": "none", "tags": [],
        "availabilityZoneDistribution": ["capacityDistributionStrategy": "balanced-best-effort"],
        "serviceLinkedRoleARN": "arn:aws:iam::123456789012:role/AWSServiceRoleForAutoScaling",
    ]
}
