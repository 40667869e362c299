public import Simulation

/// How a forecast is made.
public struct ForecastOptions: Sendable {
    /// How many worlds are run; fewer, but not below 12, where more than 400 tasks roll.
    public var seeds = 32
    /// How far a world is run when it does not come to an end.
    public var horizon = Span.hours(2)
    /// How long things take, before what was observed narrows it.
    public var physics = PhysicsPrior()

    /// 32 worlds, two hours at most, times as they are known of AWS.
    public init() {}

    /// How many worlds are run where so many tasks roll: a forecast is read while somebody waits.
    func seeds(for tasks: Int) -> Int {
        let (many, least) = (400, 12)
        return max(1, tasks <= many ? seeds : max(min(seeds, least), seeds * many / tasks))
    }
}
