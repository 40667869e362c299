public import Kinds
import Model

/// Turns what is wanted and what is there into steps, each resource after what it stands on.
public struct Planner: Sendable {
    let kinds: [String: any Kind.Type]

    /// A planner that knows these kinds.
    public init(kinds: [String: any Kind.Type] = kindsByName) { self.kinds = kinds }

    /// The plan for `input`.
    public func plan(_ input: PlanInput) -> Plan {
        let plan = plan(input, frozen: [])
        let stuck = plan.resources.filter { resource in
            guard case .blocked = resource.action, resource.id.kind != "LoadBalancer" else { return false }
            return input.generations[resource.id]?.causes.isEmpty == false
        }
        return stuck.isEmpty ? plan : self.plan(input, frozen: Set(stuck.map(\.id)))
    }

    /// The plan in which what replaces `frozen` is not made: what refers to those stays with the old ones.
    private func plan(_ given: PlanInput, frozen: Set<ResourceID>) -> Plan {
        let replacements = Replacements(given, frozen: frozen)
        var input = replacements.staged
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
        plan.later = LaterSteps(input: input, replacements: replacements, plans: plans, kinds: kinds).steps
        if plan.later.isEmpty { input.inUse = replacements.inUse }
        return addingDeletions(to: plan, input)
    }
}
