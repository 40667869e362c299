// What a forecast needs of a world: other futures of the same moment, and how things stand without waiting for a change.
extension World {
    /// The same moment with other chance and other times from here on.
    ///
    /// What is under way already keeps the times that it drew.
    public func future(seed: UInt64, physics: Physics) -> World {
        var copy = self
        copy.dice = Dice(seed: seed)
        copy.physics = physics
        return copy
    }

    /// How a service's tasks stand now, a sample for each revision.
    public func standing(of id: ServiceID) -> [Timeline.ServiceSample] {
        revisionCounts(census(of: id)).map { $0.sample(now, id, ecs.services[id]?.name ?? "") }
    }

    /// True while a group exchanges instances: a refresh is active, or some are on the wrong side of its on-demand share.
    public func isReplacing(_ id: GroupID) -> Bool {
        guard let group = fleet.groups[id] else { return false }
        if group.rebuysInstances || group.refreshes.first?.isActive == true { return true }
        let census = census(of: id)
        return !census.leaving.isEmpty || !census.pending.isEmpty || !census.ending.isEmpty
    }
}

extension World {
    /// How a service's deployment goes (`Deployment.id`), and since when; nil once it is not shown any more.
    public func rollout(of deployment: UInt64, in id: ServiceID) -> (state: Deployment.Rollout, since: Instant)? {
        ecs.services[id]?.deployments.first { $0.id == deployment }.map { ($0.rollout, $0.updatedAt) }
    }

    /// The deployment that a service is on its way to, or has come to; nil for a service that is gone.
    public func primaryDeployment(of id: ServiceID) -> UInt64? { ecs.services[id]?.deployments.first?.id }

    /// When each task of a deployment was made, in order; those that stopped more than an hour ago are forgotten.
    public func starts(of deployment: UInt64, in id: ServiceID) -> [Instant] {
        let all = (ecs.services[id]?.tasks ?? []) + (ecs.services[id]?.stoppedTasks ?? [])
        return all.compactMap { ecs.tasks[$0]?.deployment == deployment ? ecs.tasks[$0]?.createdAt : nil }.sorted()
    }

    /// The services with tasks on a group's instances, in the order of their making.
    public func services(on id: GroupID) -> [ServiceID] {
        var found: [ServiceID] = []
        for member in fleet.groups[id]?.instances ?? [] {
            guard let place = fleet.instances[member]?.containerInstance else { continue }
            for task in ecs.containerInstances[place]?.tasks ?? [] {
                if let service = ecs.tasks[task]?.service, !found.contains(service) { found.append(service) }
            }
        }
        return found.sorted()
    }
}
