public import Model

/// Starting, stopping and ending EC2 instances.
extension World {
    /// RunInstances by hand. `data` is RequestLaunchTemplateData as EC2 knows it, in lower camel case.
    public mutating func runInstances(
        _ data: Value, template: (id: String, version: String)?, count: Int, zone: String, subnet: String, spot: Bool,
        tags: Value
    ) throws(Refusal) -> [InstanceID] {
        let recipe = LaunchRecipe(data: data, template: template?.id, version: template?.version)
        let type = recipe.instanceType
        guard fleet.type(named: type) != nil else {
            throw Refusal("InvalidParameterValue", "Invalid value '\(type)' for InstanceType.")
        }
        guard !isDry(type, zone: zone, spot: spot) else {
            throw Refusal("InsufficientInstanceCapacity", insufficient(type, zone), status: 500)
        }
        var started: [InstanceID] = []
        for _ in 0..<count {
            started.append(start(recipe, type: type, zone: zone, subnet: subnet, spot: spot, tags: tags))
        }
        return started
    }

    /// True when EC2 has nothing to give from a pool.
    func isDry(_ type: String, zone: String, spot: Bool) -> Bool {
        physics.droughts.contains { $0.holds(instanceType: type, zone: zone, spot: spot) }
    }

    /// EC2's text for want of capacity.
    func insufficient(_ type: String, _ zone: String) -> String {
        let others = place.zones.filter { $0 != zone }.joined(separator: ", ")
        return "We currently do not have sufficient \(type) capacity in the Availability Zone you requested (\(zone)). "
            + "Our system will be working on provisioning additional capacity. You can currently get \(type) capacity "
            + "by not specifying an Availability Zone in your request or choosing \(others)."
    }

    /// Puts a pending instance into the world.
    mutating func start(
        _ recipe: LaunchRecipe, type: String, zone: String, subnet: String, spot: Bool, tags: Value
    ) -> InstanceID {
        let ordinal = nextOrdinal()
        let agent = agentSettings(recipe.data)
        var instance = Instance(
            id: "i-" + hex(17, ordinal), ordinal: ordinal, instanceType: type, zone: zone, subnet: subnet,
            privateAddress: takeAddress(in: subnet), isSpot: spot, launchTemplate: recipe.template,
            launchTemplateVersion: recipe.version, launchConfiguration: recipe.configuration, data: recipe.data,
            joins: agent.joins ?? home(of: recipe), drainsOnNotice: agent.drains, launchedAt: now, tags: tags)
        instance.runsAt = now + physics.instanceLaunch.draw(dice, .launch, ordinal)
        let id = fleet.instances.insert(instance)
        fleet.instanceNames[instance.id] = id
        arm(id)
        return id
    }

    /// The cluster that others started the same way are in.
    private func home(of recipe: LaunchRecipe) -> String? {
        (recipe.template ?? recipe.configuration).flatMap { fleet.homes[$0] }
    }

    /// Puts the next thing that is due of an instance into the queue.
    mutating func arm(_ id: InstanceID) {
        fleet.instances[id]?.epoch += 1
        guard let epoch = fleet.instances[id]?.epoch, let due = fleet.instances[id]?.due else { return }
        queue.put(.instance(id, epoch: epoch), at: max(now, due))
    }

    /// Something of an instance is due.
    mutating func advanceInstance(_ id: InstanceID, epoch: Int32) {
        guard fleet.instances[id]?.epoch == epoch else { return }
        if isDue(fleet.instances[id]?.runsAt) { instanceRuns(id) }
        if isDue(fleet.instances[id]?.registersAt) { agentComesUp(id) }
        if isDue(fleet.instances[id]?.drainedAt) {
            fleet.instances[id]?.drainedAt = nil
            proceedWhenReleased(id)
        }
        expireHooks(of: id)
        if isDue(fleet.instances[id]?.endsAt) { instanceEnded(id) }
        arm(id)
    }

    private func isDue(_ time: Instant??) -> Bool {
        guard case .some(.some(let time)) = time else { return false }
        return time <= now
    }

    private mutating func instanceRuns(_ id: InstanceID) {
        guard let instance = fleet.instances[id] else { return }
        fleet.instances[id]?.runsAt = nil
        setState(.running, of: id)
        if instance.joins != nil {
            let boot = physics.agentRegistration.draw(dice, .agent, instance.ordinal, turn: UInt64(instance.epoch))
            fleet.instances[id]?.registersAt = now + boot
        }
        if instance.lifecycle == .pending { beginLaunchHooks(id) }
    }

    /// EC2's state of an instance is another one; its targets follow.
    mutating func setState(_ state: Instance.State, of id: InstanceID) {
        fleet.instances[id]?.state = state
        targetsFollow(id)
    }

    private mutating func agentComesUp(_ id: InstanceID) {
        fleet.instances[id]?.registersAt = nil
        registerAgent(of: id)
    }

    /// Ends an instance, whoever started it; its group sees it at its next health check.
    public mutating func terminateInstance(_ id: InstanceID, reason: String) {
        guard let state = fleet.instances[id]?.state, state != .terminated, state != .shuttingDown else { return }
        shutDown(id, reason: reason)
        noticeLoss(of: id)
    }

    /// `shutting-down`, later `terminated`; its container instance is gone at once.
    mutating func shutDown(_ id: InstanceID, reason: String) {
        guard let instance = fleet.instances[id], instance.state != .terminated else { return }
        if instance.state != .shuttingDown {
            setState(.shuttingDown, of: id)
            fleet.instances[id]?.stateReason = reason
            fleet.instances[id]?.endsAt = now + physics.instanceShutdown.draw(dice, .stop, instance.ordinal)
        }
        loseAgent(of: id)
        arm(id)
    }

    /// What runs on an instance is gone, and nothing comes up on it any more.
    mutating func loseAgent(of id: InstanceID) {
        fleet.instances[id]?.runsAt = nil
        fleet.instances[id]?.registersAt = nil
        guard let agent = fleet.instances[id]?.containerInstance else { return }
        if ecs.containerInstances[agent]?.status ?? .inactive != .inactive { containerInstanceLost(agent) }
        if let instance = fleet.instances[id], instance.lifecycle == .terminatingWait, isDrainManaged(instance) {
            finishHook(ManagedDraining.hook, of: id, isContinue: true)
        }
    }

    /// Its group's health check will see that an instance does not run any more.
    mutating func noticeLoss(of id: InstanceID) {
        guard let instance = fleet.instances[id], let group = instance.group else { return }
        fleet.instances[id]?.isHealthy = false
        touchGroup(group, after: FleetPace.healthCheck.draw(dice, .probe, instance.ordinal))
    }

    private mutating func instanceEnded(_ id: InstanceID) {
        fleet.instances[id]?.endsAt = nil
        if fleet.instances[id]?.state == .stopping {
            setState(.stopped, of: id)
            return
        }
        instanceTerminated(id)
    }

    /// `terminated`; when its group let it go, it is the group's no more.
    mutating func instanceTerminated(_ id: InstanceID) {
        guard let instance = fleet.instances[id], instance.state != .terminated else { return }
        setState(.terminated, of: id)
        fleet.instances[id]?.terminatedAt = now
        fleet.addresses.remove(instance.privateAddress)
        note(.instance(id), instance.id, "terminated")
        if instance.lifecycle == .terminatingProceed { leaveGroup(id) }
    }

    /// Lets instances go that were terminated long enough ago.
    mutating func tidyFleet() {
        for id in fleet.instances.handles {
            guard let ended = fleet.instances[id]?.terminatedAt, now - ended >= FleetPace.terminatedKept,
                fleet.instances[id]?.group == nil || fleet.instances[id]?.lifecycle == .terminated
            else { continue }
            if let name = fleet.instances[id]?.id { fleet.instanceNames[name] = nil }
            fleet.instances.remove(id)
        }
    }
}
