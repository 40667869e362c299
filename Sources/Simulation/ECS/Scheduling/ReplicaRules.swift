/// What the scheduler does with a REPLICA service at one look: pure, from what it sees to what it starts and stops.
///
/// The rules are aws-facts 1.2, the bounds 1.1; tasks on their way out count against the upper bound.
struct ReplicaRules {
    /// An ACTIVE deployment.
    struct Older {
        let id: UInt64
        /// Tasks it is still meant to have.
        var desired: Int
        /// A failed one starts nothing.
        var mayStart: Bool
    }

    /// Why a task is stopped.
    enum Reason { case superseded, surplus, unhealthy, draining }

    /// What to do.
    struct Steps {
        var starts: [(deployment: UInt64, count: Int)] = []
        var stops: [(task: SeenTask, reason: Reason)] = []
        /// The bounds forbid every step of a deployment.
        var isStuck = false
    }

    /// Wanted tasks.
    var desired: Int
    var bounds: DeploymentBounds
    /// The PRIMARY deployment.
    var primary: UInt64
    /// False when it failed, or starts are held back.
    var mayStart = true
    /// It failed: nothing moves towards it any more.
    var isFailed = false
    /// Older tasks stay: a native strategy has not moved traffic yet.
    var keepsOlder = false
    var older: [Older]
    var tasks: [SeenTask]

    /// The steps of this look.
    func steps() -> Steps {
        var draft = Draft(self)
        draft.start()
        draft.stopSuperseded()
        draft.stopSurplus()
        draft.stopDraining()
        draft.stopUnhealthy()
        draft.findStuck()
        return draft.steps
    }
}

/// A look in the making: what may still be started and stopped.
private struct Draft {
    let rules: ReplicaRules
    var steps = ReplicaRules.Steps()
    /// Tasks that may still be started.
    var room: Int
    /// Healthy tasks above the floor.
    var healthySpare: Int
    /// RUNNING tasks above the floor.
    var runningSpare: Int
    let own: [SeenTask]
    let others: [SeenTask]
    /// Own tasks that are missing.
    let need: Int

    init(_ rules: ReplicaRules) {
        self.rules = rules
        room = rules.bounds.upper - rules.tasks.count
        healthySpare = rules.tasks.count { $0.standing == .healthy } - rules.bounds.lower
        runningSpare = rules.tasks.count { $0.isRunning } - rules.bounds.lower
        own = rules.tasks.filter { $0.deployment == rules.primary && $0.isWanted }
        others = rules.tasks.filter { $0.deployment != rules.primary && $0.isWanted }
        need = rules.desired - own.count { $0.isGood }
    }

    /// Older revisions are kept whole first: their repair does not depend on how the new one fares.
    mutating func start() {
        var healthy = own.count { $0.standing == .healthy } + others.count { $0.isGood }
        for older in rules.older where older.mayStart {
            let good = others.count { $0.deployment == older.id && $0.isGood }
            let wanted = rules.keepsOlder ? older.desired - good : min(older.desired - good, rules.desired - healthy)
            start(older.id, min(room, wanted))
            healthy += max(0, min(room, wanted))
        }
        if rules.mayStart { start(rules.primary, min(room, need)) }
    }

    private mutating func start(_ deployment: UInt64, _ count: Int) {
        guard count > 0 else { return }
        steps.starts.append((deployment, count))
        room -= count
    }

    mutating func stopSuperseded() {
        for older in rules.older {
            let members = others.filter { $0.deployment == older.id }
            let isSurplus = older.desired < members.count
            for task in members.filter({ $0.standing == .pending }).suffix(
                isSurplus ? members.count - older.desired : 0)
            {
                stop(task, .superseded)
            }
        }
        if !rules.isFailed, !rules.keepsOlder { stop(others.filter { $0.isRunning }, .superseded) }
        if rules.isFailed || rules.keepsOlder { stop(others.filter { $0.isRunning && $0.isDraining }, .draining) }
    }

    /// Stops what the bounds let go.
    private mutating func stop(_ candidates: [SeenTask], _ reason: ReplicaRules.Reason, atMost limit: Int = .max) {
        guard !candidates.isEmpty else { return }
        var order = VictimOrder(candidates.filter { !$0.isProtected }, among: rules.tasks)
        for _ in 0..<min(limit, candidates.count) {
            let (healthy, running) = (healthySpare > 0, runningSpare > 0)
            let isAllowed = { (task: SeenTask) in
                task.standing == .pending || running && (healthy || task.standing != .healthy)
            }
            guard let task = order.take(isAllowed) else { return }
            stop(task, reason)
        }
    }

    private mutating func stop(_ task: SeenTask, _ reason: ReplicaRules.Reason) {
        steps.stops.append((task, reason))
        if task.standing == .healthy { healthySpare -= 1 }
        if task.isRunning { runningSpare -= 1 }
    }

    mutating func stopSurplus() {
        let surplus = rules.isFailed && !rules.keepsOlder ? own.count + others.count - rules.desired : -need
        if surplus > 0 { stop(own.filter { $0.isGood }, .surplus, atMost: surplus) }
    }

    mutating func stopDraining() { stop(own.filter { $0.isDraining && $0.standing != .unhealthy }, .draining) }

    /// As many unhealthy ones as healthy ones made up for; one at a time when there is no room for a replacement.
    mutating func stopUnhealthy() {
        let unhealthy = own.filter { $0.standing == .unhealthy }
        guard !unhealthy.isEmpty else { return }
        let healthy = own.count { $0.standing == .healthy && !$0.isDraining }
        var count = min(unhealthy.count, max(0, healthy + unhealthy.count - rules.desired))
        let isQuiet = steps.stops.isEmpty && !rules.tasks.contains { !$0.isWanted }
        if count == 0, need > 0, room <= 0, isQuiet { count = 1 }
        for task in unhealthy.prefix(count) { stop(task, .unhealthy) }
    }

    mutating func findStuck() {
        let moves = !others.isEmpty || need > 0
        let inTransit = rules.tasks.contains { $0.standing != .healthy }
        steps.isStuck =
            moves && rules.mayStart && !rules.keepsOlder && steps.starts.isEmpty && steps.stops.isEmpty && !inTransit
            && room <= 0 && healthySpare <= 0
    }
}
