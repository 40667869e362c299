// What happens to targets when the instances behind them do.
extension World {
    /// An instance's state is another one: its targets follow (aws-facts 4.10, `Target.InvalidState`).
    mutating func targetsFollow(_ instance: InstanceID) {
        guard let now = fleet.instances[instance] else { return }
        for id in balancing.targetsOfID[now.id] ?? [] { follow(id, now.state) }
    }

    /// Targets whose instance ended and whom nobody told.
    mutating func tidyBalancing() {
        for id in balancing.targets.handles {
            guard let target = balancing.targets[id], target.id.hasPrefix("i-") else { continue }
            let instance = fleet.instanceNames[target.id].flatMap { fleet.instances[$0] }
            // Instances that were registered in ECS by hand are none of EC2's.
            guard instance != nil || target.task == nil else { continue }
            follow(id, instance?.state ?? .terminated)
        }
    }

    /// What an instance's state makes of a target of its.
    mutating func follow(_ id: TargetID, _ state: Instance.State) {
        guard let target = balancing.targets[id] else { return }
        switch state {
        case .pending: break
        case .running:
            if target.reason == "Target.InvalidState" { beginTarget(id) }
            if target.task == nil { setAnswers(id, true) }
        case .shuttingDown, .stopping, .stopped:
            // What drains keeps draining, so that its task hears when it is gone.
            guard target.state != .draining else { return }
            balancing.targets[id]?.answers = false
            balancing.targets[id]?.probesFrom = nil
            voidPending(id)
            setStanding(id, .instance(state == .shuttingDown ? "terminated" : "stopped"))
        case .terminated: removeTarget(id)
        }
    }
}
