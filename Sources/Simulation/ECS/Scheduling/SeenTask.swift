/// What the service scheduler sees of one task.
struct SeenTask {
    /// How it counts (aws-facts 1.3).
    enum Standing {
        /// Wanted, not RUNNING yet.
        case pending
        /// RUNNING; whether it is well is not known yet, or does not count yet.
        case undecided
        /// Counts towards the floor.
        case healthy
        /// Fails its checks.
        case unhealthy
        /// On its way out.
        case leaving
    }

    let id: TaskID
    let deployment: UInt64
    var standing: Standing
    /// It counted towards the floor before.
    var wasHealthy = false
    /// The breaker counted it already.
    var isCountedFailure = false
    /// Its instance drains.
    var isDraining = false
    /// The scheduler leaves it alone.
    var isProtected = false
    /// Index of its zone in the cluster; -1 while it has none.
    var zone = -1
    /// Its instance; nil while it has none.
    var instance: ContainerInstanceID?

    /// True unless it is on its way out.
    var isWanted: Bool { standing != .leaving }
    /// True for RUNNING ones that are wanted.
    var isRunning: Bool { standing == .undecided || standing == .healthy || standing == .unhealthy }
    /// True when it needs no replacement, as far as is known.
    var isGood: Bool { isWanted && standing != .unhealthy && !isDraining }
}
