import Kinds
import Model
import Planning

/// Step 8: plan, outcomes and observations to states.
struct Settlement {
    let kinds: [String: any Kind.Type]
    let turn: Turn
    /// What the turn looked at; everything else keeps the state that it had.
    let scope: Set<ResourceID>
    /// What was last written down.
    var memory = StatusMemory()
    /// When rollouts began; nil leaves them without deadlines.
    var attempts: RolloutAttempts?

    /// Every planned resource's state; the turn before remembers what was written earlier in the pass.
    func states(after turnBefore: Turn?) -> [ResourceID: ResourceState] {
        let previous = turnBefore?.states ?? [:]
        let steps = Dictionary(grouping: turn.plan.allSteps, by: \.resource)
        let all = ResourceIndex(Dictionary(turn.plan.resources.map { ($0.id, $0.resource) }) { first, _ in first })
        let settled: [ResourceID: ResourceState] = (turn.plan.resources + turn.plan.departures).reduce(into: [:]) {
            states, plan in
            if let kept = previous[plan.id], !scope.contains(plan.id) { return states[plan.id] = kept }
            let made = (steps[plan.id] ?? []).compactMap { step in
                turn.execution.outcomes[step.id].map { Made(step: step, outcome: $0) }
            }
            let outcomes = made.map(\.outcome)
            var state = state(of: plan, made)
            let before = previous[plan.id]
            state.wasWritten = outcomes.contains(.done) || before?.wasWritten == true
            state.written = (before?.written ?? []) + (outcomes.contains(.done) ? plan.changes : [])
            if state.health.status > .healthy, let live = plan.observation.live {
                let found = kinds[plan.id.kind]?.cause(of: plan.resource, live: live, among: all)
                state.cause = known(state, before) ?? found
            }
            states[plan.id] = timed(state, before?.track)
        }
        return HeldRollouts(turn, scope: scope).marked(settled)
    }

    /// The cause of a rollout that is over stays as it was found: ECS forgets its stopped tasks after an hour.
    private func known(_ state: ResourceState, _ before: ResourceState?) -> Cause? {
        guard [.rolledBack, .rolloutFailed].contains(state.health.reason) else { return nil }
        let earlier = before.flatMap { $0.health == state.health ? $0.cause : nil }
        return earlier ?? memory.cause(of: state.id, standing: state.health)
    }

    private func timed(_ state: ResourceState, _ before: RolloutTrack?) -> ResourceState {
        guard let attempts, state.id.kind == "Service" else { return state }
        var state = state
        state.track = attempts.track(of: state, forecast: turn.plan.forecast?[service: state.id], before: before)
        return attempts.bounded(state)
    }

    /// A step with what became of it.
    private struct Made {
        let step: Step
        let outcome: Outcome
    }

    private func state(of plan: ResourcePlan, _ made: [Made]) -> ResourceState {
        let problem = problem(of: plan) ?? made.compactMap(self.problem).max { !$0.isStalled && $1.isStalled }
        let health = health(of: plan, made.map(\.outcome), problem)
        return ResourceState(
            plan: plan, sync: sync(of: plan, problem), health: health, problem: problem, wasWritten: false)
    }

    private func problem(of plan: ResourcePlan) -> ResourceState.Problem? {
        switch plan.action {
        // It stays because somebody wants it to.
        case .blocked(.retained, _): return nil
        case .blocked(.notOwned, _) where plan.isDeparture: return nil
        case .blocked(let reason, let message):
            if reason == .observationFailed, DeniedRead.explains(message) {
                return .init(reason: .accessDenied, message: message, isStalled: true)
            }
            let waits = [.observationFailed, .dependencyFailed, .paused].contains(reason)
            return .init(reason: reason, message: message, isStalled: !waits)
        case .replace:
            let fields = plan.changes.filter { $0.effect == .replaces }.map(\.path.description).joined(separator: ", ")
            return .init(
                reason: .needsReplacement, message: "\(fields) can only be set at creation. \(plan.whyNotReplaced)",
                isStalled: true)
        case .none where !plan.changes.isEmpty:
            let fields = plan.changes.map(\.path.description).joined(separator: ", ")
            return .init(
                reason: .driftReported, message: "changed by \(plan.changedBy?.identity ?? "somebody else"): \(fields)",
                isStalled: true)
        default:
            // The rest of the resource is written; what is on hold is not.
            return plan.holds.first.map { hold in
                .init(reason: hold.reason, message: hold.message, isStalled: hold.reason == .quarantined)
            }
        }
    }

    /// What rolls instances and waits is paused: tasks or Spot go first.
    private func problem(_ made: Made) -> ResourceState.Problem? {
        let isLater = turn.plan.later.contains { $0.id == made.step.id }
        if case .deferred(let reason) = made.outcome, isLater || made.step.planned.effect == .rollsInstances {
            return .init(reason: .paused, message: reason, isStalled: false)
        }
        return problem(made.outcome)
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
        if plan.action == .delete { return .outOfSync }
        if case .unknown = plan.observation { return .unknown }
        return problem == nil ? .synced : .outOfSync
    }

    private func health(of plan: ResourcePlan, _ outcomes: [Outcome], _ problem: ResourceState.Problem?) -> Health {
        if case .blocked(.suspended, _) = plan.action { return Health(.suspended, .suspended) }
        if case .blocked(.rolledBack, let why) = plan.action { return Health(.degraded, .rolledBack, why) }
        switch plan.observation {
        case .unknown(let why) where plan.action == .delete: return Health(.progressing, .deleting, why)
        case .unknown(let why): return Health(.unknown, .observationFailed, why)
        case .absent where plan.isDeparture: return .healthy
        case .live where plan.isDeparture:
            // What AWS refused for good is not on its way.
            let isMoving = plan.action == .delete && problem?.isStalled != true
            return isMoving ? Health(.progressing, .deleting, problem?.message ?? "") : .healthy
        case .absent:
            let isMade = outcomes.contains(.done)
            return isMade
                ? Health(.progressing, .creating)
                : Health(.missing, problem?.reason ?? .missing, problem?.message ?? "")
        case .live(let live):
            if outcomes.contains(.done) { return Health(.progressing, .updating) }
            guard let kind = kinds[plan.id.kind] else { return .healthy }
            let health = kind.health(of: plan.resource, live: live)
            guard case .blocked = plan.action, health.status == .progressing else { return health }
            // What may not be written is not on its way: the resource does as well as what is there.
            var there = plan.resource
            there.spec = live.spec
            return kind.health(of: there, live: live)
        }
    }
}
