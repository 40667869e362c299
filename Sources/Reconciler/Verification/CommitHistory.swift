public import GitStore

/// A commit whose signature is to be checked; texts are safe to show.
public struct CandidateCommit: Sendable, Equatable {
    /// 40 hex digits.
    public let id: String
    /// Name and address.
    public let author: String
    public let subject: String

    /// A commit by its id.
    public init(id: String, author: String, subject: String) {
        self.id = id
        self.author = OperatingText.neutral(author)
        self.subject = OperatingText.neutral(subject)
    }
}

/// Which commits led to a tip, and how each is signed.
public protocol CommitHistory: Sendable {
    /// The commits after `base` up to `tip` (40 hex digits each), newest first and never without the tip; the tip alone
    /// when there is no `base`, or the repository no longer has it.
    ///
    /// Throws `GitError`, `tooLarge` when there are more than `limit`.
    func candidates(
        after base: String?, upTo tip: String, along path: CommitPath, limit: Int
    ) throws -> [CandidateCommit]
    /// Nil when the commit of that id is not signed, or more than once.
    func signature(of id: String) throws -> GitSignature?
}

extension Repository: CommitHistory {
    public func candidates(
        after base: String?, upTo tip: String, along path: CommitPath, limit: Int
    ) throws -> [CandidateCommit] {
        guard let newest = CommitID(tip) else { throw GitError.notFound("the commit \(tip)") }
        var found: [Commit] = []
        if let base = base.flatMap({ CommitID($0) }), try contains(base) {
            found = try commits(after: base, upTo: newest, along: path, limit: limit)
        }
        return (found.isEmpty ? [try commit(newest)] : found).map { commit in
            CandidateCommit(
                id: commit.id.hex, author: "\(commit.author.name) <\(commit.author.email)>", subject: commit.subject)
        }
    }

    public func signature(of id: String) throws -> GitSignature? {
        guard let commit = CommitID(id) else { throw GitError.notFound("the commit \(id)") }
        return try signature(of: commit)
    }
}
