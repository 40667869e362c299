// What the scheduler sees (aws-facts 1.3).
extension World {
    /// How long a task without any check must run before it counts.
    private static let trust = Span.seconds(40)

    /// A service's tasks as they stand now, oldest first.
    func census(of id: ServiceID) -> [SeenTask] {
        let balanced = (0..<(ecs.services[id]?.revisions.count ?? 0)).map { revision in
            ecs.services[id]?.revisions[revision].settings.loadBalancers.isEmpty == false
        }
        let grace = ecs.services[id]?.settings.healthCheckGracePeriod ?? .zero
        return (ecs.services[id]?.tasks ?? []).compactMap { id in
            glance(at: id).map { seen($0, id, isBalanced: balanced[$0.revision], grace: grace) }
        }
    }

    private func seen(_ task: TaskGlance, _ id: TaskID, isBalanced: Bool, grace: Span) -> SeenTask {
        var seen = SeenTask(
            id: id, deployment: task.deployment, standing: standing(of: task, isBalanced: isBalanced, grace: grace))
        if let place = task.instance {
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

    private func standing(of task: TaskGlance, isBalanced: Bool, grace: Span) -> SeenTask.Standing {
        guard task.isWanted else { return .leaving }
        guard let start = task.runningSince else { return .pending }
        if !task.isChecked, !isBalanced { return now - start >= Self.trust ? .healthy : .undecided }
        let targets = isBalanced ? targetStanding(of: task) : .healthy
        if targets == .healthy, !task.isChecked || task.health == .healthy { return .healthy }
        let isIll = targets == .unhealthy || (task.isChecked && task.health == .unhealthy)
        return isIll && now - start >= grace ? .unhealthy : .undecided
    }

    /// Healthy when all of a task's targets are, unhealthy when one of them is.
    private func targetStanding(of task: TaskGlance) -> SeenTask.Standing {
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
            guard let start = glance(at: task.id)?.runningSince else { continue }
            for span in [Self.trust, grace] where start + span > now { next = min(next ?? start + span, start + span) }
        }
        for task in census where task.isProtected {
            if let until = glance(at: task.id)?.protectedUntil { next = min(next ?? until, until) }
        }
        return next
    }
}

extension TaskPlan {
    /// True when an essential container has a check of its own.
    var isChecked: Bool { containers.contains { $0.essential && $0.healthCheck != nil } }
}
