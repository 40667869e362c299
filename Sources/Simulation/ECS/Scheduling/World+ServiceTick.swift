// The service scheduler's look at one service (aws-facts 1.2).
extension World {
    /// Something touched a service: the scheduler looks at it at the next quantum.
    mutating func markDirty(_ id: ServiceID) {
        guard ecs.services[id]?.tickPending == false, let ordinal = ecs.services[id]?.ordinal,
            let turn = ecs.services[id]?.turns
        else { return }
        ecs.services[id]?.tickPending = true
        ecs.services[id]?.turns += 1
        schedule(.service(id), after: physics.schedulerQuantum.draw(dice, .settle, ordinal, turn: turn))
    }

    /// The scheduler looks at a service at `instant` if not before.
    mutating func wake(_ id: ServiceID, at instant: Instant) {
        if let planned = ecs.services[id]?.wakeAt, planned <= instant, planned > now { return }
        ecs.services[id]?.wakeAt = instant
        schedule(.service(id), after: max(.zero, instant - now))
    }

    mutating func tickService(_ id: ServiceID) {
        guard let status = ecs.services[id]?.status, status != .inactive else { return }
        ecs.services[id]?.tickPending = false
        if let planned = ecs.services[id]?.wakeAt, planned <= now { ecs.services[id]?.wakeAt = nil }
        if status == .draining {
            drainService(id)
            sample(id, census(of: id))
        } else {
            sample(id, runScheduler(id))
        }
        sayTargets(of: id)
    }

    /// Gives how the tasks stand afterwards.
    private mutating func runScheduler(_ id: ServiceID) -> [SeenTask] {
        refreshGlances(of: id)
        let census = census(of: id)
        observeHealth(of: id, census)
        dropEmptyDeployments(of: id, census)
        let isDaemon = ecs.services[id]?.settings.scheduling == .daemon
        let moved = isDaemon ? stepDaemon(id, census) : stepReplica(id, census)
        if !moved { settle(id, census) }
        if let next = nextChange(of: id, census) { wake(id, at: next) }
        return moved ? self.census(of: id) : census
    }

    private mutating func drainService(_ id: ServiceID) {
        for task in ecs.services[id]?.tasks ?? [] {
            stopTask(task, code: .serviceScheduler, reason: "Task stopped because its service is being deleted.")
        }
        guard ecs.services[id]?.tasks.isEmpty == true, let cluster = ecs.services[id]?.cluster else { return }
        ecs.services[id]?.status = .inactive
        ecs.services[id]?.deployments = []
        ecs.clusters[cluster]?.services.removeAll { $0 == id }
        note(.service(id), ecs.services[id]?.name ?? "", "inactive")
    }

    /// Nothing was started or stopped: a deployment may be complete, a service steady.
    private mutating func settle(_ id: ServiceID, _ census: [SeenTask]) {
        let wanted = ecs.services[id]?.settings.desiredCount ?? 0
        let primary = ecs.services[id]?.deployments.first?.id
        let isWhole =
            census.count == wanted
            && census.allSatisfy { $0.deployment == primary && $0.standing == .healthy && !$0.isDraining }
        guard isWhole, ecs.services[id]?.native == nil else {
            ecs.services[id]?.steadySince = nil
            return
        }
        completeDeployment(id)
        guard ecs.services[id]?.deployments.first?.rollout == .completed else { return }
        saySteady(id)
        balanceZones(id, census)
    }

    /// Healthy tasks set the breaker back, unhealthy ones count against it.
    private mutating func observeHealth(of id: ServiceID, _ census: [SeenTask]) {
        for task in census {
            switch task.standing {
            case .healthy where !task.wasHealthy:
                ecs.tasks[task.id]?.wasHealthy = true
                taskBecameHealthy(task.deployment, of: id)
            case .unhealthy where !task.isCountedFailure:
                ecs.tasks[task.id]?.isCountedFailure = true
                sayFailedChecks(task.id, of: id)
                countFailure(of: task.deployment, in: id)
            default: break
            }
        }
    }
}
