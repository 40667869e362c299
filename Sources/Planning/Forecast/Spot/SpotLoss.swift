import Simulation

/// What one world loses with a pool.
struct SpotLoss: Sendable {
    /// A service that had tasks on what was taken.
    struct Row: Sendable {
        let service: String
        /// Tasks on what was taken.
        let tasks: Int
        let desired: Int
        let floor: Int
        /// The fewest healthy ones.
        var lowest: Int
        /// Healthy ones before the notice.
        let before: Int
        /// Milliseconds from the notice until as many are healthy as before, after the instances were taken; nil for never.
        var back: Int64?
    }

    /// How many instances were taken.
    let instances: Int
    private(set) var rows: [Row] = []

    /// Spot's two minutes: what is healthy before they are over may still go.
    private static let notice = Span.seconds(120)

    /// Takes `target` in a copy of `world`, and watches `horizon` at most.
    init(_ world: World, taking target: SpotTarget, horizon: Span) {
        var world = world
        let taken = world.spotInstances(in: target.pool)
        instances = taken.count
        let services = world.services(on: taken)
        rows = services.map { Self.row($0.service, tasks: $0.tasks, world) }
        guard !services.isEmpty else { return }
        if target.isDry { world.inject(.drought(target.pool)) }
        world.inject(.reclaim(target.pool, count: nil))
        watch(&world, services.map(\.service), until: world.now + horizon)
    }

    private static func row(_ id: ServiceID, tasks: Int, _ world: World) -> Row {
        let settings = world.ecs.services[id]?.settings ?? ServiceSettings(taskDefinition: "")
        let healthy = world.healthy(id)
        return Row(
            service: world.ecs.services[id]?.name ?? "", tasks: tasks, desired: settings.desiredCount,
            floor: settings.deployment.bounds(settings.desiredCount).lower, lowest: healthy, before: healthy)
    }

    private mutating func watch(_ world: inout World, _ services: [ServiceID], until end: Instant) {
        let began = world.now
        let samples = world.timeline.services.count
        var tracks = services.map { TaskTrack(began...end, revision: 0, from: world.standing(of: $0)) }
        while rows.contains(where: { $0.back == nil }), let next = world.nextEvent, next <= end {
            world.advance(to: max(next, world.now + .seconds(1)))
            let passed = world.now - began
            guard passed > Self.notice else { continue }
            for (place, service) in services.enumerated() where rows[place].back == nil {
                if world.healthy(service) >= rows[place].before { rows[place].back = passed.milliseconds }
            }
        }
        for sample in world.timeline.services.dropFirst(samples) {
            guard let place = services.firstIndex(where: { $0 == sample.id }) else { continue }
            tracks[place].add(sample)
        }
        for place in rows.indices {
            tracks[place].end()
            rows[place].lowest = min(rows[place].lowest, tracks[place].lowest)
        }
    }
}

extension World {
    /// Spot instances of a pool that run, oldest first.
    fileprivate func spotInstances(in pool: SpotPool) -> [InstanceID] {
        fleet.instances.handles.filter { id in
            guard let instance = fleet.instances[id], instance.isSpot, instance.state == .running else { return false }
            return pool.holds(instanceType: instance.instanceType, zone: instance.zone, spot: true)
        }
    }

    /// The REPLICA services with tasks on instances, and how many, in the order of their making.
    fileprivate func services(on instances: [InstanceID]) -> [(service: ServiceID, tasks: Int)] {
        var counts: [ServiceID: Int] = [:]
        for id in instances {
            guard let place = fleet.instances[id]?.containerInstance else { continue }
            for task in ecs.containerInstances[place]?.tasks ?? [] {
                guard let service = ecs.tasks[task]?.service, ecs.services[service]?.settings.scheduling == .replica
                else { continue }
                counts[service, default: 0] += 1
            }
        }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// A service's healthy tasks now.
    fileprivate func healthy(_ id: ServiceID) -> Int { standing(of: id).reduce(0) { $0 + $1.healthy } }
}
