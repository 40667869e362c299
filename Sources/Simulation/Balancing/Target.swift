/// A target of a target group.
public struct Target: Sendable {
    /// AWS's `State`.
    public enum State: String, Sendable {
        case initial
        case healthy
        case unhealthy
        case unused
        case draining
        case unavailable
    }

    /// Its group.
    public let group: TargetGroupID
    /// Its own number.
    public let ordinal: UInt64
    /// An instance's id or an IP address.
    public let id: String
    /// Its port.
    public let port: Int
    /// Its zone; nil for the group's own.
    public let zone: String?
    /// The task behind it; nil for one that a person registered.
    public internal(set) var task: TaskID?
    /// How it stands.
    public internal(set) var state = State.initial
    /// AWS's `Reason`; nil when it is healthy.
    public internal(set) var reason: String?
    /// AWS's `Description`; nil for none.
    public internal(set) var description: String?
    /// When it was registered, the last time.
    public internal(set) var registeredAt: Instant
    /// What it answers now, so that a transition knows what it is for.
    var answers = false
    /// True once it was healthy since its registration: only then are there connections to drain.
    var hasServed = false
    /// When it is probed first, one interval apart from then on; nil before its registration is done.
    var probesFrom: Instant?
    /// How often it was registered: each time draws its own chance.
    var registrations: UInt64 = 1
    /// Events of an older epoch are dropped.
    var epoch: Int32 = 0
    /// What the next event of its epoch does.
    var step = Step.probe

    /// What a target does next.
    enum Step: Sendable {
        /// Registration is done, probes begin.
        case probe
        /// Enough probes in a row said the same.
        case verdict
        /// It is drained.
        case gone
    }

    /// What makes it one.
    var key: TargetKey { TargetKey(group: group, id: id, port: port) }
}

/// How a target stands, in the words of DescribeTargetHealth (aws-facts 4.10).
struct TargetStanding: Sendable, Hashable {
    let state: Target.State
    var reason: String?
    var description: String?

    static let healthy = TargetStanding(state: .healthy)
    static let registering = TargetStanding(
        state: .initial, reason: "Elb.RegistrationInProgress", description: "Target registration is in progress")
    static let probing = TargetStanding(
        state: .initial, reason: "Elb.InitialHealthChecking", description: "Initial health checks in progress")
    static let notInUse = TargetStanding(
        state: .unused, reason: "Target.NotInUse",
        description: "Target group is not configured to receive traffic from the load balancer")
    static let unprobed = TargetStanding(
        state: .unavailable, reason: "Target.HealthCheckDisabled",
        description: "Health checks are not enabled for the target")
    static let draining = TargetStanding(
        state: .draining, reason: "Target.DeregistrationInProgress",
        description: "Target deregistration is in progress")
    static let timedOut = TargetStanding(
        state: .unhealthy, reason: "Target.Timeout", description: "Request timed out")
    static let unreachable = TargetStanding(
        state: .unhealthy, reason: "Target.FailedHealthChecks", description: "Health checks failed")

    static func answered(_ status: Int) -> TargetStanding {
        TargetStanding(
            state: .unhealthy, reason: "Target.ResponseCodeMismatch",
            description: "Health checks failed with these codes: [\(status)]")
    }

    /// `word` is EC2's state: `stopped`, `terminated`.
    static func instance(_ word: String) -> TargetStanding {
        TargetStanding(
            state: .unused, reason: "Target.InvalidState", description: "Target is in the \(word) state")
    }
}
