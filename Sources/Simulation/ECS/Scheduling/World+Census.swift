// What the scheduler sees (aws-facts 1.3).
extension World {
    /// How long a task without any check must run before it counts.
    private static let trust = Span.seconds(40)

    /// A service's tasks as they stand now, oldest first.
    func census(of id: ServiceID) -> [SeenTask] {
        guard let service = ecs.services[id] else { return [] }
        let balanced = service.revisions.map { !$0.settings.loadBalancers.isEmpty }
        return service.tasks.compactMap { id in
            // One copy of the task for all that is asked of it.
            guard let task = ecs.tasks[id] else { return nil }
            let grace = service.settings.healthCheckGracePeriod
            return seen(task, id, isBalanced: balanced[task.revision], grace: grace)
        }
    }

    private func seen(_ task: ECSTask, _ id: TaskID, isBalanced: Bool, grace: Span) -> SeenTask {
        var seen = SeenTask(
            id: id, deployment: task.deployment, standing: standing(of: task, isBalanced: isBalanced, grace: grace))
        if let place = task.containerInstance {
            let room = ecs.rooms[Int(place.slot)]
            seen.instance = place
            seen.zone = room.zone
            seen.isDraining = !room.isOpen && ecs.containerInstances[place]?.status == .draining
        }
        seen.wasHealthy = task.wasHealthy
        seen.isCountedFailure = task.isCountedFailure
        seen.isProtected = task.protectedUntil.map { $0 > now } ?? false
        return seen
    }

    private func standing(of task: ECSTask, isBalanced: Bool, grace: Span) -> SeenTask.Standing {
        guard task.isWanted else { return .leaving }
        guard task.lastStatus == .running, let start = task.startedAt else { return .pending }
        let isChecked = task.plan.isChecked
        if !isChecked, !isBalanced { return now - start >= Self.trust ? .healthy : .undecided }
        let targets = isBalanced ? targetStanding(of: task) : .healthy
        if targets == .healthy, !isChecked || task.health == .healthy { return .healthy }
        let isIll = targets == .unhealthy || (isChecked && task.health == .unhealthy)
        return isIll && now - start >= grace ? .unhealthy : .undecided
    }

    /// Healthy when all of a task's targets are, unhealthy when one of them is.
    private func targetStanding(of task: ECSTask) -> SeenTask.Standing {
        var all = !task.targets.isEmpty
        for target in task.targets {
            switch balancing.targets[target]?.state {
            case .healthy: break
            case .unhealthy: return .unhealthy
            default: all = false
            }
        }
        return all ? .healthy : .undecided
    }

    /// When something changes of itself: a task earns trust, its grace period or protection ends, starts are held back no
    /// longer. An earlier look takes the place of a later one that was planned, so every look asks for the next.
    func nextChange(of id: ServiceID, _ census: [SeenTask]) -> Instant? {
        let grace = ecs.services[id]?.settings.healthCheckGracePeriod ?? .zero
        var next = ecs.services[id]?.launchesAfter.flatMap { $0 > now ? $0 : nil }
        for task in census where task.standing == .undecided {
            guard let start = ecs.tasks[task.id]?.startedAt else { continue }
            for span in [Self.trust, grace] where start + span > now { next = min(next ?? start + span, start + span) }
        }
        for task in census where task.isProtected {
            if let until = ecs.tasks[task.id]?.protectedUntil { next = min(next ?? until, until) }
        }
        return next
    }
}

extension TaskPlan {
    /// True when an essential container has a check of its own.
    var isChecked: Bool { containers.contains { $0.essential && $0.healthCheck != nil } }
}
