import Model

/// Failed health checks count from a task's first second.
enum GracePeriodMissing: ServiceRule {
    static let id = "grace-period-missing"
    static let weight = Finding.Weight.warn
    static let summary = """
        A service behind a load balancer has no `healthCheckGracePeriodSeconds`, and its target group gives up within a \
        minute: tasks that are slow to start are ended before they answer, again and again.
        """
    static let remedy = "A grace period above the time that a task takes until it answers."

    static func finding(of service: RollingService, in context: FindingContext) -> Finding? {
        let groups = TargetGroupView.all(of: service, in: context)
        guard service.spec["healthCheckGracePeriodSeconds"]?.integer ?? 0 == 0,
            let strictest = groups.map(\.untilUnhealthy).min(), strictest < 60
        else { return nil }
        return finding(
            service, at: "/loadBalancers",
            "without healthCheckGracePeriodSeconds a task that does not answer within \(strictest) s is ended")
    }
}
