/// What happened in a world, in order: the record that pictures are drawn from and that two runs are compared by.
public struct Timeline: Sendable {
    /// What an entry speaks of.
    public enum Subject: Sendable, Hashable {
        case service(ServiceID)
        case task(TaskID)
        case instance(InstanceID)
        case group(GroupID)
        case cluster(ClusterID)
        case alarm(String)
        case world
    }

    /// One thing that happened.
    public struct Entry: Sendable {
        /// When.
        public let at: Instant
        /// To what.
        public let subject: Subject
        /// The subject's name as people know it: a service's name, an instance's or task's id.
        public let name: String
        /// A short word or sentence.
        public let note: String
    }

    /// How a service's tasks of one revision stood from `at` on.
    public struct ServiceSample: Sendable, Hashable {
        /// From when.
        public let at: Instant
        /// The service's key; nil in a timeline that no world wrote.
        public var id: ServiceID?
        /// The service.
        public let service: String
        /// The task definition's revision.
        public let revision: Int
        /// PROVISIONING, PENDING or ACTIVATING.
        public let pending: Int
        /// RUNNING and wanted.
        public let running: Int
        /// RUNNING, wanted, and counted towards the floor (aws-facts 1.3).
        public let healthy: Int
        /// On their way out.
        public let draining: Int
    }

    /// Between how many tasks a service's deployments had to stay from `at` on (aws-facts 1.1).
    public struct BoundsSample: Sendable, Hashable {
        /// From when.
        public let at: Instant
        /// The service.
        public let service: String
        /// Healthy tasks that the scheduler keeps.
        public let floor: Int
        /// Tasks that it never exceeds, those on their way in and out included.
        public let ceiling: Int
    }

    /// How many instances of a group were in service from `at` on.
    public struct FleetSample: Sendable, Hashable {
        /// From when.
        public let at: Instant
        /// The group.
        public let group: String
        /// In service, bought on demand.
        public let onDemand: Int
        /// In service, bought on Spot.
        public let spot: Int
        /// On their way in.
        public let pending: Int
    }

    /// What happened, oldest first.
    public private(set) var entries: [Entry] = []
    /// How services stood, oldest first; one sample a change.
    public private(set) var services: [ServiceSample] = []
    /// Bounds of services, oldest first; one sample a change.
    public private(set) var bounds: [BoundsSample] = []
    /// How groups stood, oldest first; one sample a change.
    public private(set) var fleet: [FleetSample] = []
    /// How many entries are kept, and how many samples; older ones are dropped half at a time.
    public var limit = 200_000
    private var lastBounds: [String: BoundsSample] = [:]

    /// An empty timeline.
    public init() {}

    mutating func note(_ at: Instant, _ subject: Subject, _ name: String, _ note: String) {
        entries.append(Entry(at: at, subject: subject, name: name, note: note))
        if entries.count > limit { entries.removeFirst(limit / 2) }
    }

    mutating func sample(_ sample: ServiceSample) {
        services.append(sample)
        if services.count > limit { services.removeFirst(limit / 2) }
    }

    /// Puts bounds down when they are not those that stand there already.
    mutating func sample(_ sample: BoundsSample) {
        let last = lastBounds.updateValue(sample, forKey: sample.service)
        guard last?.floor != sample.floor || last?.ceiling != sample.ceiling else { return }
        bounds.append(sample)
        if bounds.count > limit { bounds.removeFirst(limit / 2) }
    }

    mutating func sample(_ sample: FleetSample) {
        fleet.append(sample)
        if fleet.count > limit { fleet.removeFirst(limit / 2) }
    }
}
