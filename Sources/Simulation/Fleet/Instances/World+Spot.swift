/// What EC2 takes: Spot's notice and reclaim, rebalance recommendations, zones and machines that fail (aws-facts 8.1).
extension World {
    /// EC2 takes the Spot instances of a pool, oldest first, each with two minutes' notice.
    mutating func reclaimPool(_ pool: SpotPool, count: Int?) {
        for id in spotInstances(pool).prefix(count ?? Int.max) { giveSpotNotice(id) }
    }

    /// EC2 recommends to rebalance every instance of a pool.
    mutating func recommendRebalance(_ pool: SpotPool) {
        for id in spotInstances(pool) { recommendRebalance(id) }
    }

    /// A pool's instances that run and had no notice yet, oldest first.
    private func spotInstances(_ pool: SpotPool) -> [InstanceID] {
        fleet.instances.handles
            .filter { id in
                guard let instance = fleet.instances[id], instance.isSpot, instance.interruptionAt == nil,
                    instance.state == .pending || instance.state == .running
                else { return false }
                return pool.holds(instanceType: instance.instanceType, zone: instance.zone, spot: true)
            }
            .sorted { fleet.instances[$0]?.ordinal ?? 0 < fleet.instances[$1]?.ordinal ?? 0 }
    }

    /// Spot's two minutes begin: the agent drains by itself, or ECS does when draining is managed.
    mutating func giveSpotNotice(_ id: InstanceID) {
        guard let instance = fleet.instances[id], instance.interruptionAt == nil, instance.isSpot,
            instance.state == .pending || instance.state == .running
        else { return }
        fleet.instances[id]?.interruptionAt = now + FleetPace.notice
        schedule(.spotReclaim(id), after: FleetPace.notice)
        note(.instance(id), instance.id, "spot interruption notice")
        announce(.spotInterruption(instance: instance.id, zone: instance.zone))
        if instance.drainsOnNotice || isDrainManaged(instance), let agent = instance.containerInstance {
            drain(agent, reason: "Spot Instance interruption notice")
        }
        recommendRebalance(id)
    }

    /// EC2 takes an instance.
    mutating func reclaimSpot(_ id: InstanceID) {
        guard let instance = fleet.instances[id], instance.interruptionAt != nil,
            instance.state == .pending || instance.state == .running
        else { return }
        note(.instance(id), instance.id, "spot instance reclaimed")
        terminateInstance(id, reason: "Server.SpotInstanceTermination: Spot instance termination")
    }

    /// EC2 recommends to rebalance; a group with capacity rebalancing launches a replacement first (aws-facts 2.2).
    mutating func recommendRebalance(_ id: InstanceID) {
        guard let instance = fleet.instances[id], instance.rebalanceAt == nil, instance.isSpot,
            instance.state == .pending || instance.state == .running
        else { return }
        fleet.instances[id]?.rebalanceAt = now
        announce(.rebalanceRecommendation(instance: instance.id, zone: instance.zone))
        if instance.interruptionAt == nil { note(.instance(id), instance.id, "rebalance recommendation") }
        guard let group = instance.group, fleet.groups[group]?.settings.capacityRebalance == true,
            instance.lifecycle == .inService, instance.leaving == nil
        else { return }
        fleet.instances[id]?.leaving = .rebalance
        touchGroup(group)
    }

    /// A zone is lost: its instances end without notice, and nothing starts there until it is restored.
    mutating func loseZone(_ zone: String) {
        let pool = SpotPool(zone: zone, onDemandToo: true)
        if !physics.droughts.contains(pool) { physics.droughts.append(pool) }
        for id in fleet.instances.handles where fleet.instances[id]?.zone == zone { breakDown(id) }
    }

    /// One machine fails.
    mutating func failInstance(_ id: String) {
        if let instance = fleet.instanceNames[id] { breakDown(instance) }
    }

    /// An instance is terminated at once.
    private mutating func breakDown(_ id: InstanceID) {
        guard let instance = fleet.instances[id], instance.state != .terminated else { return }
        note(.instance(id), instance.id, "failed")
        shutDown(id, reason: "Server.InternalError: Internal error")
        fleet.instances[id]?.endsAt = nil
        instanceTerminated(id)
        arm(id)
        if !instance.isEnding { noticeLoss(of: id) }
    }
}
