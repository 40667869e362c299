/// Tasks on their way up and down.
extension World {
    mutating func resumeTask(_ id: TaskID) {
        guard let task = ecs.tasks[id] else { return }
        switch task.lastStatus {
        case .provisioning, .pending:
            guard task.isWanted else { return plan(.released, of: id, after: .seconds(1)) }
            let isThere = task.lastStatus == .pending && missingImages(of: id).isEmpty
            plan(.pulled, of: id, after: isThere ? .zero : pullLeft(task))
        case .activating where task.isWanted:
            plan(.started, of: id, after: startLeft(task))
        case .running where task.isWanted: resumeRunning(id, task)
        case .running, .deactivating: resumeDraining(id, task)
        case .activating, .stopping: resumeStopping(id, task)
        case .deprovisioning: plan(.released, of: id, after: task.address == nil ? .zero : .seconds(1))
        case .stopped: break
        }
    }

    private func pullLeft(_ task: ECSTask) -> Span {
        rest(of: physics.imagePull, since: task.pullStartedAt ?? task.createdAt, .pull, task.ordinal)
    }

    private func startLeft(_ task: ECSTask) -> Span {
        rest(of: physics.containerStart, since: task.pullStoppedAt ?? task.createdAt, .start, task.ordinal)
    }

    /// Targets drain first; where none is left, the containers are being stopped.
    private mutating func resumeDraining(_ id: TaskID, _ task: ECSTask) {
        guard !task.targets.isEmpty else { return resumeStopping(id, task) }
        ecs.tasks[id]?.lastStatus = .deactivating
        for target in task.targets where balancing.targets[target]?.state != .draining { deregisterTarget(target) }
    }

    /// SIGTERM came when the targets were drained, for all that is known.
    private mutating func resumeStopping(_ id: TaskID, _ task: ECSTask) {
        ecs.tasks[id]?.lastStatus = .stopping
        ecs.tasks[id]?.exitCode = 0
        let patience = task.plan.containers.map { $0.stopTimeout ?? .seconds(30) }.max() ?? .zero
        let stop = physics.containerStop
        let possible = Spread(min(stop.shortest, patience), min(stop.longest, patience))
        let began = min(now, (task.stoppingAt ?? now) + longestDrain(of: task))
        plan(.killed, of: id, after: rest(of: possible, since: began, .stop, task.ordinal))
    }

    private func longestDrain(of task: ECSTask) -> Span {
        guard let service = task.service, let settings = ecs.services[service]?.settings else { return .zero }
        return settings.loadBalancers.compactMap { balancer in
            balancing.targetGroupArns[balancer.targetGroupArn].flatMap {
                balancing.targetGroups[$0]?.deregistrationDelay
            }
        }.max() ?? .zero
    }

    /// A RUNNING task that is not known to be well: when it answers, and what has to see that.
    private mutating func resumeRunning(_ id: TaskID, _ task: ECSTask) {
        let start = task.startedAt ?? now
        let isIll =
            task.health == .unhealthy || task.targets.contains { balancing.targets[$0]?.state == .unhealthy }
        let longest = physics.behaviour(of: task.plan)?.readyAfter ?? physics.applicationReady.longest
        if isIll {
            // Failing checks long after the start do not get better by themselves.
            guard start + longest > now else { return }
            let ready = now + rest(of: physics.applicationReady, since: start, .ready, task.ordinal)
            ecs.tasks[id]?.agenda.ready = ready
        } else {
            let ready = resumeProbes(of: task, since: start)
            ecs.tasks[id]?.answers = ready <= now
            ecs.tasks[id]?.agenda.ready = ready <= now ? nil : ready
            if task.targets.isEmpty, task.service != nil { registerTargets(of: id) }
        }
        if task.health == .unknown { awaitVerdict(on: id) }
        planAgenda(of: id)
    }
}
