/// What the table says of one environment.
public struct LeaseItem: Sendable, Hashable {
    /// The environment's name, the table's partition key.
    public var environment: String
    /// `LeaseSettings.holder` of whoever wrote last.
    public var owner: String
    /// Where that one runs, for people.
    public var host: String
    /// Counts the terms of the environment upwards from 1.
    public var epoch: Int
    /// Drawn anew for every write: two writes are the same if and only if their nonces are.
    public var nonce: String
    /// Counts the renewals of a term.
    public var sequence: Int
    /// How long others have to wait without a change.
    public var lease: Duration
    /// True when nobody holds it and nobody has to wait.
    public var isReleased: Bool
    /// True when it was taken from its holder: others wait as for a holder that is silent.
    public var isStolen: Bool
    /// When the term began, by the holder's wall clock, seconds since 1970; only for people.
    public var since: Int
    /// When it was written, by the writer's wall clock, seconds since 1970; only for people.
    public var written: Int

    /// What a table may say: one more can always be counted.
    static let epochs = 0...(1 << 62)
    /// What people may begin with: numbers that every reader of JSON keeps, and far from the end of what counts.
    public static let statedEpochs = 1...(1 << 53)

    /// A lease as it is written.
    public init(
        environment: String, owner: String, host: String = "", epoch: Int, nonce: String, sequence: Int = 0,
        lease: Duration, isReleased: Bool = false, isStolen: Bool = false, since: Int = 0, written: Int = 0
    ) {
        self.environment = environment
        self.owner = owner
        self.host = host
        self.epoch = epoch
        self.nonce = nonce
        self.sequence = sequence
        self.lease = lease
        self.isReleased = isReleased
        self.isStolen = isStolen
        self.since = since
        self.written = written
    }

    /// True when a process holds it, as far as the table says.
    public var hasHolder: Bool { !isReleased && !isStolen }
}

/// A write that succeeds only where nobody else wrote since.
public struct LeaseWrite: Sendable, Hashable {
    /// What is written.
    public var item: LeaseItem
    /// The nonce that has to stand there; nil when nothing may.
    public var expected: String?

    /// The write of `item` in the place of what has the nonce `expected`.
    public init(_ item: LeaseItem, expecting expected: String?) {
        self.item = item
        self.expected = expected
    }
}
