import Kinds
import Model

/// Holds back what `policy.approval` lets nobody write before a person has approved it in Git.
struct ApprovalGuard {
    let input: PlanInput

    /// Nil when no effect of `changes` needs approval, or a commit has given it.
    ///
    /// The whole resource waits, also what alone would need none: half a change is nobody's intent.
    func refusal(
        of plan: ResourcePlan, _ changes: [FieldChange], _ schema: KindSchema
    ) -> ResourcePlan.Action? {
        let isNew = plan.observation.live == nil && !plan.isReplacement
        let effects = isNew ? [.noRestart] : changes.map(\.effect)
        let needed = Set(effects).intersection(plan.resource.policy.approval).sorted()
        guard !needed.isEmpty else { return nil }
        let digest = ChangeDigest(input: input).of(plan, changes, schema)
        guard !input.approvals.allow(digest, since: input.memory[plan.id]?.commit) else { return nil }
        let what = isNew ? "is new" : needed.map(\.rawValue).joined(separator: ", ")
        let objection = input.approvals.objection(to: digest).map { " (\($0))" } ?? ""
        return .blocked(
            .approvalRequired,
            "\(what): needs approval; push a commit with the trailer `\(Approvals.trailer): \(digest)`\(objection)")
    }
}
