import Kinds
import Model

/// What the rules find, and the plans without the steps of what they refuse.
struct Guarding {
    private(set) var findings: [Finding]
    private(set) var plans: [ResourceID: ResourcePlan]

    init(_ context: FindingContext, _ graph: Graph, rules: [any PlanRule.Type] = allRules) {
        plans = context.plans
        findings = Self.sorted(
            rules.flatMap { $0.findings(in: context) }.map { finding in
                var finding = finding
                finding.allowed = context.input.desired[finding.resource]?.policy.allow[finding.rule]
                return finding
            })
        for finding in findings where finding.refuses { refuse(finding) }
        holdDependants(graph)
    }

    /// What refuses first, then by resource, rules in their own order.
    private static func sorted(_ findings: [Finding]) -> [Finding] {
        let keyed = findings.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            return (x.refuses ? 0 : 1, x.resource, a.offset) < (y.refuses ? 0 : 1, y.resource, b.offset)
        }
        return keyed.map(\.element)
    }

    private mutating func refuse(_ finding: Finding) {
        guard let plan = plans[finding.resource], plan.isChange else { return }
        let reasons = (["\(finding.message)."] + finding.details).joined(separator: " ")
        hold(plan.id, .refused, "\(reasons) (rule \(finding.rule))")
    }

    /// What stands on something that is refused and not there yet has nothing to stand on.
    private mutating func holdDependants(_ graph: Graph) {
        for id in graph.order where plans[id]?.isChange == true {
            let needs = (graph.edges[id] ?? []).sorted()
            let missing = needs.first { need in
                guard case .blocked = plans[need]?.action else { return false }
                return plans[need]?.observation.live == nil
            }
            guard let missing, case .blocked(let reason, _) = plans[missing]?.action else { continue }
            hold(id, .dependencyFailed, "stands on \(missing), which is held back (\(reason.rawValue))")
        }
    }

    private mutating func hold(_ id: ResourceID, _ reason: Reason, _ message: String) {
        plans[id]?.action = .blocked(reason, String(message.prefix(1_000)))
        plans[id]?.calls = []
    }
}
