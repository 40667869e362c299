import CGit2

extension Repository {
    /// The commit; `notFound` when the repository does not hold it.
    public func commit(_ id: CommitID) throws(GitError) -> Commit {
        try withHandle { (repository) throws(GitError) in try Self.read(id, in: repository) }
    }

    /// Whether the repository holds the commit.
    public func contains(_ commit: CommitID) throws(GitError) -> Bool {
        try withHandle { (repository) throws(GitError) in try Objects.exists(commit.object, in: repository) }
    }

    /// Up to `limit` commits that can be reached from one, newest first by the committer's clock.
    /// A parent never comes before the child that led to it.
    public func log(from commit: CommitID, limit: Int) throws(GitError) -> [Commit] {
        try withHandle { (repository) throws(GitError) in
            var queue = CommitQueue(repository: repository)
            try queue.add(commit)
            var commits: [Commit] = []
            while commits.count < limit, let next = queue.takeNewest() {
                let commit = try Self.read(next, in: repository)
                commits.append(commit)
                for parent in commit.parents { try queue.add(parent) }
            }
            return commits
        }
    }

    /// Commits that changed what stands at a path (a file or a folder), newest first, up to `limit`. Side branches that
    /// left it as it was are not followed, as with `git log PATH`.
    /// - Parameter walking: how many commits are looked at; older ones are taken as not touching the path.
    public func history(
        of path: String, from commit: CommitID, limit: Int = 1, walking: Int = 10_000
    ) throws(GitError) -> [Commit] {
        try PathRule.check(path: path)
        return try withHandle { (repository) throws(GitError) in
            var search = PathHistory(path: path, repository: repository)
            return try search.run(from: commit, limit: limit, walking: walking)
        }
    }

    static func read(_ id: CommitID, in repository: OpaquePointer) throws(GitError) -> Commit {
        try Objects.withCommit(id, in: repository) { (commit) throws(GitError) in
            let author = git_commit_author(commit), committer = git_commit_committer(commit)
            guard let author, let committer else { throw .corrupt("the commit \(id) has no author") }
            let message = String(cString: git_commit_message(commit))
            return Commit(
                id: id, parents: parents(of: commit), author: Identity(author.pointee),
                authorTime: author.pointee.when.time, committer: Identity(committer.pointee),
                time: committer.pointee.when.time,
                subject: git_commit_summary(commit).map { String(cString: $0) } ?? "",
                message: message, trailers: trailers(of: message))
        }
    }

    static func parents(of commit: OpaquePointer) -> [CommitID] {
        (0..<git_commit_parentcount(commit)).compactMap { index in
            git_commit_parent_id(commit, index).map { CommitID(ObjectID($0.pointee)) }
        }
    }

    private static func trailers(of message: String) -> [Trailer] {
        var array = git_message_trailer_array()
        guard git_message_trailers(&array, message) == 0 else { return [] }
        defer { git_message_trailer_array_free(&array) }
        return (0..<array.count).map { index in
            let trailer = array.trailers[index]
            return Trailer(String(cString: trailer.key), String(cString: trailer.value))
        }
    }
}

extension Identity {
    init(_ signature: git_signature) {
        self.init(name: String(cString: signature.name), email: String(cString: signature.email))
    }
}
