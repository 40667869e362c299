import Reconciler

/// How the loop of one environment is.
public struct EnvironmentHealth: Sendable, Equatable {
    /// What it is read from.
    let source: RepositoryID
    /// As logs name it.
    public let environment: String
    /// The commit of the last pass, 40 hex digits; nil before the first.
    public internal(set) var commit: String?
    /// When a round last ended, seconds since 1970; nil before the first.
    public internal(set) var roundEndedAt: Int?
    /// When the round that runs now began, seconds since 1970; nil when none does.
    public internal(set) var roundBeganAt: Int?
    /// When something was last heard of the round that runs now, seconds since 1970: a write ended, a rollout went on.
    var movedAt: Int?
    /// What keeps it from being what Git says, a line each, the worst first; empty while nothing does.
    public internal(set) var problems: [String] = []
    /// Why nobody can tell whose turn it is to write; nil when that is known.
    public internal(set) var leaseProblem: String?
    /// Resources of which something moves or is left to write.
    public internal(set) var open = 0
    /// True while this process is the one that writes; another one may.
    public internal(set) var isLeading = false
    /// True once a commit of it was read since this process last began to lead.
    var hasRead = false
    /// True once a round went well, in whatever term.
    var hadGoodRound = false

    init(_ environment: String, of source: RepositoryID) { (self.environment, self.source) = (environment, source) }

    /// The repository's URL, without user information.
    public var repository: String { source.url }
    /// All that is wrong, one line; nil when nothing is.
    public var problem: String? {
        let all = [leaseProblem].compactMap { $0 } + problems
        return all.first.map { all.count > 1 ? "\($0); and \(all.count - 1) more" : $0 }
    }
    /// True once a round was made, or is somebody else's to make.
    var isReady: Bool { roundEndedAt != nil || !isLeading }

    /// What a process that does not lead knows is out of date.
    mutating func lostTerm() {
        (isLeading, hasRead, problems) = (false, false, [])
        (roundBeganAt, movedAt, open) = (nil, nil, 0)
    }
}
