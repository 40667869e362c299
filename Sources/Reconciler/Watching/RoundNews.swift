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
    /// What the last pass left for somebody to look at, the manifests' first; empty for a round that failed.
    public var problems: [RoundProblem] = []
    /// True when the last pass found everything in sync and healthy, and nothing is wrong with the manifests.
    public var isSettled = false
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

    /// More new problems than that are counted, not told one by one.
    private static let tellable = 10

    /// What is told of a round besides its end: its new problems, a line each, and how many more there are.
    public var newProblems: (told: [RoundProblem], more: Int) {
        guard case .passed = outcome else { return ([], 0) }
        let new = problems.filter(\.isNew)
        return (Array(new.prefix(Self.tellable)), max(0, new.count - Self.tellable))
    }

    /// True when the round, or the last pass before it, did not end well.
    public var hasFailures: Bool {
        if case .failed = outcome { return true }
        return !manifestsAreSound || problems.contains(where: \.isFailure)
    }
}
