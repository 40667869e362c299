// How services stand, for pictures: a sample a change.
extension World {
    /// Puts a sample on the timeline for every revision whose numbers changed.
    mutating func sample(_ id: ServiceID, _ census: [SeenTask]) {
        guard let name = ecs.services[id]?.name else { return }
        let counts = revisionCounts(census)
        let last = ecs.services[id]?.lastSamples ?? []
        guard counts.count != last.count || !zip(counts, last).allSatisfy({ $0.isSame(as: $1) }) else { return }
        var samples: [Timeline.ServiceSample] = []
        for count in counts {
            let sample = count.sample(now, id, name)
            samples.append(sample)
            if !last.contains(where: { count.isSame(as: $0) }) { timeline.sample(sample) }
        }
        for old in last where !counts.contains(where: { $0.revision == old.revision }) {
            timeline.sample(RevisionCount(revision: old.revision).sample(now, id, name))
        }
        ecs.services[id]?.lastSamples = samples
        sampleBounds(id, name)
    }

    private mutating func sampleBounds(_ id: ServiceID, _ name: String) {
        guard let settings = ecs.services[id]?.settings else { return }
        let bounds = settings.deployment.bounds(settings.desiredCount)
        let native = ecs.services[id]?.native == nil ? 0 : settings.desiredCount
        timeline.sample(
            Timeline.BoundsSample(at: now, service: name, floor: bounds.lower, ceiling: bounds.upper + native))
    }

    func revisionCounts(_ census: [SeenTask]) -> [RevisionCount] {
        var counts: [RevisionCount] = []
        var known: [(deployment: UInt64, index: Int)] = []
        for task in census {
            if let place = known.first(where: { $0.deployment == task.deployment }) {
                counts[place.index].add(task)
                continue
            }
            let definition = ecs.tasks[task.id]?.taskDefinition ?? ""
            let revision = ecs.taskDefinitions[definition]?.revision ?? 0
            let index = counts.firstIndex { $0.revision == revision } ?? counts.count
            if index == counts.count { counts.append(RevisionCount(revision: revision)) }
            known.append((task.deployment, index))
            counts[index].add(task)
        }
        return counts
    }
}

/// A service's tasks of one revision, by how they stand.
struct RevisionCount {
    let revision: Int
    var pending = 0
    var running = 0
    var healthy = 0
    var draining = 0

    init(revision: Int) { self.revision = revision }

    mutating func add(_ task: SeenTask) {
        switch task.standing {
        case .pending: pending += 1
        case .leaving: draining += 1
        case .undecided, .unhealthy: running += 1
        case .healthy:
            running += 1
            healthy += 1
        }
    }

    func isSame(as sample: Timeline.ServiceSample) -> Bool {
        revision == sample.revision && pending == sample.pending && running == sample.running
            && healthy == sample.healthy && draining == sample.draining
    }

    func sample(_ at: Instant, _ id: ServiceID, _ service: String) -> Timeline.ServiceSample {
        Timeline.ServiceSample(
            at: at, id: id, service: service, revision: revision, pending: pending, running: running, healthy: healthy,
            draining: draining)
    }
}
