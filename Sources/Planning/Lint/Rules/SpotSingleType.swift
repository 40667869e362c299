import Model

/// EC2 takes Spot by type and zone: one type is one pool in each zone.
enum SpotSingleType: SpotLintRule {
    static let id = "spot-single-type"
    static let weight = Finding.Weight.warn
    static let summary = """
        A group with Spot may launch a single instance type: when EC2 needs that type, all of its instances in a zone go at \
        once, and none of the kind can be had again.
        """
    static let remedy =
        "Several types of the same size in `overrides` (t3.large, t3a.large, m5.large), or `instanceRequirements`."

    static func finding(of group: SpotGroup, in context: LintContext) -> Finding? {
        guard let names = group.launched.names, let only = names.first, Set(names).count == 1 else { return nil }
        let policy: FieldPath = "/mixedInstancesPolicy/launchTemplate/overrides"
        let path: FieldPath = group.resource.spec["mixedInstancesPolicy"] == nil ? "/launchTemplate" : policy
        return finding(
            group.resource, at: path, group.resource.spec[path] ?? group.resource.spec["mixedInstancesPolicy"],
            "\(only) is the only type that its Spot instances may be of")
    }
}
