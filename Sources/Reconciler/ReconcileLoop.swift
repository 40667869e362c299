import Model
public import Planning

/// Turns until nothing is left to do: nothing waits inside a turn, the loop takes another one.
public struct ReconcileLoop: Sendable {
    /// How long the loop waits for what.
    public struct Patience: Sendable {
        /// For a state that AWS is on its way to (a provider's association), in all.
        public var waiting = Duration.seconds(60)
        /// For errors that may pass, in all.
        public var errors = Duration.seconds(6)
        /// Between two looks at a rollout.
        public var poll = Duration.seconds(5)

        /// The defaults of the command line.
        public init() {}
    }

    let pass: ReconcilePass
    let patience: Patience
    let clock: any Clock<Duration>
    /// Asked while the loop waits, with its last turn: what else the next one looks at. A wait ends once that is something.
    var joining: @Sendable (Turn) async -> Set<ResourceID> = { _ in [] }

    /// A loop of `pass`; waiting is done on `clock`.
    public init(_ pass: ReconcilePass, patience: Patience = Patience(), clock: any Clock<Duration> = ContinuousClock())
    {
        self.pass = pass
        self.patience = patience
        self.clock = clock
    }

    /// Turns until nothing is left to write now; rollouts go on by themselves.
    ///
    /// `planned` is the first turn's plan: what the whole pass set out to do.
    public func runUntilWritten(
        _ scope: TurnScope = .everything, after previous: Turn? = nil
    ) async throws -> (turn: Turn, planned: Plan) {
        var waited = Duration.zero
        return try await runUntilWritten(scope, after: previous, waited: &waited, atMost: patience.waiting)
    }

    private func runUntilWritten(
        _ scope: TurnScope, after previous: Turn?, waited: inout Duration, atMost limit: Duration
    ) async throws -> (turn: Turn, planned: Plan) {
        var turn = await pass.run(scope, after: previous)
        let planned = turn.plan
        let began = waited
        var made: Set<AWSCall> = []
        var pause = Duration.seconds(1)
        var joined: Set<ResourceID> = []
        while !turn.written.isEmpty || !turn.retryable.isEmpty {
            // A write that AWS took and does not show is made again only as patiently as one that failed.
            if made.isSuperset(of: turn.made) {
                guard waited - began < min(limit, turn.isWaiting ? patience.waiting : patience.errors) else { break }
                (waited, joined) = try await sleep(pause, after: turn, waited)
                pause = min(pause * 2, .seconds(8))
            }
            made.formUnion(turn.made)
            if await pass.gate.closedBecause() != nil { break }
            turn = await pass.run(rest(of: turn, with: joined), after: turn)
            joined = []
        }
        return (turn, planned)
    }

    /// What is left of a turn, with what stands on it, and `joined` alone.
    private func rest(of turn: Turn, with joined: Set<ResourceID>) -> TurnScope {
        let open = TurnScope.only(turn.written.union(turn.retryable).union(turn.awaited))
        return joined.isEmpty ? open : .exactly(pass.target.ids(in: open).union(joined))
    }

    /// Sleeps until something joins, at most `duration`; all that was waited then, and what joined.
    private func sleep(
        _ duration: Duration, after turn: Turn, _ waited: Duration
    ) async throws -> (waited: Duration, joined: Set<ResourceID>) {
        var joined: Set<ResourceID> = []
        let slept = try await sleep(duration) {
            joined = await joining(turn)
            return !joined.isEmpty
        }
        return (waited + slept, joined)
    }

    /// How long it slept: less than `duration` when the gate closed meanwhile, so that a newer commit or a shutdown is not
    /// waited for, or when `isCalled` says so.
    private func sleep(_ duration: Duration, until isCalled: () async -> Bool = { false }) async throws -> Duration {
        var slept = Duration.zero
        while slept < duration {
            if slept > .zero, await pass.gate.closedBecause() != nil { break }
            let slice = min(duration - slept, .seconds(1))
            try await clock.sleep(for: slice)
            slept += slice
            if await isCalled() { break }
        }
        return slept
    }

    /// Turns until everything is in sync and healthy, something failed for good, all that moves has passed its own
    /// deadline, or `deadline` has passed.
    public func runUntilSettled(
        deadline: Duration, onChange: (Turn) async -> Void = { _ in }
    ) async throws -> (turn: Turn, timedOut: Bool) {
        var waited = Duration.zero
        var turn = try await runUntilWritten(.everything, after: nil, waited: &waited, atMost: patience.waiting).turn
        await onChange(turn)
        while !turn.moving.isEmpty || !turn.retryable.isEmpty {
            if waited >= deadline { return (turn, true) }
            if turn.isOverdue, turn.retryable.isEmpty { return (turn, true) }
            if await pass.gate.closedBecause() != nil { return (turn, false) }
            waited += try await sleep(patience.poll)
            let open = turn.moving.union(turn.retryable)
            // The poll itself is the wait between two tries.
            turn = try await runUntilWritten(.only(open), after: turn, waited: &waited, atMost: .zero).turn
            await onChange(turn)
        }
        return (turn, false)
    }
}
