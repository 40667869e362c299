import Model

/// All tasks may stop before a new one is there.
enum StopFirstOutage: ServiceRule {
    static let id = "stop-first-outage"
    static let weight = Finding.Weight.warn
    static let summary = """
        The plan rolls a service whose floor is 0: ECS may stop all old tasks at once, and nothing answers until the first \
        new one is healthy.
        """
    static let remedy = "A minimum that keeps one task, or 100/200 where there is room."

    static func finding(of service: RollingService, in context: FindingContext) -> Finding? {
        let bounds = service.bounds
        guard service.isRolling, !service.isDaemon, !service.isNew, bounds.desired > 0, bounds.floor == 0 else {
            return nil
        }
        let gap = RolloutPace.words(RolloutPace(service, in: context).untilHealthy)
        let room = ServiceCapacity(of: service, in: context)?.says(room: bounds.desired) ?? ""
        return finding(
            service, at: "/deploymentConfiguration/minimumHealthyPercent",
            "all tasks stop before new ones are there, a gap of about \(gap)",
            details: [
                "100/200 has none and needs room for \(ForecastWords.count(bounds.desired, "more task"))\(room)."
            ])
    }
}
