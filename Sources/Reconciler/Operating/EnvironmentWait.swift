import Kinds
public import Model

/// Observes until everything, or what was named, is as it should be; never writes.
public struct EnvironmentWait: Sendable {
    /// What is waited for.
    public enum Goal: String, Sendable, CaseIterable {
        /// It does well, whether or not it is what Git says.
        case healthy
        /// It is what Git says.
        case synced
        /// Both.
        case settled
    }

    /// How waiting ended.
    public struct Outcome: Sendable {
        public var turn: Turn
        /// What is not there yet, worst news first.
        public var missing: [ResourceState]
        /// True when time ran out.
        public var timedOut: Bool
    }

    let pass: ReconcilePass
    let names: Set<ResourceID>
    let goal: Goal
    let poll: Duration
    let clock: any Clock<Duration>

    /// Waits for `names` of what was prepared, for everything when it is empty; looks every `poll`.
    public init(
        for names: Set<ResourceID>, of prepared: EnvironmentReconciler.Prepared, by reconciler: EnvironmentReconciler,
        goal: Goal, poll: Duration, clock: any Clock<Duration> = ContinuousClock()
    ) {
        pass = reconciler.lookingPass(prepared)
        self.names = names
        self.goal = goal
        self.poll = poll
        self.clock = clock
    }

    /// Looks until the goal is reached, something failed in a way that waiting does not mend, or `deadline` has passed.
    public func run(
        until deadline: Duration, while isWanted: @Sendable () -> Bool = { true },
        onChange: (Turn) async -> Void = { _ in }
    ) async throws -> Outcome {
        var turn = await pass.run(names.isEmpty ? .everything : .about(names))
        var waited = Duration.zero
        while true {
            await onChange(turn)
            let missing = missing(in: turn)
            let isOver = missing.isEmpty || missing.allSatisfy { $0.health.status == .degraded }
            if isOver || !isWanted() { return Outcome(turn: turn, missing: missing, timedOut: !isOver) }
            if waited >= deadline { return Outcome(turn: turn, missing: missing, timedOut: true) }
            try await clock.sleep(for: poll)
            waited += poll
            let open = Set(missing.map(\.id))
            // Whether it is what Git says depends on what it stands on, which somebody else makes meanwhile.
            turn = await pass.run(goal == .healthy ? .only(open) : .about(open), after: turn)
        }
    }

    private func missing(in turn: Turn) -> [ResourceState] {
        turn.states.values.filter { names.isEmpty || names.contains($0.id) }.filter { !isReached($0) }
            .sorted { ($1.health.status, $0.id) < ($0.health.status, $1.id) }
    }

    private func isReached(_ state: ResourceState) -> Bool {
        switch goal {
        case .healthy: state.health.status == .healthy
        case .synced: state.sync == .synced
        case .settled: state.isSettled
        }
    }
}
