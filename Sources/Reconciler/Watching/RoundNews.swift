import Model

/// How a round of an environment's loop ended.
public struct RoundNews: Sendable {
    /// What came of it.
    public enum Outcome: Sendable {
        /// Git was asked, and nothing was due.
        case idle
        /// A pass was made: what it found and did.
        case passed(Turn)
        /// It could not be made.
        case failed(any Error)
    }

    /// The environment's name; nil where the repository could not be read and none was asked for.
    public var environment: String?
    /// The commit, 40 hex digits; nil when none could be read.
    public var commit: String?
    public var outcome: Outcome
    /// How long it took, status commit included.
    public var duration: Duration
    /// Resources of which something moves or is left to write.
    public var open: Int
    /// How the manifests stand: false when one of them can not be applied.
    public var manifestsAreSound: Bool
    /// How the status commit went; nil when none was due.
    public var status: StatusBranch.Result?

    /// A round.
    public init(
        environment: String?, commit: String? = nil, outcome: Outcome, duration: Duration, open: Int = 0,
        manifestsAreSound: Bool = true
    ) {
        self.environment = environment
        self.commit = commit
        self.outcome = outcome
        self.duration = duration
        self.open = open
        self.manifestsAreSound = manifestsAreSound
    }
}
