/// Instances that come up, wait for hooks, or end.
extension World {
    mutating func resumeInstance(_ id: InstanceID) {
        guard let instance = fleet.instances[id] else { return }
        resumeState(id, instance)
        if instance.state != .pending, instance.state != .running {
            loseAgent(of: id)
            if instance.lifecycle == .inService { noticeLoss(of: id) }
        }
        switch instance.lifecycle {
        case .pending where instance.state == .running:
            let soon = now + .seconds(1)
            fleet.instances[id]?.runsAt = soon
        case .pendingWait: resumeHooks(of: id, instance, launching: true)
        case .pendingProceed: letGo(id, after: .seconds(1))
        case .terminating:
            let drained = now + drainLeft(instance)
            fleet.instances[id]?.drainedAt = drained
        case .terminatingWait:
            resumeHooks(of: id, instance, launching: false)
            beginManagedDrain(id)
        case .terminatingProceed where instance.state == .running: shutDown(id, reason: "")
        default: break
        }
        arm(id)
    }

    private mutating func resumeState(_ id: InstanceID, _ instance: Instance) {
        switch instance.state {
        case .pending:
            let left = rest(of: physics.instanceLaunch, since: instance.launchedAt, .launch, instance.ordinal)
            fleet.instances[id]?.runsAt = now + left
        case .running:
            guard instance.joins != nil, instance.containerInstance == nil, !instance.isEnding else { return }
            let whole = Spread(
                physics.instanceLaunch.shortest + physics.agentRegistration.shortest,
                physics.instanceLaunch.longest + physics.agentRegistration.longest)
            let left = rest(of: whole, since: instance.launchedAt, .agent, instance.ordinal)
            fleet.instances[id]?.registersAt = now + left
        case .shuttingDown, .stopping:
            // When it began is not shown.
            let left = Spread(.zero, physics.instanceShutdown.longest).draw(dice, .stop, instance.ordinal)
            fleet.instances[id]?.endsAt = now + left
        case .stopped, .terminated: break
        }
    }

    /// The hooks of its group begin anew; without any known, it goes on soon.
    private mutating func resumeHooks(of id: InstanceID, _ instance: Instance, launching: Bool) {
        guard let group = instance.group, addHooks(to: id, of: group, launching: launching) else {
            return letGo(id, after: .seconds(5))
        }
    }

    /// A hook that nobody answers stands for what AWS does next.
    private mutating func letGo(_ id: InstanceID, after span: Span) {
        let hook = Instance.PendingHook(
            name: "", token: "", deadline: now + span, limit: now + span, defaultResult: "CONTINUE")
        fleet.instances[id]?.hooks = [hook]
    }

    /// How long its group's target groups still hold an instance that ends.
    private func drainLeft(_ instance: Instance) -> Span {
        let delays = instance.targets.compactMap { target in
            balancing.targets[target].flatMap { balancing.targetGroups[$0.group]?.deregistrationDelay }
        }
        guard let longest = delays.max(), longest > .zero else { return .seconds(1) }
        return Spread(.zero, longest).draw(dice, .stop, instance.ordinal, turn: 1)
    }
}
