// What a service says of itself (`events`), in the sense of AWS's service event messages.
extension World {
    /// Puts an event `(service NAME) …` in front; at most 100 are kept.
    mutating func say(_ id: ServiceID, _ text: String) {
        guard keepsRecords, let name = ecs.services[id]?.name else { return }
        let message = "(service \(name)) \(text)"
        let event = ServiceEvent(id: uuid(nextOrdinal()), createdAt: now, message: message)
        ecs.services[id]?.events.insert(event, at: 0)
        if let count = ecs.services[id]?.events.count, count > 100 { ecs.services[id]?.events.removeLast(count - 100) }
        timeline.note(now, .service(id), name, text)
    }

    /// `(task 0123…)`.
    func taskName(_ id: TaskID) -> String { "(task \(ecs.tasks[id]?.id ?? ""))" }

    mutating func sayStarted(_ tasks: [TaskID], of id: ServiceID) {
        guard keepsRecords, !tasks.isEmpty else { return }
        say(id, "has started \(tasks.count) tasks: \(tasks.map(taskName).joined(separator: " ")).")
    }

    /// Steady state is said when it comes, and every six hours while it lasts.
    mutating func saySteady(_ id: ServiceID) {
        if let since = ecs.services[id]?.steadySince {
            guard now - since >= .hours(6) else { return wake(id, at: since + .hours(6)) }
        }
        ecs.services[id]?.steadySince = now
        announceAction("SERVICE_STEADY_STATE", "INFO", of: id)
        say(id, "has reached a steady state.")
        wake(id, at: now + .hours(6))
    }

    /// Said once a deployment.
    mutating func sayStuck(_ id: ServiceID) {
        guard let primary = ecs.services[id]?.deployments.first, primary.rollout == .inProgress,
            ecs.services[id]?.stuckDeployment != primary.id
        else { return }
        ecs.services[id]?.stuckDeployment = primary.id
        say(
            id,
            "was unable to stop or start tasks during a deployment because of the service deployment configuration. "
                + "Update the minimumHealthyPercent or maximumPercent value and try again.")
    }

    /// Targets that came and went since the last look.
    mutating func sayTargets(of id: ServiceID) {
        guard let notices = ecs.services[id]?.targetNotices, !notices.isEmpty else { return }
        ecs.services[id]?.targetNotices = []
        guard keepsRecords else { return }
        for notice in notices {
            let verb = notice.isRegistration ? "registered" : "deregistered"
            say(id, "\(verb) \(notice.count) targets in (target-group \(notice.group)).")
        }
    }

    mutating func sayUnhealthy(_ target: TargetID, of task: TaskID, _ id: ServiceID) {
        guard keepsRecords, let found = balancing.targets[target], let group = balancing.targetGroups[found.group]?.arn
        else {
            return
        }
        let host = ecs.tasks[task]?.address == nil ? "(instance \(found.id))" : "(task \(ecs.tasks[task]?.id ?? ""))"
        let reason = found.description ?? found.reason ?? "Health checks failed"
        say(id, "\(host) (port \(found.port)) is unhealthy in (target-group \(group)) due to (reason \(reason)).")
    }

    mutating func sayFailedChecks(_ task: TaskID, of id: ServiceID) {
        guard ecs.tasks[task]?.health == .unhealthy else { return }
        say(id, "\(taskName(task)) failed container health checks.")
    }

    /// Said again after a quarter of an hour at the earliest.
    mutating func sayNoRoom(_ id: ServiceID, _ request: PlacementRequest) {
        if let last = ecs.services[id]?.placementFailureSaid, now - last < .minutes(15) { return }
        ecs.services[id]?.placementFailureSaid = now
        announceAction("SERVICE_TASK_PLACEMENT_FAILURE", "ERROR", of: id)
        say(
            id,
            "was unable to place a task because no container instance met all of its requirements. "
                + shortage(request)
                + " For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.")
    }
}
