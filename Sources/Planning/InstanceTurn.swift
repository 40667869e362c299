import Kinds
import Model

/// Whose turn it is on shared capacity: instances roll after tasks, and a roll of instances is stopped for a roll of tasks,
/// never the other way round (DESIGN section 9).
struct InstanceTurn {
    let plans: [ResourceID: ResourcePlan]
    let input: PlanInput
    let kinds: [String: any Kind.Type]

    /// `plan` with only those of its `gates` in the way that are closed, and with the calls that stop what they close.
    func settled(_ plan: ResourcePlan, _ gates: [Gate]) -> ResourcePlan {
        if let rescued = ended(plan, { $0.rescue(plan.resource, live: $1) }) { return rescued }
        let all = gates.filter { $0.steps == .instanceRollout }.map(\.requirement)
        guard !all.isEmpty else { return plan }
        let closed = all.filter(isClosed)
        let reason = Self.reason(closed)
        var plan = plan
        for index in plan.calls.indices {
            plan.calls[index].requires = plan.calls[index].requires.compactMap { requirement in
                guard all.contains(requirement) else { return requirement }
                guard closed.contains(requirement) else { return nil }
                return PlannedCall.Requirement(requirement.reference, in: requirement.values, reason: reason)
            }
        }
        guard !closed.isEmpty else { return plan }
        plan.goesAfter = reason
        return ended(plan, { $0.pause(plan.resource, live: $1, for: reason) }) ?? plan
    }

    /// `plan` with the `calls` that end what is under way; nil when there are none, or it is to change in any other way.
    private func ended(_ plan: ResourcePlan, _ calls: (any Kind.Type, Live) -> [PlannedCall]) -> ResourcePlan? {
        guard plan.action == .none, input.suspension(of: plan.resource) == nil, let live = plan.observation.live,
            let kind = kinds[plan.id.kind]
        else { return nil }
        let calls = calls(kind, live)
        guard !calls.isEmpty else { return nil }
        var plan = plan
        plan.action = .update
        plan.calls = calls
        plan.isPause = true
        return plan
    }

    /// A service that is not there and is not made now is in nobody's way.
    private func isClosed(_ requirement: PlannedCall.Requirement) -> Bool {
        let plan = plans[requirement.reference.resource]
        if plan?.calls.contains(where: { $0.effect == .rollsTasks }) == true || plan?.action == .create { return true }
        if case .unknown = plan?.observation { return true }
        guard let value = input.outputs[requirement.reference]?.scalarText else { return false }
        return !requirement.values.contains(value)
    }

    /// `after admin and api are live: same capacity`: the reasons that differ in one name alone, as one.
    private static func reason(_ closed: [PlannedCall.Requirement]) -> String {
        let services = closed.filter { $0.reference.resource.kind == "Service" }
        let names = services.map(\.reference.resource.name).sorted()
        let others = closed.filter { $0.reference.resource.kind != "Service" }.map(\.reason)
        guard let last = names.last, names.count > 1 else {
            return (services.map(\.reason) + others).joined(separator: ", ")
        }
        let first = names.count > 4 ? "\(names.count - 1) others" : names.dropLast().joined(separator: ", ")
        let text = names.count > 4 ? "\(names[0]) and \(first)" : "\(first) and \(last)"
        return (["after \(text) are live: same capacity"] + others).joined(separator: ", ")
    }
}
