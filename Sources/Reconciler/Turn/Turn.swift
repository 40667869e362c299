public import Model
public import Planning

/// What a turn looks at.
public enum TurnScope: Sendable, Equatable {
    case everything
    /// These resources, and what stands on them: an event's hint, a moving rollout, what was just written.
    case only(Set<ResourceID>)
    /// These alone.
    case exactly(Set<ResourceID>)
    /// These, and what they stand on: what a person asks about.
    case about(Set<ResourceID>)
}

/// What a turn found and did.
public struct Turn: Sendable {
    public var scope: TurnScope
    public var observations: Observations
    public var plan: Plan
    /// Revisions that were rolled back and are held, by service.
    public var quarantine: [ResourceID: Quarantine] = [:]
    /// What the pass's first turn saw of tasks and instances; later turns go by it.
    var capacity: ObservedCapacity?
    public var execution = Execution()
    /// What AWS gave out in this pass so far.
    var given: [Reference: Value] = [:]
    /// Every resource's state; empty when the turn was stopped at its plan.
    public var states: [ResourceID: ResourceState] = [:]

    init(scope: TurnScope, observations: Observations, plan: Plan) {
        self.scope = scope
        self.observations = observations
        self.plan = plan
    }

    /// The turn as a later pass sees it: nothing of it was written just now.
    var asBefore: Turn {
        var turn = self
        turn.capacity = nil
        for id in states.keys {
            turn.states[id]?.wasWritten = false
            turn.states[id]?.written = []
        }
        return turn
    }

    /// Resources that were written to in this turn.
    public var written: Set<ResourceID> {
        Set(plan.allSteps.filter { execution.outcomes[$0.id] == .done }.map(\.resource))
    }
    /// The calls of those writes.
    var made: [AWSCall] { plan.allSteps.filter { execution.outcomes[$0.id] == .done }.map(\.planned.call) }
    /// Resources that a deferred step waits for: they are looked at again with it.
    var awaited: Set<ResourceID> {
        let deferred = plan.allSteps.filter { if case .deferred = execution.outcomes[$0.id] { true } else { false } }
        return Set(deferred.flatMap(\.planned.requires).map(\.reference.resource))
    }
    /// Resources of which something is left to write that another turn may manage. What only stands on others comes with them.
    public var retryable: Set<ResourceID> {
        Set(
            states.values.filter { state in
                state.problem.map { !$0.isStalled && $0.reason != .dependencyFailed && !$0.isOthersTurn } ?? false
            }.map(\.id))
    }
    /// True when something waits for a state that AWS is on its way to.
    public var isWaiting: Bool { states.values.contains { $0.problem?.reason == .waiting } }
    /// Resources that are on their way, or that something else goes before.
    public var moving: Set<ResourceID> {
        Set(
            states.values.filter { $0.health.status == .progressing || $0.problem?.isOthersTurn == true }.map(\.id))
    }
    /// When the first window opens that something waits for, in seconds since 1970; nil when nothing does.
    var opensAt: Int? {
        states.values.filter { $0.problem?.reason == .outsideWindow || $0.plan.awaitsWindow }
            .compactMap(\.plan.opensAt).min()
    }
    /// True when all that moves has passed its deadline: waiting on is somebody else's choice.
    public var isOverdue: Bool {
        let open = moving
        return !open.isEmpty && open.allSatisfy { states[$0]?.health.reason == .deadlineExceeded }
    }
    /// True when nothing is left to do or to wait for.
    public var isSettled: Bool { states.values.allSatisfy(\.isSettled) }
}
