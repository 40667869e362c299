import Model

/// The bounds that hold a rollout also hold the replacement of tasks on a draining instance (aws-facts 8.2).
enum DrainDeadlock: ServiceRule {
    static let id = "drain-deadlock"
    static let weight = Finding.Weight.warn
    static let summary = """
        A service is made, or rolled by a native strategy, with bounds at which nothing may stop and nothing may start \
        (100/100): its tasks never leave a draining instance, so instance refreshes, scale-in and Spot notices wait or cut \
        tasks off, and a later rolling deployment would never move.
        """
    static let remedy = "A maximum above 100, or a minimum below it."

    static func finding(of service: RollingService, in context: FindingContext) -> Finding? {
        guard service.isControlledByECS, !service.isDaemon, service.bounds.isDeadlocked,
            service.isNew || !service.isRolling
        else { return nil }
        let later = service.isRolling ? ", and no later rollout could move" : ""
        return finding(
            service, at: "/deploymentConfiguration/minimumHealthyPercent",
            "its tasks can never leave a draining instance\(later)",
            details: [service.bounds.arithmetic])
    }
}
