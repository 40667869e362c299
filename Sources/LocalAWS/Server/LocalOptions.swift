public import AWSWire
public import Simulation

/// How an embedded AWS is to be.
public struct LocalOptions: Sendable {
    /// What chance begins with.
    public var seed: UInt64 = 1
    /// When its time begins.
    public var start: Instant
    /// Virtual seconds in a wall's second; 0 stands still until somebody advances it.
    public var speed = 1
    /// After every write, virtual time jumps by this: for clients that never wait.
    public var settle = Span.zero
    /// Reads may be so old, in virtual time.
    public var lag = Span.zero
    /// Whether requests beyond AWS's published rates are refused.
    public var isThrottling = false
    /// The only key that is let in, its signatures verified; nil lets everybody in.
    public var credentials: Credentials?
    /// Where state is kept; nil keeps none.
    public var stateDirectory: String?
    /// The SQS queue in every region that gets what AWS tells EventBridge of; nil when nobody listens.
    public var eventsQueue: String?
    /// Gets a line of JSON for each call; nil for none.
    public var callLog: String?
    /// How long things take.
    public var physics = Physics()
    /// What the account holds beside what every account does; nil for nothing.
    public var contents: AccountContents?
    /// What happens in it, from its beginning on.
    public var scenario: Scenario?
    /// Where the scenario plays; nil for the region that it names itself.
    public var scenarioRegion: String?

    /// AWS of its own that begins at `start`.
    public init(start: Instant) { self.start = start }
}
