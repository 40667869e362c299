import Model

/// A roll of instances whose tasks nobody moves first (aws-facts 2.2).
enum RefreshWithoutDraining: RefreshRule {
    static let id = "refresh-without-draining"
    static let weight = Finding.Weight.warn
    static let summary = """
        The plan rolls a group whose capacity provider has managed draining switched off: instances are ended with the tasks \
        that run on them.
        """
    static let remedy = "`managedDraining: ENABLED`."

    static func finding(of group: ResourcePlan, usedBy provider: Resource) -> Finding? {
        let word = provider.spec["autoScalingGroupProvider"]?["managedDraining"]
        guard word == "DISABLED" else { return nil }
        return Finding(
            id, weight, group.id, place: word?.keyPlace ?? word?.place,
            "instances are ended before their tasks have run elsewhere",
            details: ["\(provider.id) has managedDraining DISABLED; ENABLED lets tasks move first."])
    }
}
