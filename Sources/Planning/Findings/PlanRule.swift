import Kinds
import Model

/// One thing that plans are looked through for (DESIGN section 7). Adding one is a file in `Rules` and a line in
/// `AllRules.swift`; `docs/plan-rules.md` is made of what it says of itself.
protocol PlanRule: Rule {
    /// What it finds; pure, in the order of the resources' names.
    static func findings(in context: FindingContext) -> [Finding]
}

/// A rule about one group whose instances this plan replaces, and a capacity provider of the environment that uses it.
protocol RefreshRule: PlanRule {
    /// What it finds of `group`; nil when that is well.
    static func finding(of group: ResourcePlan, usedBy provider: Resource) -> Finding?
}

extension RefreshRule {
    static func findings(in context: FindingContext) -> [Finding] {
        context.plans.values.sorted { $0.id < $1.id }.filter { plan in
            plan.calls.contains { $0.call.operation == "StartInstanceRefresh" }
        }.flatMap { group in
            context.index.referring(to: group.id).filter { provider in
                provider.id.kind == "CapacityProvider"
                    && provider.spec["autoScalingGroupProvider"]?["autoScalingGroupArn"]?.reference?.resource
                        == group.id
            }.compactMap { finding(of: group, usedBy: $0) }
        }
    }
}

/// A rule about one service whose tasks this plan moves.
protocol ServiceRule: PlanRule {
    /// What it finds of `service`; nil when that is well.
    static func finding(of service: RollingService, in context: FindingContext) -> Finding?
}

extension ServiceRule {
    static func findings(in context: FindingContext) -> [Finding] {
        context.services.compactMap { finding(of: $0, in: context) }
    }

    /// What the rule says of `service`; the line is that of `path` in its manifest unless `place` says otherwise.
    static func finding(
        _ service: RollingService, _ weight: Finding.Weight = weight, at path: FieldPath, place: Place? = nil,
        _ message: String, details: [String] = []
    ) -> Finding {
        Finding(
            id, weight, service.id, path: path, place: place ?? service.place(of: path), message, details: details)
    }
}
