public import Kinds
import Manifest
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
    /// What is told of the future besides the plan.
    let foresight: Foresight
    let now: (@Sendable () -> Int)?
    /// What an earlier pass remembers of rollouts that are under way.
    var tracks: [ResourceID: RolloutTrack] = [:]
    /// What log lines of the pass name it by; nil without.
    var context: PassContext?

    /// A pass over `target`, writing through `aws` while `gate` is open; `now` is in seconds since 1970, nil leaves rollouts
    /// without deadlines.
    public init(
        _ target: ReconcileTarget, aws: any AWSSender, cache: ObservationCache, gate: WriteGate = .open,
        progress: any Progress = SilentProgress(), kinds: [any Kind.Type] = allKinds,
        foresight: Foresight = Foresight(), now: (@Sendable () -> Int)? = nil
    ) {
        self.target = target
        self.aws = aws
        self.cache = cache
        self.gate = gate
        self.progress = progress
        self.kinds = kinds
        self.foresight = foresight
        self.now = now
    }

    /// One turn over `scope`: observe, plan, apply, settle. Reading and recording stand around it, once for all turns.
    public func run(_ scope: TurnScope, after previous: Turn? = nil) async -> Turn {
        await PassContext.$current.withValue(context) {
            await context.traced("turn") { await turn(scope, after: previous) }
        }
    }

    private func turn(_ scope: TurnScope, after previous: Turn?) async -> Turn {
        var turn = await plan(scope, after: previous)
        let executor = Executor(aws: aws, gate: gate, cache: cache, progress: progress)
        let held = HeldSteps(turn.plan, scope: looked(at: scope, turn), after: previous).outcomes
        let known = turn.observations.outputs.merging(turn.plan.deletionState) { $1 }
        turn.execution = await executor.run(turn.plan.allSteps, knowing: known, holding: held)
        turn.given = (previous?.given ?? [:]).merging(turn.execution.outputs) { $1 }
        turn.states = settled(turn, scope, after: previous)
        return turn
    }

    /// What a turn may write to and tell anew: its scope, and whatever was replaced and is still there.
    private func looked(at scope: TurnScope, _ turn: Turn) -> Set<ResourceID> {
        let replaced = turn.observations.generations.values.flatMap(\.predecessors).map(\.id)
        return target.ids(in: scope).union(replaced)
    }

    private func settled(_ turn: Turn, _ scope: TurnScope, after previous: Turn?) -> [ResourceID: ResourceState] {
        var settlement = Settlement(kinds: byName, turn: turn, scope: looked(at: scope, turn))
        settlement.memory = target.memory
        settlement.attempts = now.map { RolloutAttempts(memory: target.memory, now: $0(), known: tracks) }
        return settlement.states(after: previous)
    }

    /// The same, stopped before the first write: what `neap plan` shows.
    public func plan(_ scope: TurnScope, after previous: Turn? = nil) async -> Turn {
        let wanted = target.resources(in: scope, beside: previous?.observations.replacedThings ?? [])
        let context = context(after: previous)
        var observer = Observer(kinds: kinds, context: context, lookups: target.desired.lookups)
        observer.justMade = Set(
            (previous?.states ?? [:]).filter { $0.value.wasWritten && !$0.value.plan.isDeparture }.keys)
        observer.generations = KnownGenerations(target)
        observer.departedOutputs = target.departedOutputs(byName)
        var observations = await observer.observe(wanted, knowing: previous?.observations ?? Observations())
        observations.outputs.merge(
            await SpotInterruptions.outputs(observations.byResource, among: target.desired.resources, context)
        ) { $1 }
        observations.byResource = await LostInstances.noted(
            observations.byResource, among: target.desired.resources, context)
        if let departed = target.departed?.resources {
            observations.byResource = await AbandonedInstances.noted(
                observations.byResource, going: Set(departed.keys),
                among: target.desired.resources.merging(departed) { wanted, _ in wanted }, context)
        }
        var input = target.planInput(observations)
        input.now = now?()
        input.quarantine = Quarantines(target: target, kinds: byName, desired: input.presentlyDesired)
            .held(observations, after: previous)
        input.capacity = previous?.capacity
        var plan = Planner(kinds: byName).plan(input)
        if previous == nil, let capacity = await foresight.capacity(for: plan, context, at: now?() ?? 0) {
            input.capacity = capacity
            plan = await foresight.added(to: Planner(kinds: byName).plan(input), input, capacity)
        }
        if target.environment.asksCloudTrail { plan = await driftAuthors(context).added(to: plan) }
        var turn = Turn(scope: scope, observations: observations, plan: plan)
        turn.quarantine = Quarantines.kept(input.quarantine, plan)
        turn.capacity = input.capacity
        return turn
    }

    /// The same with how everything stands while no step of it is made: what `neap rollout status` shows.
    public func look(_ scope: TurnScope) async -> Turn {
        var turn = await plan(scope)
        turn.states = settled(turn, scope, after: nil)
        return turn
    }

    private func driftAuthors(_ context: ObservationContext) -> DriftAuthors {
        DriftAuthors(memory: target.memory, trail: ChangeTrail(context), kinds: byName, now: now?())
    }

    private var byName: [String: any Kind.Type] {
        Dictionary(kinds.map { ($0.schema.kind, $0) }) { first, _ in first }
    }

    /// What a turn may know: what the status branch remembers, and what AWS gave out earlier in the pass.
    private func context(after previous: Turn?) -> ObservationContext {
        var recorded = target.memory.recordedOutputs
        for (reference, value) in previous?.given ?? [:] where reference.resource.kind == "AutoScalingGroup" {
            recorded[reference.resource, default: [:]][reference.output] = value
        }
        var context = ObservationContext(
            aws: aws, region: target.region, accountID: target.accountID, recorded: recorded,
            ownership: target.ownershipTags, cache: cache)
        context.now = now?()
        context.retries = target.control.retryCounts
        return context
    }
}
