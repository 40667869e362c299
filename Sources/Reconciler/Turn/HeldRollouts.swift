import Model
import Planning

/// Steps that wait for what will not come by itself: a service whose migration failed, or that depends on one that was
/// rolled back. It is not rolled out, says why, and nothing waits for it.
struct HeldRollouts {
    let turn: Turn
    let scope: Set<ResourceID>

    init(_ turn: Turn, scope: Set<ResourceID>) {
        self.turn = turn
        self.scope = scope
    }

    /// `states` with every resource that is held marked as such; what waits for a held one is held too.
    func marked(_ states: [ResourceID: ResourceState]) -> [ResourceID: ResourceState] {
        var marked = states
        let waiting = turn.plan.steps.filter { scope.contains($0.resource) && unmet($0) != nil }
        // A chain is as long as there are steps at most; each round marks at least one more.
        for _ in waiting {
            let before = marked.values.count { $0.problem?.isStalled == true }
            for step in waiting { mark(step, in: &marked) }
            if marked.values.count(where: { $0.problem?.isStalled == true }) == before { break }
        }
        return marked
    }

    private func mark(_ step: Step, in states: inout [ResourceID: ResourceState]) {
        guard let requirement = unmet(step), let other = states[requirement.reference.resource],
            let why = Self.obstacle(other), var state = states[step.resource],
            state.problem?.reason == .waiting || state.problem?.reason == .dependencyFailed
        else { return }
        let reason: Reason = other.health.reason == .beforeRolloutFailed ? .beforeRolloutFailed : .dependencyFailed
        let message = "not rolled out: \(other.id): \(why)"
        state.problem = ResourceState.Problem(reason: reason, message: message, isStalled: true)
        switch state.health.status {
        case .missing: state.health = Health(.missing, reason, message)
        // What runs is the old revision, and nothing is on its way.
        case .progressing: state.health = Health(.healthy, .settled, message)
        default: break
        }
        states[step.resource] = state
    }

    /// Why nobody should go on waiting for `state`; nil when waiting may help.
    private static func obstacle(_ state: ResourceState) -> String? {
        if state.health.status == .degraded { return state.health.message }
        return state.problem.flatMap { $0.isStalled ? $0.message : nil }
    }

    /// What kept the step from being made; nil when it was made, or something else did.
    private func unmet(_ step: Step) -> PlannedCall.Requirement? {
        guard case .deferred(let reason) = turn.execution.outcomes[step.id] else { return nil }
        return step.planned.requires.first { $0.reason == reason }
    }
}
