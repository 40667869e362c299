public import Model
public import Planning

/// What a turn looks at.
public enum TurnScope: Sendable, Equatable {
    case everything
    /// These resources, and what stands on them: an event's hint, a moving rollout, what was just written.
    case only(Set<ResourceID>)
}

/// What a turn found and did.
public struct Turn: Sendable {
    public var scope: TurnScope
    public var observations: Observations
    public var plan: Plan
    public var execution = Execution()
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
        for id in states.keys {
            turn.states[id]?.wasWritten = false
            turn.states[id]?.written = []
        }
        return turn
    }

    /// Resources that were written to in this turn.
    public var written: Set<ResourceID> {
        Set(plan.steps.filter { execution.outcomes[$0.id] == .done }.map(\.resource))
    }
    /// The calls of those writes.
    var made: [AWSCall] { plan.steps.filter { execution.outcomes[$0.id] == .done }.map(\.planned.call) }
    /// Resources that a deferred step waits for: they are looked at again with it.
    var awaited: Set<ResourceID> {
        let deferred = plan.steps.filter { if case .deferred = execution.outcomes[$0.id] { true } else { false } }
        return Set(deferred.flatMap(\.planned.requires).map(\.reference.resource))
    }
    /// Resources of which something is left to write that another turn may manage. What only stands on others comes with them.
    public var retryable: Set<ResourceID> {
        Set(
            states.values.filter { state in
                state.problem.map { !$0.isStalled && $0.reason != .dependencyFailed } ?? false
            }.map(\.id))
    }
    /// True when something waits for a state that AWS is on its way to.
    public var isWaiting: Bool { states.values.contains { $0.problem?.reason == .waiting } }
    /// Resources that are as Git says but still on their way.
    public var moving: Set<ResourceID> {
        Set(states.values.filter { $0.health.status == .progressing }.map(\.id))
    }
    /// True when nothing is left to do or to wait for.
    public var isSettled: Bool { states.values.allSatisfy(\.isSettled) }
}
