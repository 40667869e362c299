import Manifest
public import Kinds
public import Model
import Planning

/// One turn of the loop: everything that is wanted, against everything that is. Read `run` first.
public struct ReconcilePass: Sendable {
    let target: ReconcileTarget
    let aws: any AWSSender
    let cache: ObservationCache
    let gate: WriteGate
    let progress: any Progress
    let kinds: [any Kind.Type]

    /// A pass over `target`, writing through `aws` while `gate` is open.
    public init(
        _ target: ReconcileTarget, aws: any AWSSender, cache: ObservationCache, gate: WriteGate = .open,
        progress: any Progress = SilentProgress(), kinds: [any Kind.Type] = allKinds
    ) {
        self.target = target
        self.aws = aws
        self.cache = cache
        self.gate = gate
        self.progress = progress
        self.kinds = kinds
    }

    /// One turn over `scope`: observe, plan, apply, settle. Reading and recording stand around it, once for all turns.
    public func run(_ scope: TurnScope, after previous: Turn? = nil) async -> Turn {
        var turn = await plan(scope, after: previous)
        let executor = Executor(aws: aws, gate: gate, cache: cache, progress: progress)
        let held = HeldSteps(turn.plan, scope: target.ids(in: scope), after: previous).outcomes
        turn.execution = await executor.run(turn.plan.steps, knowing: turn.observations.outputs, holding: held)
        turn.states = Settlement(kinds: byName, turn: turn, scope: target.ids(in: scope)).states(after: previous)
        return turn
    }

    /// The same, stopped before the first write: what `neap plan` shows.
    public func plan(_ scope: TurnScope, after previous: Turn? = nil) async -> Turn {
        let wanted = target.resources(in: scope)
        var observer = Observer(kinds: kinds, context: context, lookups: target.desired.lookups)
        observer.justMade = Set((previous?.states ?? [:]).filter { $0.value.wasWritten }.keys)
        let observations = await observer.observe(wanted, knowing: previous?.observations ?? Observations())
        let plan = Planner(kinds: byName).plan(target.planInput(observations))
        return Turn(scope: scope, observations: observations, plan: plan)
    }

    private var byName: [String: any Kind.Type] {
        Dictionary(kinds.map { ($0.schema.kind, $0) }) { first, _ in first }
    }

    private var context: ObservationContext {
        ObservationContext(
            aws: aws, region: target.region, accountID: target.accountID,
            recorded: target.memory.records.mapValues(\.outputs), ownership: target.ownershipTags, cache: cache)
    }
}
