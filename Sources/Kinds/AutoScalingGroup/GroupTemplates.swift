import Model

/// The launch templates that a group names, in its own member or in its mixed instances policy.
enum GroupTemplates {
    private static let single: FieldPath = "/launchTemplate"
    private static let mixed: FieldPath = "/mixedInstancesPolicy/launchTemplate/launchTemplateSpecification"
    private static let overrides: FieldPath = "/mixedInstancesPolicy/launchTemplate/overrides"
    private static let override: FieldPath = "/mixedInstancesPolicy/launchTemplate/overrides/*"

    static let rules: [FieldRule] =
        [
            FieldRule("/mixedInstancesPolicy", .rollsInstances),
            FieldRule(overrides, elements: .ordered, whole: true),
            FieldRule(override.appending("weightedCapacity"), normal: Normal.text),
            FieldRule("/mixedInstancesPolicy/instancesDistribution", .noRestart),
        ]
        + distribution.map { member, absent in
            FieldRule(FieldPath(["mixedInstancesPolicy", "instancesDistribution", member]), absent: absent)
        } + [
            // AWS replaces instances of the other purchase option by itself (aws-facts 2.3).
            FieldRule(
                "/mixedInstancesPolicy/instancesDistribution/onDemandBaseCapacity", .rollsInstances, absent: 0),
            FieldRule(
                "/mixedInstancesPolicy/instancesDistribution/onDemandPercentageAboveBaseCapacity", .rollsInstances,
                absent: 100,
                onRemoval: .keep, note: "100 unless stated, which means no Spot instances at all."),
            FieldRule(
                "/mixedInstancesPolicy/instancesDistribution/spotMaxPrice", absent: "", normal: Normal.text),
        ] + [single, mixed, override.appending("launchTemplateSpecification")].flatMap(template)
        + FieldRule.instanceRequirements.map { $0.below(override.appending("instanceRequirements")) }

    private static let distribution: [(String, Value)] = [
        ("onDemandAllocationStrategy", "prioritized"), ("spotAllocationStrategy", "lowest-price"),
        ("spotInstancePools", 2),
    ]

    private static func template(at path: FieldPath) -> [FieldRule] {
        [
            FieldRule(
                path, .rollsInstances, normal: named,
                note: "A LaunchTemplate's name, or AWS's mapping; without a number, the latest version by its number."),
            FieldRule(path.appending("launchTemplateName"), target: .init("LaunchTemplate", "name")),
            FieldRule(
                path.appending("launchTemplateId"), target: .init("LaunchTemplate", "id", idPrefixes: ["lt-"])),
            FieldRule(path.appending("version"), absent: "$Default", normal: Normal.text),
        ]
    }

    /// A template's bare name as AWS's mapping.
    private static let named: @Sendable (Value) -> Value = { value in
        guard value.string != nil || value.reference != nil else { return value }
        return Value(.object(["launchTemplateName": value]), at: value.place, key: value.keyPlace)
    }

    /// The group itself; templates of this environment without a version are pinned to the number of their latest one.
    static func expand(_ resource: Resource) -> (parts: [Resource], diagnostics: [Diagnostic]) {
        var group = resource
        group.spec = editing(group.spec) { template, _, _ in pinned(template) }
        var faults: [String] = []
        if GroupConfiguration.stated(in: group.spec).count > 1 {
            faults.append("launchTemplate, mixedInstancesPolicy and launchConfigurationName exclude one another")
        }
        let hooks = group.spec["lifecycleHookSpecificationList"]?.list ?? []
        if hooks.contains(where: { $0["lifecycleHookName"]?.string == GroupExtras.drainingHook }) {
            faults.append("\(GroupExtras.drainingHook) is a lifecycle hook of ECS's own")
        }
        return ([group], faults.map { Diagnostic($0, at: resource.place, of: resource.id) })
    }

    /// A mixed instances policy as AWS takes it: a count of pools goes with one strategy only, and AWS fills it in.
    static func sendable(_ policy: Value) -> Value {
        var copy = policy
        let strategy = policy["instancesDistribution"]?["spotAllocationStrategy"]?.string ?? "lowest-price"
        if strategy != "lowest-price" { copy["instancesDistribution"]?["spotInstancePools"] = nil }
        return copy
    }

    /// `$Latest` and `$Default` would hide a new version: the group would not differ, and no refresh bring it.
    private static func pinned(_ template: Value) -> Value {
        guard ["$Latest", "$Default", nil].contains(template["version"]?.scalarText) else { return template }
        let id = template["launchTemplateId"]?.string.flatMap { $0.hasPrefix("lt-") ? nil : $0 }
        guard let name = template["launchTemplateName"]?.string ?? id else { return template }
        var copy = template
        copy["version"] = Value(
            .reference(Reference(ResourceID("LaunchTemplate", name), "latestVersion")), at: template.place)
        return copy
    }

    /// A live group's templates named the way the manifest names them: AWS gives id and name, and takes only one.
    static func aligned(_ live: Value, with stated: Value) -> Value {
        editing(live) { template, path, index in
            let own = own(in: stated, path, index)
            var copy = template
            copy[own?["launchTemplateId"] == nil ? "launchTemplateId" : "launchTemplateName"] = nil
            let isNamed = copy["launchTemplateId"] != nil || copy["launchTemplateName"] != nil
            return isNamed ? copy : template
        }
    }

    /// What a manifest says of the template at a place.
    private static func own(in stated: Value, _ path: FieldPath, _ index: Int?) -> Value? {
        guard let index else { return stated[path] }
        let wanted = stated[overrides]?.list ?? []
        return index < wanted.count ? wanted[index]["launchTemplateSpecification"] : nil
    }

    /// Every template of a live group whose version is a word that the manifest does not state.
    static func worded(_ live: Value, with stated: Value) -> [Value] {
        var found: [Value] = []
        _ = editing(live) { template, path, index in
            if isWorded(template, own(in: stated, path, index), index) { found.append(template) }
            return template
        }
        return found
    }

    /// The live group with what `number` says instead of such words; nil leaves one.
    static func naming(_ live: Value, with stated: Value, _ number: (Value) -> Value?) -> Value {
        editing(live) { template, path, index in
            guard isWorded(template, own(in: stated, path, index), index), let number = number(template) else {
                return template
            }
            var copy = template
            copy["version"] = number
            return copy
        }
    }

    private static func isWorded(_ template: Value, _ stated: Value?, _ index: Int?) -> Bool {
        let version = template["version"]?.scalarText ?? "$Default"
        guard ["$Latest", "$Default"].contains(version) else { return false }
        // An override is compared whole, so that one without a version says AWS's default.
        if index != nil, let stated, stated["version"] == nil { return version != "$Default" }
        return stated?["version"]?.scalarText != version
    }

    /// The spec with another version of the template that holds where no override has its own.
    static func with(version: Value, in spec: Value) -> Value {
        editing(spec) { template, _, index in
            var copy = template
            if index == nil { copy["version"] = version }
            return copy
        }
    }

    /// The spec with every template in it edited; overrides come with their index.
    private static func editing(_ spec: Value, _ edit: (Value, FieldPath, Int?) -> Value) -> Value {
        var copy = spec
        for path in [single, mixed] {
            if let template = copy[path] { copy = copy.setting(edit(template, path, nil), at: path.parts[...]) }
        }
        guard let items = copy[overrides]?.list else { return copy }
        let edited = items.enumerated().map { index, item in
            var copy = item
            copy["launchTemplateSpecification"] = item["launchTemplateSpecification"].map {
                edit($0, overrides, index)
            }
            return copy
        }
        let list = Value(.list(edited), at: copy[overrides]?.place, key: copy[overrides]?.keyPlace)
        return copy.setting(list, at: overrides.parts[...])
    }
}
