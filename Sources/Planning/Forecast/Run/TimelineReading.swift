import Model
import Simulation

/// Reads out of a world's timeline what became of services and groups.
struct TimelineReading {
    private let world: World
    private let begin: Beginning
    private let ends: [ResourceID: Instant]
    private var tracks: [ServiceID: TaskTrack] = [:]

    init(_ world: World, since begin: Beginning, rollouts: [StepReplay.Rollout], ends: [ResourceID: Instant]) {
        self.world = world
        self.begin = begin
        self.ends = ends
        for rollout in rollouts {
            let window = rollout.began...(ends[rollout.resource] ?? world.now)
            let name = world.ecs.services[rollout.service]?.settings.taskDefinition ?? ""
            tracks[rollout.service] = TaskTrack(
                window, revision: world.ecs.taskDefinitions[name]?.revision ?? 0,
                from: begin.services[rollout.service] ?? [])
        }
        read(&tracks)
    }

    /// One pass over the timeline for all of them.
    private func read(_ tracks: inout [ServiceID: TaskTrack]) {
        for sample in world.timeline.services.dropFirst(begin.serviceSamples) {
            if let id = sample.id { tracks[id]?.add(sample) }
        }
        for id in tracks.keys { tracks[id]?.end() }
    }

    /// A service's rollout.
    func service(_ rollout: StepReplay.Rollout, end: Instant?) -> ServiceRun {
        let settings = world.ecs.services[rollout.service]?.settings ?? ServiceSettings(taskDefinition: "")
        let bounds = settings.deployment.bounds(settings.desiredCount)
        let native = settings.deployment.strategy == .rolling ? 0 : settings.desiredCount
        let starts = Waves(world.starts(of: rollout.deployment, in: rollout.service))
        let track = tracks[rollout.service]
        var forecast = ServiceForecast(
            rollout.resource, strategy: settings.deployment.words, desired: settings.desiredCount,
            floor: bounds.lower, ceiling: bounds.upper + native, waves: starts.count, waveSize: starts.largest,
            duration: nil, unended: 0, lowestHealthy: track.map { $0.lowest == .max ? 0 : $0.lowest } ?? 0,
            lowestAt: Int((track?.lowestAt ?? 0) / 1000), peakTasks: track?.peak ?? 0)
        forecast.track = (track?.samples ?? []).map {
            RolloutSample(at: Int($0.at / 1000), new: $0.new, old: $0.old)
        }
        forecast.isFirst = begin.services[rollout.service] == nil
        let groups = groups(of: rollout.service, settings)
        let places = world.ecs.services[rollout.service]?.cluster
        forecast.instances =
            groups.isEmpty
            ? places.flatMap { world.ecs.clusters[$0]?.containerInstances.count } ?? 0
            : groups.reduce(0) { $0 + (begin.groups[$1]?.instances.count ?? 0) }
        forecast.added = groups.flatMap { added(to: $0, from: rollout.began, until: end ?? world.now) }
        return ServiceRun(forecast: forecast, span: end.map { ($0 - rollout.began).milliseconds })
    }

    /// The groups behind a service's capacity provider strategy, in its order.
    private func groups(of service: ServiceID, _ settings: ServiceSettings) -> [GroupID] {
        settings.strategy.compactMap { item in
            let provider = world.ecs.capacityProviderNames[item.capacityProvider]
            return provider.flatMap { world.ecs.capacityProviders[$0] }.flatMap { world.fleet.groupNames[$0.groupName] }
        }
    }

    /// Instances that came to a group in a window, at most at once.
    private func added(to group: GroupID, from: Instant, until: Instant) -> [AddedInstances] {
        guard let name = world.fleet.groups[group]?.name, let before = begin.groups[group] else { return [] }
        var most = (onDemand: 0, spot: 0)
        for sample in world.timeline.fleet.dropFirst(begin.fleetSamples)
        where sample.group == name && sample.at >= from && sample.at <= until {
            most.onDemand = max(most.onDemand, sample.onDemand - before.onDemand)
            most.spot = max(most.spot, sample.spot - before.spot)
        }
        return [
            AddedInstances(group: name, isSpot: false, count: most.onDemand),
            AddedInstances(group: name, isSpot: true, count: most.spot),
        ].filter { $0.count > 0 }
    }

    /// A group's replacement.
    func group(_ replacement: StepReplay.Replacement, end: Instant?) -> GroupRun {
        let id = replacement.group
        let before = begin.groups[id] ?? Beginning.Members()
        let until = end ?? world.now
        let gone = before.instances.filter { world.fleet.instances[$0]?.lifecycle != .inService }
        let name = world.fleet.groups[id]?.name ?? ""
        let samples = world.timeline.fleet.dropFirst(begin.fleetSamples).filter {
            $0.group == name && $0.at >= replacement.began && $0.at <= until
        }
        let peak = samples.map { $0.onDemand + $0.spot + $0.pending }.max() ?? before.instances.count
        var forecast = GroupForecast(
            replacement.resource, replaced: gone.count, duration: nil, unended: 0,
            peakInstances: max(peak, before.instances.count))
        forecast.desired = before.desired
        if let last = samples.last, last.onDemand + last.spot == before.onDemand + before.spot {
            forecast.spotToOnDemand = last.onDemand - before.onDemand
        }
        forecast.lowest = lowest(on: before, from: replacement.began, until: until)
        return GroupRun(forecast: forecast, span: end.map { ($0 - replacement.began).milliseconds })
    }

    /// The fewest healthy tasks of the services that had tasks on a group's instances.
    private func lowest(on members: Beginning.Members, from: Instant, until: Instant) -> [GroupForecast.Lowest] {
        var tracks: [ServiceID: TaskTrack] = [:]
        for id in members.services {
            tracks[id] = TaskTrack(from...until, revision: 0, from: begin.services[id] ?? [])
        }
        read(&tracks)
        let rows = members.services.compactMap { id -> GroupForecast.Lowest? in
            guard let service = world.ecs.services[id], let track = tracks[id], service.settings.scheduling == .replica
            else { return nil }
            let lowest = track.lowest == .max ? service.settings.desiredCount : track.lowest
            return GroupForecast.Lowest(
                service: service.name, healthy: lowest, desired: service.settings.desiredCount)
        }
        return rows.sorted { $0.service < $1.service }
    }
}

/// Starts of tasks in waves: those that the scheduler made within five seconds of one another belong together.
struct Waves {
    private(set) var count = 0
    private(set) var largest = 0
    private static let gap = Span.seconds(5)

    /// The waves of starts in the order of time.
    init(_ starts: [Instant]) {
        var size = 0
        for (index, start) in starts.enumerated() {
            if index == 0 || start - starts[index - 1] >= Self.gap {
                count += 1
                size = 0
            }
            size += 1
            largest = max(largest, size)
        }
    }
}
