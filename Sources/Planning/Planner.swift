public import Kinds
import Model

/// Turns what is wanted and what is there into steps, each resource after what it stands on.
public struct Planner: Sendable {
    let kinds: [String: any Kind.Type]

    /// A planner that knows these kinds.
    public init(kinds: [String: any Kind.Type] = kindsByName) { self.kinds = kinds }

    /// The plan for `input`.
    public func plan(_ input: PlanInput) -> Plan {
        let graph = Graph(input.desired, kinds: kinds)
        var draft = PlanDraft(input, graph, kinds)
        for id in graph.order { draft.decide(id) }
        for id in graph.circle { draft.refuseCircle(id, graph.circle) }
        draft.takeTurns()
        let guarded = Guarding(FindingContext(input, draft.plans, draft.claims.byResource), graph)
        let plans = Deeds(kinds).needed(guarded.plans)
        let resources = plans.values.sorted { $0.id < $1.id }
        var plan = Plan(
            resources: resources, steps: StepOrder(graph, plans).steps, diagnostics: draft.diagnostics.sorted())
        plan.findings = guarded.findings
        return addingDeletions(to: plan, input)
    }
}
