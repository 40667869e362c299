public import Model

/// What is left of the services when Spot instances are taken (`neap plan --reclaim`, and the weakest pool by default).
public struct SpotOutlook: Sendable, Equatable {
    /// Why this was taken.
    public enum Choice: String, Sendable {
        /// A person named it.
        case asked
        /// It hurts most, and has most tasks.
        case largest
        /// It hurts most.
        case weakest
    }

    /// What was taken, for a person: `m5.large in eu-west-1a`, `eu-west-1a`, `all Spot instances`.
    public var taken: String
    /// How many instances that is.
    public var instances: Int
    public var choice = Choice.asked
    /// Why nothing is known; nil when it is.
    public var unknown: String?
    /// Services that lose tasks, by name.
    public var services: [Loss] = []

    /// What a service loses.
    public struct Loss: Sendable, Equatable {
        public var service: ResourceID
        /// Tasks on what is taken.
        public var tasks: Int
        /// The fewest healthy tasks over the seeds, of so many wanted, and the floor.
        public var lowestHealthy: Int
        public var desired: Int
        public var floor: Int
        /// Seconds until as many are healthy as before, at the 95th percentile; nil when that did not come about.
        public var backAfter: Int?

        /// What `service` loses.
        public init(
            _ service: ResourceID, tasks: Int, lowestHealthy: Int, desired: Int, floor: Int, backAfter: Int?
        ) {
            self.service = service
            self.tasks = tasks
            self.lowestHealthy = lowestHealthy
            self.desired = desired
            self.floor = floor
            self.backAfter = backAfter
        }

        /// True when it never falls below its floor.
        public var isSafe: Bool { lowestHealthy >= floor }
    }

    /// What is left when `instances` are taken.
    public init(taken: String, instances: Int) {
        self.taken = taken
        self.instances = instances
    }

    /// Nothing is known, for this reason.
    public init(unknown reason: String) {
        self.init(taken: "", instances: 0)
        unknown = reason
    }

    /// True when no service falls below its floor; false when nobody knows.
    public var isSafe: Bool { unknown == nil && services.allSatisfy(\.isSafe) }
}
