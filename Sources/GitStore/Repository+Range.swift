import CGit2

/// Which commits of a branch count.
public enum CommitPath: Sendable {
    /// Those that the branch itself went through: what a merge brought is the merge's.
    case firstParents
    /// Every one that came with it.
    case all
}

extension Repository {
    /// Commits that can be reached from `tip` and not from `base`, newest first.
    ///
    /// Throws `tooLarge` when there are more than `limit`, `notFound` when the repository does not hold both.
    public func commits(
        after base: CommitID, upTo tip: CommitID, along path: CommitPath, limit: Int
    ) throws(GitError) -> [Commit] {
        try withHandle { (repository) throws(GitError) in
            let new = try Self.walk(from: tip, hiding: base, in: repository)
            let ids = path == .all ? new : try Self.firstParents(of: tip, among: Set(new), in: repository)
            guard ids.count <= limit else {
                throw .tooLarge(what: "the number of commits after \(base.short)", limit: limit, actual: ids.count)
            }
            var commits: [Commit] = []
            for id in ids { commits.append(try Self.read(id, in: repository)) }
            return commits
        }
    }

    /// The commit's signature; nil when it has none, or more than one.
    public func signature(of commit: CommitID) throws(GitError) -> GitSignature? {
        try withDatabase { (_, database) throws(GitError) in
            GitSignature(commit: try Objects.content(of: commit.object, what: "the commit \(commit)", in: database))
        }
    }

    /// Commits that are walked over; more are an error rather than minutes of reading.
    private static var walkLimit: Int { 100_000 }

    private static func walk(
        from tip: CommitID, hiding base: CommitID, in repository: OpaquePointer
    ) throws(GitError) -> [CommitID] {
        var walk: OpaquePointer?
        try Library.check(git_revwalk_new(&walk, repository), "listing commits")
        defer { git_revwalk_free(walk) }
        git_revwalk_sorting(walk, GIT_SORT_TOPOLOGICAL.rawValue)
        var (start, end) = (tip.object.oid, base.object.oid)
        try Library.check(git_revwalk_push(walk, &start), "listing commits from \(tip.short)")
        try Library.check(git_revwalk_hide(walk, &end), "listing commits after \(base.short)")
        var (found, next): ([CommitID], git_oid) = ([], git_oid())
        while true {
            let code = git_revwalk_next(&next, walk)
            if code == GIT_ITEROVER.rawValue { return found }
            try Library.check(code, "listing commits from \(tip.short)")
            found.append(CommitID(ObjectID(next)))
            guard found.count <= walkLimit else {
                throw .tooLarge(what: "the number of commits after \(base.short)", limit: walkLimit, actual: nil)
            }
        }
    }

    private static func firstParents(
        of tip: CommitID, among new: Set<CommitID>, in repository: OpaquePointer
    ) throws(GitError) -> [CommitID] {
        var (found, next): ([CommitID], CommitID?) = ([], tip)
        while let id = next, new.contains(id) {
            found.append(id)
            next = try Objects.withCommit(id, in: repository) { parents(of: $0).first }
        }
        return found
    }
}
