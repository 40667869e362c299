import GitStore

/// A branch of a repository on this machine as it stands here and, when somebody last fetched, on `origin`.
struct LocalBranch {
    /// Its short name.
    let name: String
    /// Where it is here; nil when it is not.
    let own: CommitID?
    /// The one of both that goes on from the other, else what was fetched: the controller's word counts.
    let tip: CommitID?
    /// True when neither goes on from the other: what is written here would never be read.
    let isApart: Bool

    /// The branch of this full name. Throws `GitError`.
    init(_ reference: String, in repository: Repository) throws {
        name = reference.hasPrefix("refs/heads/") ? String(reference.dropFirst("refs/heads/".count)) : reference
        own = try repository.reference(reference)
        let fetched = try repository.reference("refs/remotes/origin/\(name)")
        let isAhead = try Self.goesOn(own, from: fetched, in: repository)
        let isBehind = try Self.goesOn(fetched, from: own, in: repository)
        tip = isAhead ? own : fetched
        isApart = !isAhead && !isBehind
    }

    /// True also where there is nothing to go on from.
    private static func goesOn(_ tip: CommitID?, from base: CommitID?, in repository: Repository) throws -> Bool {
        guard let base else { return true }
        guard let tip else { return false }
        return try repository.isDescendant(tip, of: base)
    }

    /// Why nothing is written to it; nil when it can be. Neither side's commits are thrown away for the other's.
    var problem: String? {
        guard isApart else { return nil }
        return "\(name) here and origin/\(name) have gone apart: Neap reads origin's, and writes over nobody's "
            + "commits; put the one here aside (`git branch --move \(name) \(name)-aside`), or delete it "
            + "(`git branch -D \(name)`)"
    }
}
