import Kinds
import Model

extension Planner {
    /// `plan` with what is to be taken away.
    func addingDeletions(to plan: Plan, _ input: PlanInput) -> Plan {
        guard let departed = input.departed, !departed.resources.isEmpty else { return plan }
        var plan = plan
        let draft = DeletionGuards(DeletionDraft(input, departed, kinds), beside: plan).draft
        let order = DeletionOrder(draft: draft, waitsFor: departed.isDestroyed ? nil : unrest(of: plan))
        plan.departures = draft.plans.values.sorted { $0.id < $1.id }
        plan.deletions = order.steps
        plan.deletionState = order.state
        return plan
    }

    /// What still moves of what is wanted: tasks may yet use what is about to go. Nil when all is at rest.
    private func unrest(of plan: Plan) -> String? {
        if let later = plan.later.first { return "until what is wanted is live (\(later.resource) is not yet)" }
        let moving = plan.resources.first { resource in
            if resource.isChange || resource.action == .replace { return true }
            guard let live = resource.observation.live, let kind = kinds[resource.id.kind] else { return false }
            return kind.health(of: resource.resource, live: live).status == .progressing
        }
        return moving.map { "until what is wanted is live (\($0.id) is not yet)" }
    }
}
