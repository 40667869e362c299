import Kinds
import Model

/// The member `state` of an attempt that is under way: counts, and since when they are so.
struct RolloutState {
    let view: ServiceView
    /// AWS's record of the deployment; nil when there is none.
    let deployment: ServiceRollout.ServiceDeployment?
    /// The state that was written before; nil at an attempt's first.
    let before: Value?
    /// When the rollout was looked at.
    let stamp: String

    init(
        view: ServiceView, _ deployment: ServiceRollout.ServiceDeployment?, before: Value?, stamp: String
    ) {
        self.view = view
        self.deployment = deployment
        self.before = before
        self.stamp = stamp
    }

    private var rollout: ServiceRollout { view.rollout }

    /// The members as a person reads them.
    static let order = [
        "at", "wave", "new", "old", "targets", "waitingForRoom", "lowestHealthy", "circuitBreaker", "failures",
        "threshold", "starting", "healthy", "running", "unhealthy",
        "initial", "draining", "failed",
    ]

    /// When a state was seen changes with the state alone.
    var value: Value {
        var value: Value = [
            "new": counts(rollout.newTasks, ["starting", "failed"]), "old": counts(rollout.oldTasks, ["draining"]),
            "waitingForRoom": .integer(rollout.allTasks.waitingForRoom),
        ]
        value["wave"] = .integer(wave)
        value["targets"] = targets
        value["circuitBreaker"] = circuitBreaker
        value["lowestHealthy"] = lowest.map { .integer($0) }
        var last = before
        last?["at"] = nil
        value["at"] = (last == value ? before?["at"] : nil) ?? .string(stamp)
        return value
    }

    /// What is healthy, what merely runs where that is not known, and what else is worth a place: `always`, and all that
    /// is not zero.
    private func counts(_ tasks: TaskCounts, _ always: Set<String>) -> Value {
        let others = [
            ("starting", tasks.starting), ("unhealthy", tasks.unhealthy), ("draining", tasks.draining),
            ("failed", tasks.failed),
        ]
        var counts = Value.emptyObject
        for (name, count) in others where count > 0 || always.contains(name) { counts[name] = .integer(count) }
        counts[tasks.healthy == nil ? "running" : "healthy"] = .integer(tasks.healthy ?? tasks.running)
        return counts
    }

    private var targets: Value? {
        guard let states = rollout.targets else { return nil }
        let always = ["healthy": 0, "initial": 0, "draining": 0]
        return .object(always.merging(states.filter { $0.value > 0 }) { $1 }.mapValues { .integer($0) })
    }

    /// How often new tasks were seen to start together: another wave begins when none was starting any more.
    private var wave: Int {
        let (last, tasks) = (before?["wave"]?.integer ?? 0, rollout.newTasks)
        let wasStarting = before?["new"]?["starting"]?.integer ?? 0 > 0
        if tasks.starting > 0, !wasStarting { return last + 1 }
        return max(last, tasks.starting + tasks.running > 0 ? 1 : 0)
    }

    private var circuitBreaker: Value? {
        guard let breaker = deployment?.breaker, breaker.status != "DISABLED" else { return nil }
        return ["failures": .integer(breaker.failures), "threshold": .integer(breaker.threshold)]
    }

    /// So far; a look that could not tell changes nothing.
    private var lowest: Int? {
        [before?["lowestHealthy"]?.integer, rollout.allTasks.healthy].compactMap { $0 }.min()
    }
}
