import Model
import Simulation

/// One world of a forecast: the plan is done to it, and time passes until all that rolls has come to an end.
struct ForecastRun {
    private var world: World
    private var replay: StepReplay
    private let horizon: Instant
    private let begin: Beginning
    private var openRollouts: [StepReplay.Rollout] = []
    private var openReplacements: [StepReplay.Replacement] = []
    private var ends: [ResourceID: Instant] = [:]
    /// Ended otherwise than well.
    private var failed: Set<ResourceID> = []

    /// Does `replay` to `world`.
    init(_ world: World, _ replay: StepReplay, options: ForecastOptions) {
        self.world = world
        self.world.keepsRecords = false
        self.replay = replay
        horizon = world.now + options.horizon
        begin = Beginning(world)
    }

    /// Lets time pass, and reads out what happened.
    mutating func run() -> RunResult {
        step()
        while !isOver, let next = world.nextEvent, next <= horizon {
            // A second at a time: what happens within one is on the timeline with its own times.
            world.advance(to: max(next, world.now + .seconds(1)))
            step()
        }
        return result
    }

    private var isOver: Bool { replay.isDone && openRollouts.isEmpty && openReplacements.isEmpty }

    private mutating func step() {
        let (rollouts, replacements) = (replay.rollouts.count, replay.replacements.count)
        replay.advance(&world)
        openRollouts += replay.rollouts.dropFirst(rollouts)
        openReplacements += replay.replacements.dropFirst(replacements)
        var (rolling, replacing) = (openRollouts, openReplacements)
        rolling.removeAll { end($0) }
        replacing.removeAll { end($0) }
        (openRollouts, openReplacements) = (rolling, replacing)
    }

    /// True once a rollout is over; puts down when.
    private mutating func end(_ rollout: StepReplay.Rollout) -> Bool {
        let found = world.rollout(of: rollout.deployment, in: rollout.service)
        guard let found, found.state != .failed, world.primaryDeployment(of: rollout.service) == rollout.deployment
        else {
            failed.insert(rollout.resource)
            return true
        }
        guard found.state == .completed else { return false }
        ends[rollout.resource] = found.since
        return true
    }

    private mutating func end(_ replacement: StepReplay.Replacement) -> Bool {
        guard !world.isReplacing(replacement.group) else { return false }
        let refresh = world.fleet.groups[replacement.group]?.refreshes.first
        if let refresh, refresh.startedAt >= replacement.began {
            guard refresh.status == .successful else {
                failed.insert(replacement.resource)
                return true
            }
            ends[replacement.resource] = refresh.endedAt ?? world.now
        } else {
            ends[replacement.resource] = world.now
        }
        return true
    }

    private var result: RunResult {
        let reading = TimelineReading(world, since: begin, rollouts: replay.rollouts, ends: ends)
        let services = replay.rollouts.map { rollout in
            reading.service(rollout, end: ends[rollout.resource])
        }
        let groups = replay.replacements.map { replacement in
            reading.group(replacement, end: ends[replacement.resource])
        }
        return RunResult(services: services, groups: groups, refusals: replay.refusals)
    }
}

/// What one world told.
struct RunResult: Sendable {
    var services: [ServiceRun]
    var groups: [GroupRun]
    var refusals: [ResourceID: String]
}

/// A service's rollout in one world; times in milliseconds since it began.
struct ServiceRun: Sendable {
    var forecast: ServiceForecast
    /// Until it was COMPLETED; nil when that did not come about.
    var span: Int64?
}

/// A group's replacement in one world.
struct GroupRun: Sendable {
    var forecast: GroupForecast
    /// Until it was done; nil when that did not come about.
    var span: Int64?
}
