import Model
import Simulation

/// The load balancer's checks count as soon as the grace period is over, whatever the container's own check waits for.
enum GracePeriodShort: ServiceLintRule {
    static let id = "grace-period-short"
    static let weight = Finding.Weight.warn
    static let summary = """
        A service's `healthCheckGracePeriodSeconds` ends before a container may be up by its own health check (`startPeriod`): \
        a task that is slow to start, which the container's check allows, is ended by the target group's.
        """
    static let remedy = "A grace period of at least the longest `startPeriod`, and the time to pull the image."

    static func finding(of service: RollingService, in context: LintContext) -> Finding? {
        let path: FieldPath = "/healthCheckGracePeriodSeconds"
        let balanced = service.spec["loadBalancers"]?.list ?? []
        guard let grace = service.spec[path]?.integer, grace > 0, !balanced.isEmpty else { return nil }
        let starts = (service.definition?.plan.containers ?? []).filter(\.essential).compactMap { container in
            container.healthCheck.map { (container.name, Int($0.startPeriod.milliseconds / 1000)) }
        }
        guard let slowest = starts.max(by: { $0.1 < $1.1 }), slowest.1 > grace else { return nil }
        return finding(
            service, at: path,
            "\(grace) s of grace end before container \(slowest.0) may be up, \(slowest.1) s after its start")
    }
}
