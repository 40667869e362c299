import LocalAWS
import Model
import Planning
import Simulation

/// What really became of a plan: its calls are made to the world itself, by the operations of the embedded AWS.
struct Reality {
    /// How one rollout went.
    struct Outcome {
        /// Seconds from the write until it was done; nil when it was not within three hours.
        let seconds: Double?
        /// The fewest healthy tasks meanwhile.
        let lowest: Int
    }

    private var world: World
    private var outputs: [Reference: Value] = [:]
    private let start: Instant
    private let beginning: [ServiceID: [Timeline.ServiceSample]]
    private let samples: Int
    private static let patience = Span.hours(3)

    /// `plan` done to `world`, whose chance is another one from here on.
    init(_ plan: Plan, _ outputs: [Reference: Value], in world: World, seed: UInt64) throws {
        self.world = world.future(seed: seed, physics: world.physics)
        start = world.now
        samples = world.timeline.services.count
        beginning = Dictionary(
            world.ecs.services.handles.map { ($0, world.standing(of: $0)) }
        ) { first, _ in first }
        self.outputs = outputs
        for step in plan.steps { try perform(step.planned, of: step.resource) }
    }

    private mutating func perform(_ call: PlannedCall, of resource: ResourceID) throws {
        guard let operation = LocalOperations.named(call.call), case .write(let body) = operation.action else {
            throw Unanswered(call: call.call.operation)
        }
        let reply = try body(&world, LocalRequest(input: call.call.input.resolved(outputs)))
        for (name, path) in call.captures { outputs[Reference(resource, name)] = reply[path] }
    }

    /// An operation that the embedded AWS does not know.
    struct Unanswered: Error { let call: String }

    /// Lets time pass until services and the group are done.
    mutating func run(_ services: [ServiceID], group: GroupID?) {
        let end = start + Self.patience
        while world.now < end, let next = world.nextEvent {
            world.advance(to: max(next, world.now + .seconds(1)))
            let isRolling = services.contains { world.ecs.services[$0]?.deployments.first?.rollout == .inProgress }
            if !isRolling, group.map({ !world.isReplacing($0) }) ?? true { return }
        }
    }

    /// How a service's rollout went.
    func outcome(of service: ServiceID) -> Outcome {
        let primary = world.ecs.services[service]?.deployments.first
        let end = primary.flatMap { $0.rollout == .completed ? $0.updatedAt : nil }
        return Outcome(
            seconds: end.map { ($0 - start).inSeconds }, lowest: lowest(of: service, until: end ?? world.now))
    }

    /// How a group's refresh went.
    func outcome(of group: GroupID) -> Outcome {
        let refresh = world.fleet.groups[group]?.refreshes.first
        let end = refresh.flatMap { $0.status == .successful ? $0.endedAt : nil }
        return Outcome(seconds: end.map { ($0 - start).inSeconds }, lowest: 0)
    }

    /// The fewest healthy tasks of a service from the beginning on.
    func lowest(of service: ServiceID, until end: Instant) -> Int {
        var healthy = Dictionary((beginning[service] ?? []).map { ($0.revision, $0.healthy) }) { first, _ in first }
        var lowest = healthy.values.reduce(0, +)
        var moment = start
        for sample in world.timeline.services.dropFirst(samples) where sample.id == service && sample.at <= end {
            if sample.at > moment {
                lowest = min(lowest, healthy.values.reduce(0, +))
                moment = sample.at
            }
            healthy[sample.revision] = sample.healthy
        }
        return min(lowest, healthy.values.reduce(0, +))
    }
}

extension Span {
    /// With its fraction.
    var inSeconds: Double { Double(milliseconds) / 1000 }
}
