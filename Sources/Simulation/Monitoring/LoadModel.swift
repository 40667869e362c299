/// What requests come in, in thousandths of a request a second, and what each costs; set by scenarios.
public struct LoadModel: Sendable {
    /// One line of load: from `at` on, linear to the next.
    public struct Point: Sendable, Hashable {
        /// From when.
        public var at: Instant
        /// Requests a second.
        public var requestsPerSecond: Int
    }

    /// How a service's load goes over time; the key is the service's name.
    private(set) var curves: [String: [Point]] = [:]
    /// Requests a second that stay the same, set by hand.
    private(set) var constants: [String: Int] = [:]
    /// CPU milliseconds of one vCPU that a request costs.
    public var cpuPerRequest = 20
    /// CPU of an idle task in percent of its reservation.
    public var idlePercent = 4
    /// Memory of a task in percent of its reservation.
    public var memoryPercent = 45

    /// No requests.
    public init() {}

    /// Sets a constant load for a service.
    public mutating func set(_ service: String, requestsPerSecond rate: Int) { constants[service] = rate }
    /// Sets a curve for a service; points in order of time.
    public mutating func set(_ service: String, curve: [Point]) { curves[service] = curve }
}
