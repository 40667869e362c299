// What the scheduler sees (aws-facts 1.3).
extension World {
    /// How long a task without any check must run before it counts.
    private static let trust = Span.seconds(40)

    /// A service's tasks as they stand now, oldest first.
    func census(of id: ServiceID) -> [SeenTask] {
        let grace = ecs.services[id]?.settings.healthCheckGracePeriod ?? .zero
        return (ecs.services[id]?.tasks ?? []).compactMap { seen($0, of: id, grace: grace) }
    }

    private func seen(_ id: TaskID, of service: ServiceID, grace: Span) -> SeenTask? {
        guard let deployment = ecs.tasks[id]?.deployment else { return nil }
        var seen = SeenTask(id: id, deployment: deployment, standing: standing(of: id, in: service, grace: grace))
        if let place = ecs.tasks[id]?.containerInstance {
            seen.instance = place
            seen.zone = ecs.containerInstances[place]?.zoneSlot ?? -1
            seen.isDraining = ecs.containerInstances[place]?.status == .draining
        }
        seen.isProtected = ecs.tasks[id]?.protectedUntil.map { $0 > now } ?? false
        return seen
    }

    private func standing(of id: TaskID, in service: ServiceID, grace: Span) -> SeenTask.Standing {
        guard ecs.tasks[id]?.isWanted == true else { return .leaving }
        guard ecs.tasks[id]?.lastStatus == .running, let start = ecs.tasks[id]?.startedAt else { return .pending }
        let checked = ecs.tasks[id]?.plan.isChecked == true
        let balanced = isBalanced(id, in: service)
        if !checked, !balanced { return now - start >= Self.trust ? .healthy : .undecided }
        let targets = balanced ? targetStanding(of: id) : .healthy
        let own = ecs.tasks[id]?.health ?? .unknown
        if targets == .healthy, !checked || own == .healthy { return .healthy }
        let isIll = targets == .unhealthy || (checked && own == .unhealthy)
        return isIll && now - start >= grace ? .unhealthy : .undecided
    }

    private func isBalanced(_ id: TaskID, in service: ServiceID) -> Bool {
        guard let revision = ecs.tasks[id]?.revision else { return false }
        return ecs.services[service]?.revisions[revision].settings.loadBalancers.isEmpty == false
    }

    /// Healthy when all of a task's targets are, unhealthy when one of them is.
    private func targetStanding(of id: TaskID) -> SeenTask.Standing {
        var all = ecs.tasks[id]?.targets.isEmpty == false
        for target in ecs.tasks[id]?.targets ?? [] {
            switch balancing.targets[target]?.state {
            case .healthy: break
            case .unhealthy: return .unhealthy
            default: all = false
            }
        }
        return all ? .healthy : .undecided
    }

    /// When a task's standing changes of itself: trust is earned, or the grace period ends.
    func nextChange(of id: ServiceID, _ census: [SeenTask]) -> Instant? {
        let grace = ecs.services[id]?.settings.healthCheckGracePeriod ?? .zero
        var next: Instant?
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
