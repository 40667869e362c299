import Model

/// The same as the rule of plans, of what the manifests alone say: groups at their maximum, with nothing else on them.
enum SurgeWithoutRoom: ServiceLintRule {
    static let id = NoRoomForSurge.id
    static let weight = Finding.Weight.warn
    static let summary = """
        The bounds let no task go before a new one is healthy (floor = count, as at minimum 100), and the groups behind the \
        service, at their maximum and without anything else on them, hold no task more: a rollout waits for room for ever.
        """
    static let remedy = "Raise the group's `maxSize`, or a minimum that lets tasks go first."

    static func finding(of service: RollingService, in context: LintContext) -> Finding? {
        let bounds = service.bounds
        guard service.isRolling, !service.isDaemon, bounds.desired > 0, bounds.slack == 0, bounds.surge > 0,
            let room = GroupRoom(of: service, in: context), room.tasks == bounds.desired
        else { return nil }
        return finding(
            service, at: "/deploymentConfiguration/minimumHealthyPercent",
            "not one new task finds room beside the \(bounds.desired) that must stay",
            details: ["\(room.text) \(ForecastWords.count(room.tasks, "task")) at most."])
    }
}
