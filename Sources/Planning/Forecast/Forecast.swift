public import Model

/// What a plan will do to tasks and instances, told by the simulation over several seeds from the live state.
public struct Forecast: Sendable, Equatable {
    /// How many worlds were run.
    public var seeds: Int
    /// Services that roll, by name.
    public var services: [ServiceForecast] = []
    /// Groups whose instances are replaced, by name.
    public var groups: [GroupForecast] = []
    /// What it does not know or rests upon, for a person.
    public var notes: [String] = []

    /// A forecast of nothing yet.
    public init(seeds: Int) { self.seeds = seeds }

    /// The forecast of one service; nil when it does not roll.
    public subscript(service id: ResourceID) -> ServiceForecast? { services.first { $0.service == id } }
    /// The forecast of one group; nil when its instances stay.
    public subscript(group id: ResourceID) -> GroupForecast? { groups.first { $0.group == id } }
}

/// How long something takes over the seeds, in whole seconds.
public struct Durations: Sendable, Hashable {
    /// One in twenty is quicker.
    public var p5: Int
    /// The median.
    public var p50: Int
    /// One in twenty is slower.
    public var p95: Int

    /// The 5th, 50th and 95th percentile, in seconds.
    public init(p5: Int, p50: Int, p95: Int) {
        self.p5 = p5
        self.p50 = p50
        self.p95 = p95
    }
}

/// Instances that a rollout adds for as long as it runs.
public struct AddedInstances: Sendable, Hashable {
    /// The Auto Scaling group's name.
    public var group: String
    /// True for Spot.
    public var isSpot: Bool
    /// How many at most.
    public var count: Int

    /// So many more instances of a group.
    public init(group: String, isSpot: Bool, count: Int) {
        self.group = group
        self.isSpot = isSpot
        self.count = count
    }
}

/// A moment of a rollout in the median world.
public struct RolloutSample: Sendable, Hashable {
    /// Seconds since the rollout began.
    public var at: Int
    /// Healthy tasks of the new revision.
    public var new: Int
    /// Healthy tasks of the old ones.
    public var old: Int

    /// So many healthy tasks `at` seconds after the beginning.
    public init(at: Int, new: Int, old: Int) {
        self.at = at
        self.new = new
        self.old = old
    }
}

/// What a service's rollout will be like.
public struct ServiceForecast: Sendable, Equatable {
    public var service: ResourceID
    /// `rolling 50/150`, `blue/green`, `canary 5 %`.
    public var strategy: String
    /// Tasks wanted, and how few and how many there may be meanwhile.
    public var desired: Int
    public var floor: Int
    public var ceiling: Int
    /// How often new tasks are started together; 0 when nothing ever starts.
    public var waves: Int
    /// How many tasks a wave starts at most.
    public var waveSize: Int
    /// From the write until the deployment is COMPLETED, over the seeds that ended; nil when none did.
    public var duration: Durations?
    /// In how many of the seeds it did not end within the horizon.
    public var unended: Int
    /// The fewest healthy tasks over all seeds, and when that was in the median world, in seconds.
    public var lowestHealthy: Int
    public var lowestAt: Int
    /// The most tasks at once, those that drain among them.
    public var peakTasks: Int
    /// True for the first deployment of a service that is made: nothing is healthy before it.
    public var isFirst = false
    /// Instances that its tasks may be on when it begins.
    public var instances = 0
    /// Instances that come for it.
    public var added: [AddedInstances] = []
    /// The median world, in order of time; changes only.
    public var track: [RolloutSample] = []

    /// A forecast of `service`.
    public init(
        _ service: ResourceID, strategy: String, desired: Int, floor: Int, ceiling: Int, waves: Int, waveSize: Int,
        duration: Durations?, unended: Int, lowestHealthy: Int, lowestAt: Int, peakTasks: Int
    ) {
        self.service = service
        self.strategy = strategy
        self.desired = desired
        self.floor = floor
        self.ceiling = ceiling
        self.waves = waves
        self.waveSize = waveSize
        self.duration = duration
        self.unended = unended
        self.lowestHealthy = lowestHealthy
        self.lowestAt = lowestAt
        self.peakTasks = peakTasks
    }
}

/// What the replacement of a group's instances will be like.
public struct GroupForecast: Sendable, Equatable {
    public var group: ResourceID
    /// Instances that are replaced.
    public var replaced: Int
    /// From the write until the refresh is Successful; nil when no seed ended.
    public var duration: Durations?
    /// In how many of the seeds it did not end within the horizon.
    public var unended: Int
    /// Instances wanted.
    public var desired = 0
    /// How many Spot instances become on-demand; negative when on-demand ones become Spot.
    public var spotToOnDemand = 0
    /// The most instances at once.
    public var peakInstances: Int
    /// The fewest healthy tasks of each service on it, with how many there should be, by name.
    public var lowest: [Lowest] = []

    /// The fewest healthy tasks of a service.
    public struct Lowest: Sendable, Hashable {
        public var service: String
        public var healthy: Int
        public var desired: Int

        /// `healthy` of `desired`.
        public init(service: String, healthy: Int, desired: Int) {
            self.service = service
            self.healthy = healthy
            self.desired = desired
        }
    }

    /// A forecast of `group`.
    public init(_ group: ResourceID, replaced: Int, duration: Durations?, unended: Int, peakInstances: Int) {
        self.group = group
        self.replaced = replaced
        self.duration = duration
        self.unended = unended
        self.peakInstances = peakInstances
    }
}
