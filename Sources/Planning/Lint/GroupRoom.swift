import Model

/// How many tasks of a service its groups hold at their maximum, were nothing else on them.
struct GroupRoom {
    let tasks: Int
    private let groups: [String]

    /// Nil where a group's bounds or types are not known.
    init?(of service: RollingService, in context: LintContext) {
        guard let capacity = ServiceCapacity(of: service, in: context.rolling), !capacity.pools.isEmpty else {
            return nil
        }
        var tasks = 0
        for pool in capacity.pools {
            guard let most = pool.maxSize, let types = pool.types, !types.isEmpty else { return nil }
            let each = types.filter { $0.holds(capacity.demand) != false }.map { $0.room.holds(capacity.demand) }
            tasks += most * (each.max() ?? 0)
        }
        self.tasks = tasks
        groups = capacity.pools.map { "\($0.group) with \(ForecastWords.count($0.maxSize ?? 0, "instance"))" }
    }

    /// `Group spot with 6 instances holds`.
    var text: String {
        "\(groups.count == 1 ? "Group" : "Groups") \(Words.list(groups)) \(groups.count == 1 ? "holds" : "hold")"
    }
}
