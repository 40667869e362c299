/// One region of AWS as a value: a copy is a snapshot, and the same seed and commands give the same world.
///
/// A domain's state is a property; its rules are extensions of `World`, one file each, `mutating`, without I/O. Nothing
/// in a world iterates a `Dictionary` or a `Set`.
public struct World: Sendable {
    /// Whose region this is.
    public let place: AWSPlace
    /// Virtual time; never goes back.
    public internal(set) var now: Instant
    /// All chance.
    public internal(set) var dice: Dice
    /// How long things take.
    public var physics: Physics

    /// Amazon ECS.
    public internal(set) var ecs = ECSState()
    /// EC2 instances and Auto Scaling groups.
    public internal(set) var fleet = Fleet()
    /// Load balancers and targets.
    public internal(set) var balancing = Balancing()
    /// Application Auto Scaling.
    public internal(set) var scaling = ScalingState()
    /// CloudWatch metrics and alarms.
    public internal(set) var monitoring = Monitoring()
    /// What has no behaviour of its own: networks, templates, log groups, parameters, roles. By service and kind.
    public var registry = Registry()
    /// What happened.
    public internal(set) var timeline = Timeline()
    /// False for worlds that nobody reads but for the samples of their timelines: service events, the timeline's entries
    /// and metrics of services are not written. What happens is the same, as long as no alarm or policy goes by a metric.
    public var keepsRecords = true
    /// True where somebody listens to what AWS tells EventBridge.
    public var announces = false
    /// What it told since it was taken last, oldest first.
    var announcements: [Announcement] = []

    var queue = EventQueue()
    /// The number of the entity made last, of whatever kind; never reused, so that it names a stream of chance.
    var ordinal: UInt64 = 0
    /// What a scenario still holds in store; `Event.injection` is an index.
    var injections: [Injection] = []

    /// An empty region at `start`.
    public init(place: AWSPlace, seed: UInt64, start: Instant, physics: Physics = Physics()) {
        self.place = place
        self.physics = physics
        now = start
        dice = Dice(seed: seed)
        queue.put(.minute, at: start + .minutes(1))
        queue.put(.tidy, at: start + .minutes(10))
    }

    /// Lets time pass until `instant`; everything that is due happens in order. Does nothing when it is past.
    public mutating func advance(to instant: Instant) {
        while let (at, event) = queue.take(until: instant) {
            now = max(now, at)
            perform(event)
        }
        now = max(now, instant)
    }

    /// Lets `span` pass.
    public mutating func advance(by span: Span) { advance(to: now + span) }

    /// When something is due next.
    public var nextEvent: Instant? { queue.next }
    /// How many events have happened so far, those that came too late for anything included.
    public var eventsHandled: UInt64 { queue.taken }

    mutating func schedule(_ event: Event, after span: Span) { queue.put(event, at: now + span) }

    /// The number of the next entity.
    mutating func nextOrdinal() -> UInt64 {
        ordinal += 1
        return ordinal
    }

    /// Puts down what happened now.
    mutating func note(_ subject: Timeline.Subject, _ name: String, _ text: String) {
        guard keepsRecords else { return }
        timeline.note(now, subject, name, text)
    }
}
