/// In what order tasks are stopped when any of them would do: those that are not well first, then those on draining
/// instances, then out of the zone and the instance with most tasks of the service, the newest first.
struct VictimOrder {
    private var zones: [Int: Int] = [:]
    private var instances: [ContainerInstanceID: Int] = [:]
    private var rest: [SeenTask]

    /// Over `candidates`, of a service that has `all`.
    init(_ candidates: [SeenTask], among all: [SeenTask]) {
        rest = candidates
        for task in all where task.isWanted {
            zones[task.zone, default: 0] += 1
            if let instance = task.instance { instances[instance, default: 0] += 1 }
        }
    }

    /// The next one that `isAllowed` lets go; nil when there is none.
    mutating func take(_ isAllowed: (SeenTask) -> Bool) -> SeenTask? {
        var best: (index: Int, rank: Rank)?
        for index in rest.indices where isAllowed(rest[index]) {
            let rank = rank(rest[index])
            if best.map({ rank >= $0.rank }) ?? true { best = (index, rank) }
        }
        guard let best else { return nil }
        let victim = rest.remove(at: best.index)
        zones[victim.zone, default: 1] -= 1
        if let instance = victim.instance { instances[instance, default: 1] -= 1 }
        return victim
    }

    private struct Rank: Comparable {
        let illness: Int
        let isDraining: Int
        let zone: Int
        let instance: Int

        static func < (a: Rank, b: Rank) -> Bool {
            (a.illness, a.isDraining, a.zone, a.instance) < (b.illness, b.isDraining, b.zone, b.instance)
        }
    }

    private func rank(_ task: SeenTask) -> Rank {
        let illness =
            switch task.standing {
            case .pending: 3
            case .unhealthy: 2
            case .undecided: 1
            case .healthy, .leaving: 0
            }
        return Rank(
            illness: illness, isDraining: task.isDraining ? 1 : 0, zone: zones[task.zone] ?? 0,
            instance: task.instance.flatMap { instances[$0] } ?? 0)
    }
}
