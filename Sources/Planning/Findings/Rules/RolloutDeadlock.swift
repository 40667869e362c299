import Model

/// The bounds leave a rollout no step (aws-facts 1.1): ECS says so in an event and waits for ever.
enum RolloutDeadlock: ServiceRule {
    static let id = "rollout-deadlock"
    static let weight = Finding.Weight.refuse
    static let summary = """
        The plan rolls tasks of a service while ceil(count x minimum) = floor(count x maximum) = count: nothing may stop \
        and nothing may start, so the rollout never moves. Where something else moves the count, the live one decides. A \
        DAEMON service is refused while its minimum lets none of its tasks go.
        """
    static let remedy = "0/100 (a gap), 100/200 (room for twice the tasks), or a count at which one may go or come."

    static func finding(of service: RollingService, in context: FindingContext) -> Finding? {
        guard service.isControlledByECS, !service.isNew else { return nil }
        if service.isDaemon { return daemon(service, in: context) }
        let bounds = service.bounds
        guard service.isRolling, bounds.isDeadlocked else { return nil }
        return finding(
            service, at: "/deploymentConfiguration/minimumHealthyPercent", "this rollout can never move",
            details: [
                bounds.arithmetic,
                "Nothing can stop, nothing can start. Use \(Words.choice(waysOut(service, in: context))).",
            ])
    }

    private static func waysOut(_ service: RollingService, in context: FindingContext) -> [String] {
        let (bounds, pace) = (service.bounds, RolloutPace(service, in: context))
        let room = ServiceCapacity(of: service, in: context)?.says(room: bounds.desired) ?? ""
        let ways = [
            "0/100 (a gap of about \(RolloutPace.words(pace.untilHealthy)))",
            "100/200 (room for \(ForecastWords.count(bounds.desired, "more task"))\(room))",
        ]
        guard service.owner == nil, let other = next(after: bounds) else { return ways }
        return ways + [ForecastWords.count(other, "task")]
    }

    /// The next count at which the same percentages leave a step; nil when none of the next hundred does.
    private static func next(after bounds: RolloutBounds) -> Int? {
        (bounds.desired + 1...bounds.desired + 100).first { !bounds.at($0).isDeadlocked }
    }

    private static func daemon(_ service: RollingService, in context: FindingContext) -> Finding? {
        let (bounds, count) = (service.bounds, service.desired)
        guard count > 0, bounds.slack == 0 else { return nil }
        let gap = RolloutPace.words(RolloutPace(service, in: context).untilHealthy)
        let most = (count - 1) * 100 / count
        let other = most > 0 ? ", or one between 1 and \(most)" : ""
        return finding(
            service, at: "/deploymentConfiguration/minimumHealthyPercent", "this rollout can never move",
            details: [
                """
                \(ForecastWords.count(count, "instance")) at minimum \(bounds.minimumHealthyPercent): at least \
                ceil(\(count) x \(bounds.minimumHealthyPercent) %) = \(bounds.floor) must stay, and an instance takes \
                only one.
                """,
                "Nothing can stop, nothing can start. Use minimum 0 (a gap of about \(gap) on each instance)\(other).",
            ])
    }
}

extension RolloutBounds {
    /// The two bounds with their sums.
    public var arithmetic: String {
        """
        \(ForecastWords.count(desired, "task")) at \(percentages): at least ceil(\(desired) x \(minimumHealthyPercent) %) = \
        \(floor) must stay, at most floor(\(desired) x \(maximumPercent) %) = \(ceiling) may run.
        """
    }

    /// A count at which a DAEMON service's tasks may not make way.
    var holdsDaemons: Bool { desired > 0 && slack == 0 }
}
