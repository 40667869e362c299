import Reconciler

/// How the loop of one environment is.
public struct EnvironmentHealth: Sendable, Equatable {
    /// The repository's URL, without user information.
    public let repository: String
    public let environment: String
    /// The commit of the last pass, 40 hex digits; nil before the first.
    public internal(set) var commit: String?
    /// When a round last ended, seconds since 1970; nil before the first.
    public internal(set) var roundEndedAt: Int?
    /// When the round that runs now began, seconds since 1970; nil when none does.
    public internal(set) var roundBeganAt: Int?
    /// What the last round failed with, one line; nil when it did not.
    public internal(set) var problem: String?
    /// Resources of which something moves or is left to write.
    public internal(set) var open = 0
    /// True while this process is the one that writes; another one may.
    public internal(set) var isLeading = false

    /// True once a round was made, or is somebody else's to make.
    var isReady: Bool { roundEndedAt != nil || !isLeading }
}

/// How one repository is.
struct RepositoryHealth: Sendable, Equatable {
    let url: String
    /// True once its environments were listed.
    var isListed = false
    /// Why they can not be listed; nil when they can.
    var problem: String?
    var contact = SourceContact()
    /// When its loop last turned, seconds since 1970.
    var beatAt: Int
}
