import Model

/// Nothing may stop before something new is healthy, and nothing new finds room.
enum NoRoomForSurge: ServiceRule {
    static let id = "no-room-for-surge"
    static let weight = Finding.Weight.refuse
    static let summary = """
        The bounds let no task go before a new one is healthy (floor = count), and not one new task finds room with the \
        group at its maximum: neither on the instances that are up nor on those that may still come. Only a warning when \
        another change of the plan, or tasks that end by themselves, may make room.
        """
    static let remedy = "Raise the group's maximum, or a minimum that lets tasks go first."

    static func finding(of service: RollingService, in context: FindingContext) -> Finding? {
        let bounds = service.bounds
        guard service.isRolling, !service.isDaemon, !service.isNew, bounds.desired > 0, bounds.slack == 0,
            bounds.surge > 0, let capacity = ServiceCapacity(of: service, in: context), !capacity.isUncertain,
            let surge = capacity.surge, surge == (0, 0), fitsSomewhere(capacity)
        else { return nil }
        let others = capacity.mayChange ? " Room may come while other tasks go." : ""
        return finding(
            service, capacity.mayChange ? .warn : .refuse, at: "/deploymentConfiguration/minimumHealthyPercent",
            "not one new task finds room, and none of the old ones may go first",
            details: [
                """
                \(ForecastWords.count(bounds.desired, "task")) at \(bounds.percentages): all \(bounds.desired) must stay, and a \
                new one needs \(capacity.demand.text).
                """, fullness(capacity) + others, ways(service, capacity, in: context),
            ])
    }

    /// Of a task that fits nowhere ever another rule speaks.
    private static func fitsSomewhere(_ capacity: ServiceCapacity) -> Bool {
        capacity.pools.contains { pool in
            pool.types.map { $0.contains { $0.holds(capacity.demand) != false } } ?? true
        }
    }

    private static func fullness(_ capacity: ServiceCapacity) -> String {
        let free = capacity.pools.flatMap { $0.instances ?? [] }.filter(\.isOpen).map(\.free)
        let most = free.max { ($0.memory, $0.cpu) < ($1.memory, $1.cpu) }
        let groups = Words.list(capacity.pools.map(\.fullness))
        let text = most.map { "\(groups); the most that is free on one instance is \($0.text)." } ?? "\(groups)."
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private static func ways(
        _ service: RollingService, _ capacity: ServiceCapacity, in context: FindingContext
    ) -> String {
        let bounds = service.bounds
        let fewer = bounds.desired > 1 ? (bounds.desired - 1) * 100 / bounds.desired : 0
        let gap = fewer == 0 ? " (a gap)" : ""
        let places = capacity.pools.compactMap { pool in
            pool.resource.flatMap { context.place(of: "/maxSize", in: $0)?.lineDescription }
        }
        let place = places.isEmpty ? "" : " (\(Words.list(places)))"
        return "Raise maxSize\(place), or use \(fewer)/\(bounds.maximumPercent)\(gap), which lets one go first."
    }
}
