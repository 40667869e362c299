import Kinds
import Model

/// What is done for another resource's change (a task before a rollout) is done only when that change is made: not while it is
/// refused, held back, or only reported.
struct Deeds {
    let kinds: [String: any Kind.Type]

    init(_ kinds: [String: any Kind.Type]) { self.kinds = kinds }

    /// `plans` without the steps that serve no change.
    func needed(_ plans: [ResourceID: ResourcePlan]) -> [ResourceID: ResourcePlan] {
        plans.mapValues { plan in
            let owner = plan.resource.manifest
            guard plan.isChange, owner != plan.id, kinds[plan.id.kind]?.isDeed == true,
                plans[owner]?.isChange != true
            else { return plan }
            var idle = plan
            (idle.action, idle.changes, idle.calls) = (.none, [], [])
            return idle
        }
    }
}
