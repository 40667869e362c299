/// What stands above a plan: whose it is and what it was made from.
public struct PlanHeader: Sendable {
    public var environment: String
    public var accountID: String
    public var region: String
    /// 40 hex digits; nil for a plain folder.
    public var commit: String?
    public var subject: String
    /// The branch's short name; nil when detached.
    public var branch: String?
    public var author: String
    /// When live state was read, `2026-11-24 12:03:58Z`.
    public var readAt: String
    /// The commit that was last wholly in sync and healthy; nil when there was none.
    public var lastSettled: String?
    /// AWS calls made for this plan.
    public var calls: Int

    /// A header.
    public init(
        environment: String, accountID: String, region: String, commit: String?, subject: String = "",
        branch: String? = nil, author: String = "", readAt: String, lastSettled: String? = nil, calls: Int = 0
    ) {
        self.environment = environment
        self.accountID = accountID
        self.region = region
        self.commit = commit
        self.subject = subject
        self.branch = branch
        self.author = author
        self.readAt = readAt
        self.lastSettled = lastSettled
        self.calls = calls
    }

    /// The commit's first seven digits.
    public var shortCommit: String { commit.map { String($0.prefix(7)) } ?? "(folder)" }
}
