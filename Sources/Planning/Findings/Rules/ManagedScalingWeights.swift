import Kinds
import Model

/// Managed scaling counts instances, not units: ECS takes no group with weights (aws-facts 2.3, 3.2).
enum ManagedScalingWeights: PlanRule {
    static let id = "managed-scaling-weights"
    static let weight = Finding.Weight.refuse
    static let summary = """
        The plan makes or changes a capacity provider with managed scaling, or its group, while an override of the group \
        says `weightedCapacity`. ECS refuses such a group.
        """
    static let remedy = "Take the weights out of the group's overrides, or set `managedScaling/status: DISABLED`."

    private static let overrides: FieldPath = "/mixedInstancesPolicy/launchTemplate/overrides"

    static func findings(in context: FindingContext) -> [Finding] {
        context.index.all("CapacityProvider").sorted { $0.id < $1.id }.compactMap { finding(of: $0, in: context) }
    }

    private static func finding(of provider: Resource, in context: FindingContext) -> Finding? {
        let settings = provider.spec["autoScalingGroupProvider"]
        guard settings?["managedScaling"]?["status"]?.string != "DISABLED",
            let group = settings?["autoScalingGroupArn"]?.reference?.resource,
            [provider.id, group].contains(where: { context.plans[$0]?.isChange == true }),
            let weight = context.spec(group)?[overrides]?.list?.lazy.compactMap({ $0["weightedCapacity"] }).first
        else { return nil }
        return Finding(
            id, self.weight, provider.id, path: "/autoScalingGroupProvider/managedScaling",
            place: weight.keyPlace ?? weight.place ?? context.place(of: overrides, in: group),
            "managed scaling takes no group with instance weights", details: ["\(group) states `weightedCapacity`."])
    }
}
