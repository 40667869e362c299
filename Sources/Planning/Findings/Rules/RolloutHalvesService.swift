import Model

/// At least half of the tasks are gone while it rolls.
enum RolloutHalvesService: ServiceRule {
    static let id = "rollout-halves-service"
    static let weight = Finding.Weight.warn
    static let summary = """
        The plan rolls a service whose bounds let at least half of its tasks go at once, though not all of them: for the \
        time of the rollout fewer tasks answer.
        """
    static let remedy = "Minimum 100 where there is room for more tasks, or a higher minimum."

    static func finding(of service: RollingService, in context: FindingContext) -> Finding? {
        let bounds = service.bounds
        guard service.isRolling, !service.isDaemon, !service.isNew, bounds.floor > 0,
            bounds.slack * 2 >= bounds.desired
        else { return nil }
        let pace = RolloutPace(service, in: context)
        let lasting = RolloutPace.words(pace.waves * pace.untilHealthy)
        let share =
            bounds.slack * 2 == bounds.desired && bounds.desired > 2
            ? "half of the tasks are" : "\(bounds.slack) of \(bounds.desired) tasks \(bounds.slack == 1 ? "is" : "are")"
        return finding(
            service, at: "/deploymentConfiguration/minimumHealthyPercent", "\(share) gone for about \(lasting)",
            details: [way(service, in: context)])
    }

    private static func way(_ service: RollingService, in context: FindingContext) -> String {
        let bounds = service.bounds
        let maximum = bounds.surge > 0 ? bounds.maximumPercent : 200
        let more = bounds.desired * maximum / 100 - bounds.desired
        let room = ServiceCapacity(of: service, in: context)?.says(room: more) ?? ""
        return
            "100/\(maximum) would keep \(bounds.desired) and needs room for \(ForecastWords.count(more, "more task"))\(room)."
    }
}
