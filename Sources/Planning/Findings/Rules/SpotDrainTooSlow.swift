import Model

/// Spot's notice is two minutes (aws-facts 8.1): draining and stopping have to fit into them.
enum SpotDrainTooSlow: ServiceRule {
    static let id = "spot-drain-too-slow"
    static let weight = Finding.Weight.warn
    static let summary = """
        On Spot instances, the deregistration delay and the stop timeout (with the start of a replacement before them \
        where the floor is the count) take longer than the two minutes' notice: requests are cut off when an instance is \
        taken.
        """
    static let remedy =
        "A shorter deregistration delay or stop timeout, or a minimum that lets a task go before its replacement."

    /// Spot's notice, in seconds.
    private static let notice = 120

    static func finding(of service: RollingService, in context: FindingContext) -> Finding? {
        guard !service.isDaemon, service.desired > 0,
            let pools = ServiceCapacity(of: service, in: context)?.pools, pools.contains(where: \.hasSpot)
        else { return nil }
        let pace = RolloutPace(service, in: context)
        let first = service.bounds.slack == 0 ? pace.untilHealthy : 0
        let (drain, stop) = (pace.drain ?? 0, pace.stop)
        guard first + drain + stop > notice else { return nil }
        let parts =
            (first > 0 ? ["about \(first) s until a replacement is healthy"] : [])
            + (drain > 0 ? ["\(drain) s of deregistration delay"] : []) + ["\(stop) s to stop"]
        let slowest = pace.targetGroups.max { $0.deregistrationDelay < $1.deregistrationDelay }
        let path: FieldPath = "/attributes/deregistration_delay.timeout_seconds"
        return finding(
            service, at: "/loadBalancers", place: slowest?.resource.flatMap { context.place(of: path, in: $0) },
            "\(Words.list(parts)) do not fit into a Spot notice of \(notice) s: requests are cut off",
            details: [way(notice - first - stop, slowest, service)])
    }

    private static func way(_ left: Int, _ group: TargetGroupView?, _ service: RollingService) -> String {
        if let group, left > 0 {
            return "Use a deregistration delay of at most \(left) s for target group \(group.name)."
        }
        return service.bounds.slack == 0
            ? "Use a minimum below 100, so that a task may go before its replacement is there."
            : "Use a shorter stopTimeout."
    }
}
