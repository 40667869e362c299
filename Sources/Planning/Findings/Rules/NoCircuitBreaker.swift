import Model

/// Nothing ends a rollout that fails (aws-facts 1.4).
enum NoCircuitBreaker: ServiceRule {
    static let id = "no-circuit-breaker"
    static let weight = Finding.Weight.notice
    static let summary = """
        The service has neither a deployment circuit breaker nor deployment alarms: a rollout whose tasks fail goes on for \
        ever, and nothing goes back by itself.
        """
    static let remedy = "`deploymentCircuitBreaker: {enable: true, rollback: true}`."

    static func finding(of service: RollingService, in context: FindingContext) -> Finding? {
        let watches = ["deploymentCircuitBreaker", "alarms"]
        guard service.isControlledByECS, service.isRolling, !service.isDaemon,
            !watches.contains(where: { service.configuration?[$0]?["enable"]?.bool == true })
        else { return nil }
        return finding(
            service, at: "/deploymentConfiguration",
            "neither a circuit breaker nor alarms end a rollout that fails; deploymentCircuitBreaker does")
    }
}
