import Kinds
import Model

/// Holds what ECS rolled back: the same revision of the same service spec is not sent again.
struct QuarantineGuard {
    let input: PlanInput

    /// Why nothing of the service may be written; nil when what is wanted is not what was rolled back, or is live.
    ///
    /// The whole service is held, also what would roll no task: half a manifest is nobody's intent.
    func refusal(of plan: ResourcePlan, live: Live) -> ResourcePlan.Action? {
        guard let held = input.quarantine[plan.id], held.specHash == input.specHashes[plan.id], !plan.changes.isEmpty,
            definition(plan.resource.spec) == held.revision
        else { return nil }
        return .blocked(.rolledBack, message(held, plan.id, live))
    }

    private func message(_ held: Quarantine, _ id: ResourceID, _ live: Live) -> String {
        let there = definition(live.spec).flatMap { $0 == held.revision ? nil : ServiceRollout.revision($0) }
        let what = ServiceRollout.revision(held.revision).map { "revision \($0)" } ?? held.revision
        let reason = held.reason.hasSuffix(".") ? String(held.reason.dropLast()) : held.reason
        return "\(what) was rolled back\(there.map { " to \($0)" } ?? ""): \(reason); "
            + "commit a fix, or `neap rollout retry \(id.name)`"
    }

    /// `family:revision`; nil for one that is not registered yet, which was never rolled back.
    private func definition(_ spec: Value) -> String? {
        spec["taskDefinition"]?.string.map(ServiceRollout.name)
    }
}
