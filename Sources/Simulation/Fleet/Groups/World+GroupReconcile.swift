/// A group compares its instances with what it should have; nothing polls, whatever changes touches it.
extension World {
    /// Has a group looked at soon.
    mutating func touchGroup(_ id: GroupID, after span: Span = FleetPace.look) {
        guard fleet.groups[id] != nil else { return }
        let due = now + span
        if let pending = fleet.groups[id]?.lookAt, pending <= due { return }
        fleet.groups[id]?.lookAt = due
        queue.put(.group(id), at: due)
    }

    /// One look at a group.
    mutating func reconcileGroup(_ id: GroupID) {
        guard let due = fleet.groups[id]?.lookAt, due <= now else { return }
        fleet.groups[id]?.lookAt = nil
        if fleet.groups[id]?.status != nil {
            sampleFleet(id)
            return removeEmptyGroup(id)
        }
        replaceUnhealthy(id)
        stepRefresh(id)
        releaseReplaced(id)
        fillGroup(id)
        scaleIn(id)
        evenOut(id)
        fleet.groups[id]?.lastCause = ""
        sampleFleet(id)
    }

    private mutating func removeEmptyGroup(_ id: GroupID) {
        guard let group = fleet.groups[id], group.instances.isEmpty else { return }
        fleet.groups.remove(id)
        if fleet.groupNames[group.name] == id { fleet.groupNames[group.name] = nil }
        note(.group(id), group.name, "deleted")
    }

    private mutating func replaceUnhealthy(_ id: GroupID) {
        guard isOn("HealthCheck", id), isOn("ReplaceUnhealthy", id), isOn("Terminate", id) else { return }
        for instance in fleet.groups[id]?.instances ?? [] where fleet.instances[instance]?.isHealthy == false {
            guard fleet.instances[instance]?.isEnding == false else { continue }
            let isRunning = fleet.instances[instance]?.state == .running
            endInGroup(
                instance,
                cause: isRunning
                    ? "a user health-check"
                    : "an EC2 health check indicating it has been terminated or stopped")
        }
    }

    /// Ends instances whose replacements are in service; a protected one stays (aws-facts 2.2).
    private mutating func releaseReplaced(_ id: GroupID) {
        guard let desired = fleet.groups[id]?.settings.desiredCapacity, isOn("Terminate", id) else { return }
        let census = census(of: id)
        var inService = census.inService
        for instance in census.leaving {
            guard let leaving = fleet.instances[instance]?.leaving, leaving != .refresh,
                let weight = fleet.instances[instance]?.weight, inService - weight >= desired,
                fleet.instances[instance]?.isProtected == false
            else { continue }
            inService -= weight
            endInGroup(instance, cause: leaving.cause)
        }
    }

    /// Ends instances that are more than wanted; protected ones stay, whatever is wanted.
    private mutating func scaleIn(_ id: GroupID) {
        guard isOn("Terminate", id), let group = fleet.groups[id] else { return }
        let desired = group.settings.desiredCapacity
        var census = census(of: id)
        guard census.capacity > desired else { return }
        var choice = TerminationChoice(self, group, census)
        while let victim = choice.next() {
            let weight = fleet.instances[victim]?.weight ?? 1
            guard census.capacity - weight >= desired else { break }
            let cause =
                "a difference between desired and actual capacity, shrinking the capacity from "
                + "\(census.capacity) to \(census.capacity - weight)"
            endInGroup(victim, cause: cause, selected: true)
            census.capacity -= weight
        }
    }

    /// Puts a sample on the timeline when a group's numbers changed.
    mutating func sampleFleet(_ id: GroupID) {
        guard let group = fleet.groups[id] else { return }
        var (onDemand, spot, pending) = (0, 0, 0)
        for instance in group.instances {
            switch fleet.instances[instance]?.lifecycle {
            case .pending, .pendingWait, .pendingProceed: pending += 1
            case .inService: if fleet.instances[instance]?.isSpot == true { spot += 1 } else { onDemand += 1 }
            default: break
            }
        }
        let last = group.lastSample
        if let last, last.onDemand == onDemand, last.spot == spot, last.pending == pending { return }
        let sample = Timeline.FleetSample(
            at: now, group: group.name, onDemand: onDemand, spot: spot, pending: pending)
        fleet.groups[id]?.lastSample = sample
        timeline.sample(sample)
    }
}
