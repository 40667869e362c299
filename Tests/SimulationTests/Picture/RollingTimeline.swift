@testable import Simulation

/// A rolling deployment of four tasks at 50/150 with a Spot reclaim in its middle, as a world would put it down.
struct RollingTimeline {
    private(set) var timeline = Timeline()
    /// 2026-11-24T12:04:00Z.
    static let start = Instant(milliseconds: 1_795_521_840_000)
    private let service = ServiceID(slot: 0, generation: 0)
    private let instance = InstanceID(slot: 0, generation: 0)
    private let name: String

    init(service name: String = "api") {
        self.name = name
        timeline.sample(Timeline.BoundsSample(at: Self.start, service: name, floor: 2, ceiling: 6))
        fleet(0, 1, 2, 0)
        tasks(0, 41, pending: 0, running: 4, healthy: 4, draining: 0)
        roll()
        reclaim()
    }

    private mutating func roll() {
        note(10.25, .service(service), name, "deployment ecs-svc/8260153744109482213 began")
        tasks(11, 41, pending: 0, running: 2, healthy: 2, draining: 2)
        tasks(11, 42, pending: 2, running: 0, healthy: 0, draining: 0)
        tasks(16.5, 42, pending: 1, running: 1, healthy: 0, draining: 0)
        tasks(18, 42, pending: 0, running: 2, healthy: 0, draining: 0)
        tasks(36, 42, pending: 0, running: 2, healthy: 1, draining: 0)
        tasks(39, 42, pending: 0, running: 2, healthy: 2, draining: 0)
        tasks(43, 41, pending: 0, running: 2, healthy: 2, draining: 0)
        tasks(44, 41, pending: 0, running: 0, healthy: 0, draining: 2)
        tasks(44, 42, pending: 2, running: 2, healthy: 2, draining: 0)
    }

    private mutating func reclaim() {
        note(50, .world, "injection", "\(Injection.reclaim(SpotPool(zone: "eu-west-1b"), count: 1))")
        note(50.3, .instance(instance), "i-0a1b2c3d4e5f60718", "Spot interruption notice")
        fleet(50.3, 1, 2, 1)
        tasks(50.3, 42, pending: 2, running: 1, healthy: 1, draining: 1)
        tasks(58, 42, pending: 1, running: 2, healthy: 1, draining: 1)
        tasks(76, 41, pending: 0, running: 0, healthy: 0, draining: 0)
        tasks(78, 42, pending: 1, running: 2, healthy: 2, draining: 1)
        note(81, .alarm("demo-api-surge"), "demo-api-surge", "ALARM")
        fleet(95, 1, 3, 0)
        tasks(96, 42, pending: 1, running: 3, healthy: 2, draining: 0)
        tasks(118, 42, pending: 0, running: 4, healthy: 3, draining: 0)
        tasks(141, 42, pending: 0, running: 4, healthy: 4, draining: 0)
        note(141, .alarm("demo-api-surge"), "demo-api-surge", "OK")
        note(142, .service(service), name, "deployment ecs-svc/8260153744109482213 completed")
        note(170.3, .instance(instance), "i-0a1b2c3d4e5f60718", "reclaimed by Spot")
        fleet(170.3, 1, 2, 0)
    }

    private func at(_ seconds: Double) -> Instant { Self.start + Span(milliseconds: Int64(seconds * 1000)) }

    mutating func note(_ seconds: Double, _ subject: Timeline.Subject, _ name: String, _ note: String) {
        timeline.note(at(seconds), subject, name, note)
    }

    private mutating func fleet(_ seconds: Double, _ onDemand: Int, _ spot: Int, _ pending: Int) {
        timeline.sample(
            Timeline.FleetSample(at: at(seconds), group: "spot", onDemand: onDemand, spot: spot, pending: pending))
    }

    private mutating func tasks(
        _ seconds: Double, _ revision: Int, pending: Int, running: Int, healthy: Int, draining: Int
    ) {
        timeline.sample(
            Timeline.ServiceSample(
                at: at(seconds), service: name, revision: revision, pending: pending, running: running,
                healthy: healthy, draining: draining))
    }
}
