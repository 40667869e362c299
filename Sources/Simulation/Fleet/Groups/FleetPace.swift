/// How fast Auto Scaling looks and tries again.
enum FleetPace {
    /// From a change until the group is looked at.
    static let look = Span.seconds(1)
    /// From an instance's end until its group's health check sees it.
    static let healthCheck = Spread(.seconds(5), .seconds(15))
    /// From DeleteAutoScalingGroup without instances until the group is gone.
    static let deletion = Span.seconds(5)
    /// From Spot's notice until EC2 takes the instance (aws-facts 8.1).
    static let notice = Span.seconds(120)
    /// How long a terminated instance is described.
    static let terminatedKept = Span.hours(1)
    /// The longest wait after failed launches.
    static let longestBackOff = Span.minutes(10)
    /// How long a refresh tries without getting on (aws-facts 2.1).
    static let refreshPatience = Span.hours(1)
    /// How long a refresh may take at most (aws-facts 2.1).
    static let refreshLimit = Span.hours(14 * 24)
    /// How long an instance may stay in a lifecycle hook at most (aws-facts 2.2).
    static let hookLimit = Span.hours(48)

    /// The wait after so many failed launches in a row: 30 s, doubled each time.
    static func backOff(_ failures: Int) -> Span {
        min(longestBackOff, .seconds(30) * (1 << min(max(0, failures - 1), 5)))
    }
}
