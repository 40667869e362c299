public import Model
public import Simulation

/// Takes Spot instances away in worlds that go on from what AWS showed, after the plan has settled, and watches what is left.
///
/// EC2 gives its two minutes' notice to all of them at once, and has nothing more to give from a pool or zone that it took.
/// The same plan and observation give the same outlook, byte for byte.
public struct SpotCheck: Sendable {
    /// Pools beyond so many are not tried; those with most tasks are.
    private static let mostPools = 12

    private let plan: Plan
    private let replay: StepReplay
    private let options: SpotCheckOptions
    private let futures: Forecaster.Futures

    /// A check of `plan`, which was made from `input`, from what `capacity` shows.
    public init(
        _ plan: Plan, _ input: PlanInput, _ capacity: ObservedCapacity, options: SpotCheckOptions = SpotCheckOptions()
    ) throws(UnreadableCapacity) {
        let place = AWSPlace(account: input.accountID, region: input.region)
        var options = options
        options.physics = PhysicsEvidence(capacity).narrowed(options.physics)
        let physics = options.physics.physics(0, of: 1)
        let observed = try ObservedWorld(capacity, place: place, physics: physics)
        self.init(plan, outputs: input.outputs, options: options) { observed.world(seed: $0, physics: $1) }
    }

    /// A check of `plan` in worlds that `futures` makes.
    init(
        _ plan: Plan, outputs: [Reference: Value] = [:], options: SpotCheckOptions = SpotCheckOptions(),
        futures: @escaping Forecaster.Futures
    ) {
        self.plan = plan
        self.options = options
        self.futures = futures
        replay = StepReplay(plan, outputs: outputs)
    }

    /// What is left when `target` is taken; without Spot instances in it, nothing is lost.
    public func outlook(taking target: SpotTarget) async -> SpotOutlook {
        await outlook(taking: target, settled())
    }

    /// What `question` asks for; nil when it asks for the weakest pool and there is no Spot instance.
    public func outlook(_ question: SpotQuestion) async -> SpotOutlook? {
        if let target = question.target { return await outlook(taking: target) }
        return await weakest()
    }

    /// The pool whose loss hurts most; nil when there is no Spot instance.
    ///
    /// Worst is what falls furthest below its floor, then what is nearest to it, then what loses most tasks.
    public func weakest() async -> SpotOutlook? {
        let worlds = await settled()
        guard let first = worlds.first else { return nil }
        let pools = SpotPools(first).byTasks.prefix(Self.mostPools)
        var worst: SpotOutlook?
        for (place, target) in pools.enumerated() {
            var outlook = await outlook(taking: target, worlds)
            outlook.choice = place == 0 ? .largest : .weakest
            if let other = worst, !outlook.isWorse(than: other) { continue }
            worst = outlook
        }
        return worst
    }

    /// The worlds of all seeds, once the plan is done and nothing rolls any more.
    private func settled() async -> [World] {
        await concurrently { number in
            let world = futures(UInt64(number) + 1, options.physics.physics(number, of: options.seeds))
            return SettledWorld(world, replay, horizon: options.horizon).world
        }
    }

    private func outlook(taking target: SpotTarget, _ worlds: [World]) async -> SpotOutlook {
        let losses = await concurrently { number in
            SpotLoss(worlds[number], taking: target, horizon: options.horizon)
        }
        return SpotSummary(losses, names: names).outlook(target)
    }

    /// Resources by the services' names in AWS.
    private var names: [String: ResourceID] {
        let services = plan.resources.filter { $0.id.kind == "Service" }
        return Dictionary(services.map { ($0.resource.awsName, $0.id) }) { first, _ in first }
    }

    /// One result a seed, in the order of the seeds, whichever comes first.
    private func concurrently<T: Sendable>(_ work: @escaping @Sendable (Int) -> T) async -> [T] {
        await withTaskGroup(of: (Int, T).self) { group in
            for number in 0..<max(1, options.seeds) { group.addTask { (number, work(number)) } }
            var results: [Int: T] = [:]
            for await (number, result) in group { results[number] = result }
            return results.sorted { $0.key < $1.key }.map(\.value)
        }
    }
}

/// What is asked about Spot instances before anything is done.
public struct SpotQuestion: Sendable, Hashable {
    /// What is taken; nil for the pool whose loss hurts most.
    public var target: SpotTarget?
    /// True when it is asked also of a plan that moves no task.
    public var isUrgent: Bool

    /// What is left without `target`.
    public init(_ target: SpotTarget? = nil, isUrgent: Bool = false) {
        self.target = target
        self.isUrgent = isUrgent || target != nil
    }
}

/// How a Spot check is made.
public struct SpotCheckOptions: Sendable {
    /// How many worlds are tried.
    public var seeds = 8
    /// How long the plan may take to settle, and a service to come back.
    public var horizon = Span.minutes(30)
    /// How long things take.
    public var physics = PhysicsPrior()

    /// Eight worlds, half an hour at most.
    public init() {}
}
