/// The commit that an environment is read from.
public struct SourceCommit: Sendable, Equatable {
    /// 40 hex digits.
    public var id: String
    public var subject: String
    /// The author's name.
    public var author: String
    /// Commit time, seconds since 1970.
    public var time: Int
    /// The full ref name, `refs/heads/main`; nil for a detached HEAD.
    public var reference: String?
    /// Host and path, `github.com/acme/infra`.
    public var repository: String
    /// Whether `repository` is a forge that shows `https://<repository>/commit/<id>`.
    public var hasCommitPages: Bool

    /// A commit of `repository`.
    public init(
        id: String, subject: String, author: String, time: Int, reference: String?, repository: String,
        hasCommitPages: Bool
    ) {
        self.id = id
        self.subject = subject
        self.author = author
        self.time = time
        self.reference = reference
        self.repository = repository
        self.hasCommitPages = hasCommitPages
    }

    /// The first seven digits.
    public var short: String { String(id.prefix(7)) }
    /// The branch's short name.
    public var branch: String? { reference.map { $0.hasPrefix("refs/heads/") ? String($0.dropFirst(11)) : $0 } }
}
