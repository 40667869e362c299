public import Simulation

/// What is known of how long things take before anything was measured: AWS promises nothing, so each time has wide bounds.
///
/// Each world of a forecast draws one place between the bounds for each of them and keeps to it: pulls of one image are
/// alike, whatever they are. Over the worlds the places are spread evenly (a Latin hypercube), so that few worlds reach
/// from the quickest to the slowest.
public struct PhysicsPrior: Sendable, Hashable {
    /// Between which two times the middle of a spread may lie.
    public struct Bounds: Sendable, Hashable {
        /// The quickest.
        public var least: Span
        /// The slowest; never below `least`.
        public var most: Span

        /// Between two times, in milliseconds.
        public init(_ least: Int64, _ most: Int64) {
            self.least = Span(milliseconds: max(1, least))
            self.most = Span(milliseconds: max(1, least, most))
        }
    }

    /// From the request until EC2 says `running`.
    public var instanceLaunch = Bounds(12_000, 50_000)
    /// From `running` until the agent has registered.
    public var agentRegistration = Bounds(25_000, 100_000)
    /// From a termination until `terminated`.
    public var instanceShutdown = Bounds(8_000, 60_000)
    /// Pulling an image that the instance does not have.
    public var imagePull = Bounds(1_500, 40_000)
    /// Starting containers.
    public var containerStart = Bounds(400, 6_000)
    /// From RUNNING until the application answers.
    public var applicationReady = Bounds(1_000, 30_000)
    /// From SIGTERM until the containers are gone, where `stopTimeout` does not come first.
    public var containerStop = Bounds(400, 30_000)
    /// From CreateLoadBalancer until `active`.
    public var loadBalancerProvisioning = Bounds(40_000, 150_000)
    /// From PutClusterCapacityProviders until UPDATE_COMPLETE.
    public var clusterAttachment = Bounds(4_000, 20_000)
    /// From a registration until the first probe.
    public var targetRegistration = Bounds(700, 8_000)
    /// Between two looks of the service scheduler.
    public var schedulerQuantum = Bounds(1_000, 2_500)

    /// Times as they are known of AWS.
    public init() {}

    /// The times of world `number` of `count`.
    public func physics(_ number: Int, of count: Int) -> Physics {
        var lots = Lots(number, of: count)
        var physics = Physics()
        physics.instanceLaunch = lots.spread(instanceLaunch)
        physics.agentRegistration = lots.spread(agentRegistration)
        physics.instanceShutdown = lots.spread(instanceShutdown)
        physics.imagePull = lots.spread(imagePull)
        physics.containerStart = lots.spread(containerStart)
        physics.applicationReady = lots.spread(applicationReady)
        physics.containerStop = lots.spread(containerStop)
        physics.loadBalancerProvisioning = lots.spread(loadBalancerProvisioning)
        physics.clusterAttachment = lots.spread(clusterAttachment)
        physics.targetRegistration = lots.spread(targetRegistration)
        physics.schedulerQuantum = lots.spread(schedulerQuantum)
        return physics
    }
}

/// The lots that one world of several draws: for each time another shuffle of the worlds over the range.
private struct Lots {
    private static let dice = Dice(seed: 0x6E65_6170)
    private let number: Int
    private let count: Int
    private var turn: UInt64 = 0

    init(_ number: Int, of count: Int) {
        self.number = number
        self.count = max(1, count)
    }

    /// A spread around a place between the bounds, a quarter of it to each side.
    mutating func spread(_ bounds: PhysicsPrior.Bounds) -> Spread {
        let (least, most) = (bounds.least.milliseconds, bounds.most.milliseconds)
        let middle = Self.between(least, most, thousandth: place)
        turn += 1
        return Spread(Span(milliseconds: middle * 4 / 5), Span(milliseconds: middle * 5 / 4))
    }

    /// This world's place in thousandths: the middle of its share of the range in this turn's shuffle.
    private var place: Int64 {
        let own = Self.dice.bits(.settle, UInt64(number), turn: turn)
        let rank = (0..<count).count { Self.dice.bits(.settle, UInt64($0), turn: turn) < own }
        return Int64(rank * 1000 + 500) / Int64(count)
    }

    /// Between two times in equal ratios, in whole numbers: 500 thousandths of 1 s to 100 s is 10 s.
    private static func between(_ least: Int64, _ most: Int64, thousandth: Int64) -> Int64 {
        var (low, high) = (Double(least), Double(most))
        var (from, to) = (Int64(0), Int64(1000))
        // Halving in ratios ten times: square roots are exactly rounded, so every machine gets the same.
        for _ in 0..<10 {
            let middle = (low * high).squareRoot()
            let half = (from + to) / 2
            if thousandth < half { (high, to) = (middle, half) } else { (low, from) = (middle, half) }
        }
        return Int64((low * high).squareRoot().rounded())
    }
}
