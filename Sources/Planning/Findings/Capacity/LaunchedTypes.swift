import Model

/// What a group launches, by its mixed instances policy or its launch template.
struct LaunchedTypes {
    /// In the order of preference; nil when AWS chooses by requirements, or the template is not known.
    let names: [String]?
    /// True when some instances are Spot.
    let hasSpot: Bool

    /// Of the group `group`, `spec` as AWS will have it.
    init(_ spec: Value, of group: ResourceID?, in context: FindingContext) {
        let mixed = spec["mixedInstancesPolicy"]
        let overrides = mixed?["launchTemplate"]?["overrides"]?.list ?? []
        let isMixed = mixed != nil
        let path: FieldPath =
            isMixed ? "/mixedInstancesPolicy/launchTemplate/launchTemplateSpecification" : "/launchTemplate"
        let template = Self.template(spec[path], at: path, of: group, in: context)
        if overrides.isEmpty {
            names = template?["instanceType"]?.string.map { [$0] }
        } else {
            let types = overrides.map { $0["instanceType"]?.string }
            names = types.contains(nil) ? nil : types.compactMap { $0 }
        }
        let share = mixed?["instancesDistribution"]?["onDemandPercentageAboveBaseCapacity"]?.number ?? 100
        hasSpot =
            isMixed ? share < 100 : template?["instanceMarketOptions"]?["marketType"]?.string == "spot"
    }

    private static func template(
        _ value: Value?, at path: FieldPath, of group: ResourceID?, in context: FindingContext
    ) -> Value? {
        let named = ["launchTemplateName", "launchTemplateId"]
        let targets = group.map { group in
            [context.target(of: path, in: group)]
                + named.map { context.target(of: path.appending($0), in: group) }
        }
        if let resource = targets?.compactMap({ $0 }).first { return context.spec(resource) }
        let name = value?["launchTemplateName"]?.string
        if let name, let resource = context.resource("LaunchTemplate", called: name) { return context.spec(resource) }
        let version = (context.capacity?.launchTemplateVersions ?? []).first { shown in
            let isSame = named.contains { shown[$0]?.string != nil && shown[$0]?.string == value?[$0]?.string }
            let wanted = value?["version"]?.scalarText ?? "$Default"
            return isSame && (wanted.hasPrefix("$") || shown["versionNumber"]?.scalarText == wanted)
        }
        return version?["launchTemplateData"]
    }
}
