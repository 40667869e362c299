/// What requests come in, and what each costs; set by scenarios and by hand.
public struct LoadModel: Sendable {
    /// One corner of a curve: from `at` on, linear to the next.
    public struct Point: Sendable, Hashable {
        /// From when.
        public var at: Instant
        /// Requests a second.
        public var requestsPerSecond: Int

        /// A corner.
        public init(at: Instant, requestsPerSecond: Int) {
            self.at = at
            self.requestsPerSecond = requestsPerSecond
        }
    }

    /// How a service's load goes over time; the key is the service's or the target group's name.
    private(set) var curves: [String: [Point]] = [:]
    /// Requests a second that stay the same, set by hand.
    private(set) var constants: [String: Int] = [:]
    /// CPU milliseconds of one vCPU that a request costs.
    public var cpuPerRequest = 20
    /// CPU of an idle task in percent of its reservation.
    public var idlePercent = 4
    /// Memory of an idle task in percent of its reservation.
    public var memoryPercent = 45
    /// Memory that a request a second holds, in thousandths of a percent of the task's reservation.
    public var memoryPerRequest = 20
    /// CPU that a task can take in percent of its reservation: containers may use what an instance has left.
    public var burstPercent = 200
    /// How far a task's share may lie from the even one, in per mille; 0 spreads evenly.
    public var unevenPermille = 0

    /// No requests.
    public init() {}

    /// Sets a constant load for a service or target group; it stands in for a curve.
    public mutating func set(_ name: String, requestsPerSecond rate: Int) { constants[name] = rate }

    /// Sets a curve for a service or target group; points in order of time. It ends a constant load.
    public mutating func set(_ name: String, curve: [Point]) {
        curves[name] = curve
        constants[name] = nil
    }

    /// Thousandths of a request a second at `instant`: nothing before a curve begins, its last value after it; nil without load.
    public func requests(_ name: String, at instant: Instant) -> Int? {
        if let constant = constants[name] { return constant * 1000 }
        guard let curve = curves[name] else { return nil }
        guard let next = curve.firstIndex(where: { $0.at > instant }) else {
            return curve.last.map { $0.requestsPerSecond * 1000 }
        }
        guard next > 0 else { return 0 }
        let (from, to) = (curve[next - 1], curve[next])
        let (passed, length) = ((instant - from.at).milliseconds, (to.at - from.at).milliseconds)
        return from.requestsPerSecond * 1000
            + (to.requestsPerSecond - from.requestsPerSecond) * 1000 * Int(passed) / Int(length)
    }

    /// True when no load was ever set.
    var isEmpty: Bool { curves.isEmpty && constants.isEmpty }

    /// CPU that `requests` thousandths of a request a second need, in thousandths of a percent of `cpu` reserved units.
    func cpuDemand(_ requests: Int, reserved cpu: Int) -> Int {
        idlePercent * 1000 + requests * cpuPerRequest * 1024 / (10 * max(1, cpu))
    }

    /// Memory in thousandths of a percent of the reservation.
    func memory(_ requests: Int) -> Int {
        min(100_000, memoryPercent * 1000 + requests * memoryPerRequest / 1000)
    }

    /// How long an answer takes at this CPU demand, in milliseconds: it grows towards the burst limit, as queues do.
    func responseTime(demand: Int) -> Int {
        let limit = burstPercent * 1000
        return cpuPerRequest * limit / max(limit / 100, limit - demand)
    }
}
