import Kinds
import Model

/// What is written to is marked, and what belongs to others is left alone as a whole.
extension PlanDraft {
    /// A part is whoever's the resource of its manifest is, also where AWS gives parts no tags.
    func refusalOfWhole(_ plan: ResourcePlan) -> ResourcePlan.Action? {
        let id = plan.resource.manifest
        guard id != plan.id, let whole = input.desired[id], let kind = kinds[id.kind],
            let live = input.observed[id]?.live
        else { return nil }
        let refusal = input.ownership.refusal(
            of: id, tags: live.tags, adoptable: whole.policy.adopt || kind.adoption == .notNeeded,
            isWanted: { input.desired[$0] != nil })
        return refusal.map { .blocked($0.reason, "is a part of \(id), which \($0.message)") }
    }

    /// The first change of what was adopted says whose it is from then on, so that nobody else adopts it too.
    func mark(_ plan: inout ResourcePlan, _ live: Live, _ kind: any Kind.Type) {
        guard kind.adoption == .byPolicy, kind.schema.shape.members?["tags"] != nil, let tags = live.tags,
            tags[Ownership.environmentTag] == nil || tags[Ownership.ownerTag] == nil
        else { return }
        let ours = input.ownership.tags(for: plan.id, specHash: input.specHashes[plan.id] ?? "")
        for (name, value) in ours.sorted(by: { $0.key < $1.key }) where tags[name] != value {
            plan.changes.append(
                FieldChange(
                    FieldPath(["tags", name]), live: tags[name].map { .string($0) }, desired: .string(value),
                    effect: .noRestart, reason: .declared))
        }
        plan.changes.sort { $0.path < $1.path }
    }
}
