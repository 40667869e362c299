public import Model
public import Simulation

/// Plays a plan over several worlds that go on from what AWS showed, and tells what they have in common.
///
/// Worlds differ in chance and in how long things take, of which AWS says little (`PhysicsPrior`). The same plan and
/// observation give the same forecast, byte for byte.
public struct Forecaster: Sendable {
    /// Makes world `number` of `count` with its chance and times.
    typealias Futures = @Sendable (_ seed: UInt64, _ physics: Physics) -> World

    private let plan: Plan
    private let replay: StepReplay
    private let prior: PhysicsPrior
    private let options: ForecastOptions
    private let notes: [String]
    private let futures: Futures

    /// A forecast of `plan`, which was made from `input`, from what `capacity` shows.
    public init(
        _ plan: Plan, _ input: PlanInput, _ capacity: ObservedCapacity, options: ForecastOptions = ForecastOptions()
    ) throws(UnreadableCapacity) {
        let place = AWSPlace(account: input.accountID, region: input.region)
        let prior = PhysicsEvidence(capacity).narrowed(options.physics)
        let observed = try ObservedWorld(capacity, place: place, physics: prior.physics(0, of: 1))
        self.init(plan, outputs: input.outputs, notes: observed.notes, prior: prior, options: options) {
            observed.world(seed: $0, physics: $1)
        }
    }

    /// A forecast of `plan` from worlds that `futures` makes.
    init(
        _ plan: Plan, outputs: [Reference: Value] = [:], notes: [String] = [], prior: PhysicsPrior? = nil,
        options: ForecastOptions = ForecastOptions(), futures: @escaping Futures
    ) {
        self.plan = plan
        self.notes = notes
        self.options = options
        self.futures = futures
        self.prior = prior ?? options.physics
        replay = StepReplay(plan, outputs: outputs)
    }

    /// The forecast; nil when nothing rolls and nothing is to be said about it.
    public func forecast() async -> Forecast? {
        let results = await results()
        return ForecastSummary(results, notes: notes).forecast
    }

    /// Every world's result, in the order of the seeds, whichever comes first.
    private func results() async -> [RunResult] {
        let count = options.seeds(for: plan.rolledTasks)
        return await withTaskGroup(of: (Int, RunResult).self) { group in
            for number in 0..<count { group.addTask { (number, self.result(number, of: count)) } }
            var results = [RunResult?](repeating: nil, count: count)
            for await (number, result) in group { results[number] = result }
            return results.compactMap(\.self)
        }
    }

    private func result(_ number: Int, of count: Int) -> RunResult {
        let world = futures(UInt64(number) + 1, prior.physics(number, of: count))
        var run = ForecastRun(world, replay, options: options)
        return run.run()
    }
}

extension Plan {
    /// Tasks that its changes roll, as far as they are known.
    var rolledTasks: Int {
        resources.filter { $0.isChange && $0.effect == .rollsTasks }.compactMap(\.rolledCount).reduce(0, +)
    }
}
