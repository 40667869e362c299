@testable import Simulation

/// What holds of a world at every moment, whatever happens in it.
///
/// Time passes event by event under its eyes: what the scheduler and groups do is judged at each of their own events,
/// accounts are looked through every few minutes and after everything that a story does.
struct WorldLaws {
    private(set) var findings = Findings()
    private var targets = TargetAccounts()
    private var nextLook = Instant(milliseconds: 0)
    private static let pause = Span.minutes(3)

    /// Broken laws, each once.
    var broken: [String] { findings.lines }

    /// Somebody changed the world from outside.
    mutating func restart(_ world: World) {
        targets.remember(world)
        look(at: world)
    }

    /// Everything was healed a while ago.
    mutating func lookAtRest(_ world: World) {
        look(at: world)
        RestLaws.look(at: world, &findings)
    }

    /// Lets time pass.
    mutating func watch(_ world: inout World, for span: Span) {
        let end = world.now + span
        while let (at, event) = world.queue.take(until: end) {
            world.now = max(world.now, at)
            perform(event, in: &world)
            if world.now >= nextLook { look(at: world) }
        }
        world.now = max(world.now, end)
    }

    /// Only looks of the scheduler and of groups are judged one by one.
    private mutating func perform(_ event: Event, in world: inout World) {
        switch event {
        case .service(let id), .deployment(let id, _):
            let laws = SchedulerLaws(id, world)
            world.perform(event)
            laws?.judge(world, &findings)
        case .group(let id), .refresh(let id, _):
            let laws = GroupLaws(id, world)
            world.perform(event)
            laws?.judge(world, &findings)
        default: world.perform(event)
        }
    }

    private mutating func look(at world: World) {
        nextLook = world.now + Self.pause
        TaskAccounts.look(at: world, &findings)
        targets.look(at: world, &findings)
        FleetAccounts.look(at: world, &findings)
    }
}
