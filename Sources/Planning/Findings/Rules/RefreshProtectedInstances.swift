import Model

/// A roll of instances that are protected from scale-in, told to wait for them or to pass them over (aws-facts 2.2).
enum RefreshProtectedInstances: RefreshRule {
    static let id = "refresh-protected-instances"
    static let weight = Finding.Weight.warn
    static let summary = """
        The plan rolls a group whose capacity provider protects instances with tasks, and `instanceRefresh` says `Wait` or \
        `Ignore` for protected ones.
        """
    static let remedy = "`scaleInProtectedInstances: Refresh`, which is what Neap says where the manifest says nothing."

    static func finding(of group: ResourcePlan, usedBy provider: Resource) -> Finding? {
        let word = group.resource.spec["instanceRefresh"]?["scaleInProtectedInstances"]
        guard provider.spec["autoScalingGroupProvider"]?["managedTerminationProtection"] == "ENABLED",
            let told = word?.string, told != "Refresh"
        else { return nil }
        let effect =
            told == "Wait"
            ? "waits for instances whose protection nobody takes away, and fails after an hour"
            : "leaves every instance that runs tasks as it is"
        return Finding(
            id, weight, group.id, path: "/instanceRefresh/scaleInProtectedInstances",
            place: word?.keyPlace ?? word?.place, "the roll \(effect)",
            details: ["\(provider.id) protects instances with tasks; say Refresh, or leave it out."])
    }
}
