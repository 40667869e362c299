import Model

/// The points of time that AWS told of what it showed.
///
/// They are read by AWS's clock and the moment of the observation by ours, which may be behind it.
struct ObservedTimes {
    private let observed: ObservedCapacity

    init(_ observed: ObservedCapacity) { self.observed = observed }

    /// When AWS was asked: what it told of has happened by then.
    var now: Instant {
        let asked = Instant(milliseconds: observed.at)
        return max(asked, told.max() ?? asked)
    }

    private var told: [Instant] {
        let services = rows(observed.services)
        return times(["createdAt", "startedAt", "stoppingAt"], rows(observed.tasks))
            + times(["createdAt"], services + services.flatMap { $0.rows("events") })
            + times(["createdAt", "updatedAt"], services.flatMap { $0.rows("deployments") })
            + times(["registeredAt"], rows(observed.containerInstances))
            + times(["launchTime"], rows(observed.instances))
    }

    private func rows(_ values: [Value]) -> [ObservedRow] { values.map(ObservedRow.init) }

    private func times(_ names: [String], _ rows: [ObservedRow]) -> [Instant] {
        rows.flatMap { row in names.compactMap { row.time($0) } }
    }
}
