// Availability zone rebalancing: a task comes up where few are, then one goes where many are (aws-facts 1.9).
extension World {
    /// Brings tasks up in the zone with fewest, when a steady service is lopsided.
    mutating func balanceZones(_ id: ServiceID, _ census: [SeenTask]) {
        ecs.services[id]?.isEvening = false
        guard let settings = ecs.services[id]?.settings, settings.mayRebalance,
            let cluster = ecs.services[id]?.cluster, let primary = ecs.services[id]?.deployments.first,
            let (zone, moves) = lopsided(census, in: cluster), let request = request(for: id, primary)
        else { return }
        let places = (ecs.clusters[cluster]?.containerInstances ?? []).filter {
            ecs.containerInstances[$0]?.zoneSlot == zone
        }
        let room = settings.deployment.bounds(settings.desiredCount).upper - census.count
        var placer = placer(for: request, among: places)
        var shares = ProviderShares(settings.strategy)
        for task in census { if let name = ecs.tasks[task.id]?.capacityProvider { shares.count(name) } }
        var started: [TaskID] = []
        for _ in 0..<max(0, min(moves, room)) {
            let item = shares.next()
            let provider = item.flatMap { ecs.capacityProviderNames[$0.capacityProvider] }
            if item != nil, provider == nil { break }
            guard let place = placer.take(provider), let task = makeTask(of: primary, in: id, request.plan) else {
                break
            }
            ecs.tasks[task]?.capacityProvider = item?.capacityProvider
            put(task, on: place)
            started.append(task)
        }
        guard !started.isEmpty else { return }
        ecs.services[id]?.rebalancing = started.count
        say(id, "has started Availability Zone rebalancing.")
        sayStarted(started, of: id)
    }

    /// The zone with fewest tasks, and how many it should get; nil when no two zones differ by two.
    private func lopsided(_ census: [SeenTask], in cluster: ClusterID) -> (zone: Int, moves: Int)? {
        let zones = ecs.clusters[cluster]?.zones ?? []
        let counts = zones.indices.filter { zones[$0].active > 0 }.map { zone in
            (zone: zone, count: census.count { $0.zone == zone })
        }
        guard let least = counts.min(by: { $0.count < $1.count }), let most = counts.map(\.count).max(),
            most - least.count >= 2
        else { return nil }
        return (least.zone, (most - least.count) / 2)
    }

    /// The new ones are well, or will not be: the count is what was wanted again.
    mutating func endRebalancing(of id: ServiceID, _ census: [SeenTask]) {
        guard let extra = ecs.services[id]?.rebalancing, extra > 0,
            let desired = ecs.services[id]?.settings.desiredCount
        else { return }
        let good = census.filter(\.isGood)
        if good.count < desired + extra || good.count(where: { $0.standing == .healthy }) >= desired + extra {
            ecs.services[id]?.rebalancing = 0
            ecs.services[id]?.isEvening = true
        }
    }
}

extension ServiceSettings {
    /// Where AWS rebalances: a REPLICA with room to spare, spread over zones first.
    var mayRebalance: Bool {
        let first = placementStrategy.first
        return rebalancesZones && scheduling == .replica && deployment.maximumPercent > 100
            && (first.map { $0.spreadAttribute == "ecs.availability-zone" } ?? true)
    }
}
