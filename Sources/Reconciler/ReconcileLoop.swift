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
        while !turn.written.isEmpty || !turn.retryable.isEmpty {
            // A write that AWS took and does not show is made again only as patiently as one that failed.
            if made.isSuperset(of: turn.made) {
                guard waited - began < min(limit, turn.isWaiting ? patience.waiting : patience.errors) else { break }
                waited += try await sleep(pause)
                pause = min(pause * 2, .seconds(8))
            }
            made.formUnion(turn.made)
            if await pass.gate.closedBecause() != nil { break }
            turn = await pass.run(.only(turn.written.union(turn.retryable).union(turn.awaited)), after: turn)
        }
        return (turn, planned)
    }

    /// How long it slept: less than `duration` when the gate closed meanwhile, so that a newer commit or a shutdown is not
    /// waited for.
    private func sleep(_ duration: Duration) async throws -> Duration {
        var slept = Duration.zero
        while slept < duration {
            if slept > .zero, await pass.gate.closedBecause() != nil { break }
            let slice = min(duration - slept, .seconds(1))
            try await clock.sleep(for: slice)
            slept += slice
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
