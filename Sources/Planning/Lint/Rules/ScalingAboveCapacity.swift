import Kinds
import Model

/// Tasks that a service may be scaled to, and that no instance can be had for.
enum ScalingAboveCapacity: ServiceLintRule {
    static let id = "scaling-above-capacity"
    static let weight = Finding.Weight.warn
    static let summary = """
        A service may be scaled to more tasks (by its ScalingPolicy with schedules, else by its own count) than its groups \
        hold at their maximum, each instance of the largest type and nothing else on it: the rest waits for room for ever, \
        and a rollout with it.
        """
    static let remedy = "A higher `maxSize`, or a lower `maxCapacity`."

    static func finding(of service: RollingService, in context: LintContext) -> Finding? {
        guard !service.isDaemon, let room = GroupRoom(of: service, in: context), room.tasks > 0 else { return nil }
        let owner = service.owner.flatMap { ResourceID(parsing: $0.owner) }.flatMap { context.index[$0] }
        let most = service.owner?.band?.upperBound ?? service.desired
        guard most > room.tasks else { return nil }
        let details = ["\(room.text) \(ForecastWords.count(room.tasks, "task")) at most."]
        guard let owner else {
            return finding(
                service, at: "/desiredCount", "\(ForecastWords.count(most, "task")) are more than its groups hold",
                details: details)
        }
        return finding(
            owner, at: "/maxCapacity", owner.spec["maxCapacity"],
            "\(ForecastWords.count(most, "task")) of \(service.id) are more than its groups hold", details: details)
    }
}
