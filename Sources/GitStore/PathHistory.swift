import CGit2

/// The search for commits that changed one path, with Git's simplification of merges.
struct PathHistory {
    private let path: String
    private let repository: OpaquePointer
    private var queue: CommitQueue

    init(path: String, repository: OpaquePointer) {
        (self.path, self.repository, queue) = (path, repository, CommitQueue(repository: repository))
    }

    mutating func run(from start: CommitID, limit: Int, walking: Int) throws(GitError) -> [Commit] {
        try queue.add(start)
        var (found, walked): ([Commit], Int) = ([], 0)
        while found.count < limit, walked < walking, let next = queue.takeNewest() {
            walked += 1
            let commit = try Repository.read(next, in: repository)
            let content = try content(in: next)
            if let same = try firstParent(of: commit, holding: content) {
                try queue.add(same)
                continue
            }
            if content != nil || !commit.parents.isEmpty { found.append(commit) }
            for parent in commit.parents { try queue.add(parent) }
        }
        return found
    }

    private func firstParent(of commit: Commit, holding content: [UInt32: ObjectID]?) throws(GitError) -> CommitID? {
        for parent in commit.parents where try self.content(in: parent) == content { return parent }
        return nil
    }

    /// Name and mode of what stands at the path, so that a new executable bit counts as a change.
    private func content(in commit: CommitID) throws(GitError) -> [UInt32: ObjectID]? {
        try Objects.withTree(of: commit, in: repository) { (tree) throws(GitError) in
            try Objects.entry(at: path, in: tree).map { [$0.mode.rawValue: $0.id] }
        }
    }
}

/// Commits still to be looked at, each once, newest first; unlike libgit2's sorted walk it does not read all of history
/// before the first one comes out.
struct CommitQueue {
    private let repository: OpaquePointer
    private var pending: [(id: CommitID, time: Int64)] = []
    private var seen: Set<CommitID> = []

    init(repository: OpaquePointer) { self.repository = repository }

    mutating func add(_ id: CommitID) throws(GitError) {
        guard seen.insert(id).inserted else { return }
        let time = try Objects.withCommit(id, in: repository) { git_commit_time($0) }
        pending.append((id, time))
    }

    mutating func takeNewest() -> CommitID? {
        guard var newest = pending.indices.first else { return nil }
        // Among equal times the one that was added first comes first, so that children stay before parents.
        for index in pending.indices where pending[index].time > pending[newest].time { newest = index }
        return pending.remove(at: newest).id
    }
}
