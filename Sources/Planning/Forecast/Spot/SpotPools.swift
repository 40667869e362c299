import Simulation

/// The pools that a world's Spot instances come from.
struct SpotPools {
    /// Those with most tasks first.
    let byTasks: [SpotTarget]

    init(_ world: World) {
        var counts: [SpotTarget: Int] = [:]
        for id in world.fleet.instances.handles {
            guard let instance = world.fleet.instances[id], instance.isSpot, instance.state == .running else {
                continue
            }
            let tasks = instance.containerInstance.flatMap { world.ecs.containerInstances[$0]?.tasks.count } ?? 0
            counts[.pool(type: instance.instanceType, zone: instance.zone), default: 0] += tasks
        }
        byTasks = counts.sorted { ($1.value, $0.key.description) < ($0.value, $1.key.description) }.map(\.key)
    }
}

/// A world in which a plan was done to its end.
struct SettledWorld {
    let world: World

    /// Does `replay` to `start` and lets time pass until nothing rolls any more, `horizon` at most.
    init(_ start: World, _ replay: StepReplay, horizon: Span) {
        var (world, replay) = (start, replay)
        let end = world.now + horizon
        replay.advance(&world)
        while !Self.isAtRest(world, replay), let next = world.nextEvent, next <= end {
            world.advance(to: max(next, world.now + .seconds(1)))
            replay.advance(&world)
        }
        self.world = world
    }

    private static func isAtRest(_ world: World, _ replay: StepReplay) -> Bool {
        replay.isDone
            && replay.rollouts.allSatisfy { world.rollout(of: $0.deployment, in: $0.service)?.state != .inProgress }
            && replay.replacements.allSatisfy { !world.isReplacing($0.group) }
    }
}
