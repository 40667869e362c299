// Carrying out what `ReplicaRules` says.
extension World {
    /// One look at a REPLICA service; true when something was started or stopped.
    mutating func stepReplica(_ id: ServiceID, _ census: [SeenTask]) -> Bool {
        endRebalancing(of: id, census)
        advanceNative(id, census)
        guard let rules = replicaRules(of: id, census) else { return false }
        let steps = rules.steps()
        for (task, reason) in steps.stops { noteStop(task, reason, of: id) }
        stop(steps.stops.map { ($0.task.id, $0.reason) }, of: id)
        var started = false
        for (deployment, count) in steps.starts {
            started = start(count, of: deployment, in: id) || started
        }
        if steps.isStuck { sayStuck(id) }
        return started || !steps.stops.isEmpty
    }

    private func replicaRules(of id: ServiceID, _ census: [SeenTask]) -> ReplicaRules? {
        guard let primary = ecs.services[id]?.deployments.first, let settings = ecs.services[id]?.settings else {
            return nil
        }
        let desired = settings.desiredCount + (ecs.services[id]?.rebalancing ?? 0)
        let native = ecs.services[id]?.native
        var bounds = settings.deployment.bounds(settings.desiredCount)
        if native != nil { bounds.upper += settings.desiredCount }
        let isHeld = ecs.services[id]?.launchesAfter.map { $0 > now } ?? false
        let older = ecs.services[id]?.deployments.dropFirst().map {
            ReplicaRules.Older(id: $0.id, desired: $0.desiredCount, mayStart: $0.rollout != .failed && !isHeld)
        }
        return ReplicaRules(
            desired: native?.holdsPrimary == true ? 0 : desired, bounds: bounds, primary: primary.id,
            mayStart: primary.rollout != .failed && !isHeld, isFailed: primary.rollout == .failed,
            keepsOlder: native?.keepsOlder ?? false, older: older ?? [], tasks: census)
    }

    /// An older deployment is not meant to have a task back that made way.
    private mutating func noteStop(_ task: SeenTask, _ reason: ReplicaRules.Reason, of id: ServiceID) {
        guard reason == .superseded,
            let index = ecs.services[id]?.deployments.firstIndex(where: { $0.id == task.deployment }),
            let desired = ecs.services[id]?.deployments[index].desiredCount
        else { return }
        ecs.services[id]?.deployments[index].desiredCount = max(0, desired - 1)
    }

    private mutating func stop(_ stops: [(TaskID, ReplicaRules.Reason)], of id: ServiceID) {
        guard !stops.isEmpty else { return }
        guard keepsRecords else {
            for (task, reason) in stops { stopTask(task, code: .serviceScheduler, reason: Self.word(of: reason)) }
            return
        }
        let draining = stops.count { ecs.tasks[$0.0]?.targets.isEmpty == false }
        let names = stops.map { task, reason in
            stopTask(task, code: .serviceScheduler, reason: stopReason(task, reason, of: id))
            return taskName(task)
        }
        if draining > 0 { say(id, "has begun draining connections on \(draining) tasks.") }
        say(id, "has stopped \(names.count) running tasks: \(names.joined(separator: " ")).")
    }

    /// What stands for a reason where nobody reads it.
    private static func word(of reason: ReplicaRules.Reason) -> String {
        reason == .unhealthy ? "unhealthy" : "scaling"
    }

    private func stopReason(_ task: TaskID, _ reason: ReplicaRules.Reason, of id: ServiceID) -> String {
        switch reason {
        case .unhealthy:
            let target = ecs.tasks[task]?.targets.first { balancing.targets[$0]?.state == .unhealthy }
            let group = target.flatMap { balancing.targets[$0]?.group }.flatMap { balancing.targetGroups[$0]?.arn }
            return group.map { "Task failed ELB health checks in (target-group \($0))" }
                ?? "Task failed container health checks"
        case .surplus where ecs.services[id]?.rebalancing == 0 && ecs.services[id]?.isEvening == true:
            let deployment = ecs.services[id]?.deployments.first?.name ?? ""
            return "Availability-zone rebalancing initiated by (deployment \(deployment))"
        case .superseded, .surplus, .draining:
            let deployment = ecs.tasks[task]?.startedBy ?? ""
            return "Scaling activity initiated by (deployment \(deployment))"
        }
    }
}
