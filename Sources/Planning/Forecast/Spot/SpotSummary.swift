import Model

/// What the worlds of a Spot check have in common.
struct SpotSummary {
    let losses: [SpotLoss]
    /// Resources by the services' names in AWS.
    let names: [String: ResourceID]

    init(_ losses: [SpotLoss], names: [String: ResourceID]) {
        self.losses = losses
        self.names = names
    }

    /// The outlook without `target`.
    func outlook(_ target: SpotTarget) -> SpotOutlook {
        var outlook = SpotOutlook(taken: target.words, instances: losses.map(\.instances).max() ?? 0)
        let services = Set(losses.flatMap(\.rows).map(\.service)).sorted()
        outlook.services = services.compactMap(loss).sorted { $0.service < $1.service }
        return outlook
    }

    private func loss(_ name: String) -> SpotOutlook.Loss? {
        let rows = losses.flatMap(\.rows).filter { $0.service == name }
        // The world that hurts most stands for the others.
        guard let worst = rows.min(by: { ($0.lowest - $0.floor, $1.tasks) < ($1.lowest - $1.floor, $0.tasks) }) else {
            return nil
        }
        let isBack = rows.allSatisfy { $0.back != nil }
        return SpotOutlook.Loss(
            names[name] ?? ResourceID("Service", name), tasks: rows.map(\.tasks).max() ?? 0,
            lowestHealthy: worst.lowest, desired: worst.desired, floor: worst.floor,
            backAfter: isBack ? Ranked(rows.map(\.back)).durations?.p95 : nil)
    }
}

extension SpotOutlook {
    /// True when it falls further below a floor, comes nearer to one, or loses more tasks.
    func isWorse(than other: SpotOutlook) -> Bool {
        (margin, -lost) < (other.margin, -other.lost)
    }

    /// The least that a service keeps above its floor; many when none loses anything.
    private var margin: Int { services.map { $0.lowestHealthy - $0.floor }.min() ?? .max }
    private var lost: Int { services.reduce(0) { $0 + $1.tasks } }
}
