import Model

/// There is room for fewer new tasks at a time than the maximum percent allows.
enum GroupMaximumSlows: ServiceRule {
    static let id = "group-maximum-slows"
    static let weight = Finding.Weight.warn
    static let summary = """
        The group is at its maximum and holds fewer new tasks at a time than the service's maximum percent allows: the \
        rollout works, in more waves.
        """
    static let remedy = "A higher maximum of the group, if the time matters."

    static func finding(of service: RollingService, in context: FindingContext) -> Finding? {
        let bounds = service.bounds
        guard service.isRolling, !service.isDaemon, !service.isNew, bounds.surge > 0,
            let capacity = ServiceCapacity(of: service, in: context), !capacity.isUncertain,
            let surge = capacity.surge, surge.now + surge.later < bounds.surge,
            // Where neither one may come nor one may go, another rule speaks.
            surge.now + surge.later > 0 || bounds.slack > 0
        else { return nil }
        let fits = surge.now + surge.later
        return finding(
            service, at: "/deploymentConfiguration/maximumPercent",
            "\(fits == 0 ? "none" : "only \(fits)") of the \(ForecastWords.count(bounds.surge, "more task")) that "
                + "\(bounds.percentages) allows \(fits == 1 ? "finds" : "find") room, which makes it slower",
            details: [capitalised(Words.list(capacity.pools.map(\.fullness))) + "."])
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
