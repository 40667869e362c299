import Kinds
import Model
import Planning

/// Step 8: plan, outcomes and observations to states.
struct Settlement {
    let kinds: [String: any Kind.Type]
    let turn: Turn
    /// What the turn looked at; everything else keeps the state that it had.
    let scope: Set<ResourceID>

    /// Every planned resource's state; the turn before remembers what was written earlier in the pass.
    func states(after turnBefore: Turn?) -> [ResourceID: ResourceState] {
        let previous = turnBefore?.states ?? [:]
        let steps = Dictionary(grouping: turn.plan.steps, by: \.resource)
        return turn.plan.resources.reduce(into: [:]) { states, plan in
            if let kept = previous[plan.id], !scope.contains(plan.id) { return states[plan.id] = kept }
            let outcomes = (steps[plan.id] ?? []).compactMap { turn.execution.outcomes[$0.id] }
            var state = state(of: plan, outcomes)
            let before = previous[plan.id]
            state.wasWritten = outcomes.contains(.done) || before?.wasWritten == true
            state.written = (before?.written ?? []) + (outcomes.contains(.done) ? plan.changes : [])
            if state.health.status > .healthy, let live = plan.observation.live {
                state.cause = kinds[plan.id.kind]?.cause(of: plan.resource, live: live)
            }
            states[plan.id] = state
        }
    }

    private func state(of plan: ResourcePlan, _ outcomes: [Outcome]) -> ResourceState {
        let problem = problem(of: plan) ?? outcomes.compactMap(self.problem).max { !$0.isStalled && $1.isStalled }
        let health = health(of: plan, outcomes, problem)
        return ResourceState(
            plan: plan, sync: sync(of: plan, problem), health: health, problem: problem, wasWritten: false)
    }

    private func problem(of plan: ResourcePlan) -> ResourceState.Problem? {
        switch plan.action {
        case .blocked(let reason, let message):
            if reason == .observationFailed, DeniedRead.explains(message) {
                return .init(reason: .accessDenied, message: message, isStalled: true)
            }
            let waits = reason == .observationFailed || reason == .dependencyFailed
            return .init(reason: reason, message: message, isStalled: !waits)
        case .replace:
            let fields = plan.changes.filter { $0.effect == .replaces }.map(\.path.description).joined(separator: ", ")
            return .init(reason: .needsReplacement, message: "\(fields) can only be set at creation", isStalled: true)
        case .none where !plan.changes.isEmpty:
            let fields = plan.changes.map(\.path.description).joined(separator: ", ")
            return .init(reason: .driftReported, message: "changed by somebody else: \(fields)", isStalled: true)
        default: return nil
        }
    }

    private func problem(_ outcome: Outcome) -> ResourceState.Problem? {
        switch outcome {
        case .done: nil
        case .failed(let reason, let message, let isTransient):
            .init(reason: reason, message: message, isStalled: !isTransient)
        case .deferred(let reason): .init(reason: .waiting, message: reason, isStalled: false)
        case .skipped(let reason): .init(reason: .dependencyFailed, message: reason, isStalled: false)
        }
    }

    private func sync(of plan: ResourcePlan, _ problem: ResourceState.Problem?) -> Sync {
        if case .unknown = plan.observation { return .unknown }
        return problem == nil ? .synced : .outOfSync
    }

    private func health(of plan: ResourcePlan, _ outcomes: [Outcome], _ problem: ResourceState.Problem?) -> Health {
        if case .blocked(.suspended, _) = plan.action { return Health(.suspended, .suspended) }
        switch plan.observation {
        case .unknown(let why): return Health(.unknown, .observationFailed, why)
        case .absent:
            let isMade = outcomes.contains(.done)
            return isMade
                ? Health(.progressing, .creating)
                : Health(.missing, problem?.reason ?? .missing, problem?.message ?? "")
        case .live(let live):
            if outcomes.contains(.done) { return Health(.progressing, .updating) }
            return kinds[plan.id.kind]?.health(of: plan.resource, live: live) ?? .healthy
        }
    }
}
