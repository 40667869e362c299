public import Model

/// A commit that keeps its branch from being applied, and why.
public struct UnverifiedCommit: Sendable, Equatable, CustomStringConvertible {
    public let commit: CandidateCommit
    /// What is wrong with its signature; one line.
    public let why: String
    public let reason: Reason
    /// The last commit that was checked or applied, 40 hex digits; nil when none was, or the tip alone is checked.
    public let base: String?

    public var description: String {
        let demand = base.map { "every commit after \($0.prefix(12))" } ?? "the branch's newest commit"
        return "\(commit.id.prefix(12)) by \(commit.author), \"\(commit.subject)\", is refused: \(why); "
            + "nothing is applied until \(demand) is signed by a trusted key"
    }
}

/// A tip that may be applied, as far as signatures go.
public struct VerifiedTip: Sendable, Equatable {
    /// For a person; one line, the same as long as nothing about it changes.
    public let message: String
    /// How many commits were checked.
    public let count: Int
}
