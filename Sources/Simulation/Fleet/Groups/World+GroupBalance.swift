/// What a group moves when its number is right: purchase options, zones, age.
extension World {
    /// Marks instances that are in the wrong place or bought the wrong way; their replacements come first.
    mutating func evenOut(_ id: GroupID) {
        guard let group = fleet.groups[id], isOn("Launch", id), isOn("Terminate", id) else { return }
        let census = census(of: id)
        guard census.pending.isEmpty, census.leaving.isEmpty, census.capacity == group.settings.desiredCapacity,
            group.refreshes.first?.isActive != true
        else { return }
        if replaceAged(id, group, census) || rebuy(id, group, census) { return touchGroup(id) }
        guard isOn("AZRebalance", id) else { return }
        if balanceZones(id, group, census) { touchGroup(id) }
    }

    /// A tenth of the group at a time, at least one.
    private func share(_ group: AutoScalingGroup) -> Int { max(1, group.settings.desiredCapacity / 10) }

    private mutating func replaceAged(_ id: GroupID, _ group: AutoScalingGroup, _ census: GroupCensus) -> Bool {
        guard let seconds = group.settings.maxInstanceLifetime, seconds > 0 else { return false }
        let aged = census.serving.filter { instance in
            guard let launched = fleet.instances[instance]?.launchedAt else { return false }
            return now - launched >= .seconds(seconds)
        }
        for instance in aged.prefix(share(group)) { fleet.instances[instance]?.leaving = .lifetime }
        return !aged.isEmpty
    }

    /// After a change of the on-demand share, instances of the wrong side are replaced (aws-facts 2.3).
    private mutating func rebuy(_ id: GroupID, _ group: AutoScalingGroup, _ census: GroupCensus) -> Bool {
        guard group.rebuysInstances, let split = group.split else { return false }
        let over = census.onDemand - split.onDemand(of: census.capacity)
        guard over != 0 else {
            fleet.groups[id]?.rebuysInstances = false
            return false
        }
        let wrong = census.serving.filter { instance in
            fleet.instances[instance]?.isSpot == (over < 0) && fleet.instances[instance]?.isProtected == false
        }
        for instance in wrong.prefix(min(share(group), abs(over))) {
            fleet.instances[instance]?.leaving = .purchaseOption
        }
        return !wrong.isEmpty
    }

    /// One instance of the fullest zone goes to the emptiest when they differ by two and EC2 has room there.
    private mutating func balanceZones(_ id: GroupID, _ group: AutoScalingGroup, _ census: GroupCensus) -> Bool {
        let counts = group.settings.zones.map { zone in
            (zone: zone, members: census.serving.filter { fleet.instances[$0]?.zone == zone })
        }
        guard let fullest = counts.max(by: { $0.members.count < $1.members.count }),
            let emptiest = counts.min(by: { $0.members.count < $1.members.count })
        else { return false }
        let gap = fullest.members.count - emptiest.members.count
        fleet.groups[id]?.isUneven = gap > 1
        let movable = fullest.members.filter { isMovable($0, to: emptiest.zone, group) }
        guard gap > 1, !movable.isEmpty else { return false }
        for instance in movable.prefix(min(gap / 2, share(group))) { fleet.instances[instance]?.leaving = .zones }
        return true
    }

    private func isMovable(_ id: InstanceID, to zone: String, _ group: AutoScalingGroup) -> Bool {
        guard let instance = fleet.instances[id], !instance.isProtected else { return false }
        return possibleOptions(group.configuration).contains {
            !isDry($0.instanceType, zone: zone, spot: instance.isSpot)
        }
    }

    /// Each minute: groups that time or the outside may have changed are looked at.
    mutating func lookAtGroups() {
        for id in fleet.groups.handles {
            guard let settings = fleet.groups[id]?.settings, fleet.groups[id]?.status == nil else { continue }
            if settings.healthCheckType.contains("ELB"), !settings.targetGroupArns.isEmpty { checkTargets(id) }
            if fleet.groups[id]?.isUneven == true || settings.maxInstanceLifetime ?? 0 > 0 { touchGroup(id) }
        }
    }

    /// ELB's health checks count for a group that asks for them, after its grace period.
    private mutating func checkTargets(_ id: GroupID) {
        guard isOn("HealthCheck", id), let grace = fleet.groups[id]?.settings.healthCheckGracePeriod else { return }
        for member in fleet.groups[id]?.instances ?? [] {
            guard let instance = fleet.instances[member], instance.lifecycle == .inService,
                let since = instance.inServiceAt, now - since >= .seconds(grace),
                instance.targets.contains(where: { balancing.targets[$0]?.state == .unhealthy })
            else { continue }
            guard isOn("ReplaceUnhealthy", id), isOn("Terminate", id) else {
                fleet.instances[member]?.isHealthy = false
                continue
            }
            endInGroup(member, cause: "an ELB system health check failure")
        }
    }
}
