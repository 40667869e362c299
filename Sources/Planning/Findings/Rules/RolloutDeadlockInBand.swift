import Model

/// Counts that the owner of a service's count may choose and at which a rollout has no step.
enum RolloutDeadlockInBand: ServiceRule {
    static let id = "rollout-deadlock-in-band"
    static let weight = Finding.Weight.warn
    static let summary = """
        Something else moves the count (a ScalingPolicy; for a DAEMON service the group's size), and at some counts of its \
        band other than the live one a rollout could never move.
        """
    static let remedy = "100/200, which moves at every count, or a band that begins above those counts."

    /// Bands are not looked through beyond so many counts.
    private static let limit = 10_000

    static func finding(of service: RollingService, in context: FindingContext) -> Finding? {
        guard service.isControlledByECS, service.isDaemon || service.isRolling,
            let (owner, band) = band(of: service, in: context)
        else { return nil }
        let last = min(band.upperBound, band.lowerBound + limit)
        let deadlocked = (band.lowerBound...last).filter { count in
            let bounds = service.bounds.at(count)
            return service.isDaemon ? bounds.holdsDaemons : bounds.isDeadlocked
        }
        let stuck = deadlocked.filter { $0 != service.desired || service.isNew }
        guard let highest = deadlocked.last, !stuck.isEmpty else { return nil }
        let noun = service.isDaemon ? "instance" : "task"
        let counts = stuck == [1] ? "1 \(noun)" : "\(Words.ranges(stuck)) \(noun)s"
        return finding(
            service, at: "/deploymentConfiguration/minimumHealthyPercent",
            "at \(counts) a rollout at \(service.bounds.percentages) could never move",
            details: [
                "\(owner) may go from \(band.lowerBound) to \(band.upperBound). "
                    + remedy(service, above: highest, band)
            ])
    }

    private static func remedy(_ service: RollingService, above highest: Int, _ band: ClosedRange<Int>) -> String {
        let percent = service.isDaemon ? "Minimum 0" : "100/200"
        guard highest < band.upperBound else { return "\(percent) always moves." }
        return "\(percent) always moves; so does a band from \(highest + 1)."
    }

    private static func band(
        of service: RollingService, in context: FindingContext
    ) -> (owner: String, band: ClosedRange<Int>)? {
        if !service.isDaemon { return service.owner.flatMap { claim in claim.band.map { (claim.owner, $0) } } }
        guard let pools = ServiceCapacity(of: service, in: context)?.pools, let only = pools.first, pools.count == 1,
            let low = only.minSize, let high = only.maxSize, low <= high
        else { return nil }
        return ("Group \(only.group)", low...high)
    }
}
