import Model

/// A new task waits for a new instance when every instance has to be full (aws-facts 3.2).
enum TargetCapacityFull: KindLintRule {
    static let id = "target-capacity-full"
    static let kind = "CapacityProvider"
    static let weight = Finding.Weight.notice
    static let summary = """
        A capacity provider with managed scaling keeps its group full (`targetCapacity` 100, which is AWS's default), and a \
        service on it is scaled by load: tasks that are added wait one to three minutes for an instance to boot.
        """
    static let remedy =
        "`targetCapacity: 90` keeps a tenth of the group spare; 100 is cheapest where a delay does no harm."

    static func finding(of resource: Resource, in context: LintContext) -> Finding? {
        let scaling = resource.spec["autoScalingGroupProvider"]?["managedScaling"]
        guard scaling?["status"]?.string ?? "ENABLED" == "ENABLED", scaling?["targetCapacity"]?.integer ?? 100 == 100,
            let service = context.services.first(where: { $0.owner != nil && uses(resource, $0, in: context) })
        else { return nil }
        return finding(
            resource, at: "/autoScalingGroupProvider/managedScaling/targetCapacity",
            scaling?["targetCapacity"] ?? scaling,
            "at targetCapacity 100 every task that load adds to \(service.id) waits for an instance")
    }

    private static func uses(_ provider: Resource, _ service: RollingService, in context: LintContext) -> Bool {
        ServiceCapacity(of: service, in: context.rolling)?.pools.contains { $0.provider == provider.awsName } == true
    }
}
