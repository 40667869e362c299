public import GitStore
public import Manifest
public import Planning

/// A repository on this machine: its HEAD, or its work tree as it stands. Status is read from its branch, and written there.
public struct LocalSource: SourceAccess {
    let repository: Repository
    let path: String
    let includesUncommitted: Bool

    /// The repository at `path`, opened for reading only unless status `isWritten`.
    ///
    /// Throws `GitError`, and `SourceError.noRepository`.
    public init(_ path: String, includingUncommitted: Bool = false, isWritten: Bool = false) throws {
        self.path = path
        includesUncommitted = includingUncommitted
        do {
            repository = isWritten ? try Repository(writing: path) : try Repository(reading: path)
        } catch GitError.notFound {
            throw SourceError.noRepository(path)
        }
    }

    public func read() async throws -> SourceSnapshot {
        guard let head = try repository.head() else { throw SourceError.noCommit(path) }
        let url = try repository.originURL() ?? repository.workDirectory ?? repository.gitDirectory
        let commit = SourceCommit(
            try repository.commit(head.commit), reference: head.branch, at: RepositoryName(url))
        let changed = try repository.changedPaths()
        guard includesUncommitted, let folder = repository.workDirectory else {
            return SourceSnapshot(
                commit: commit, files: try CommitSource(repository, at: head.commit), uncommitted: changed)
        }
        return SourceSnapshot(commit: commit, files: FolderSource(folder), uncommitted: changed)
    }

    public func files(at commit: String) throws -> (any ManifestSource & Sendable)? {
        try CommitSource.found(commit, in: repository)
    }

    public func tip() async throws -> String? { try repository.head()?.commit.hex }

    public func status(
        _ branch: String, of environment: String
    ) async throws -> (branch: StatusBranch?, loaded: StatusBranch.Loaded) {
        let status = StatusBranch(
            branch, of: environment, in: repository, publisher: LocalPublisher(repository: repository))
        return (repository.isWritable ? status : nil, try status.load(at: try tip(of: status.reference)))
    }

    public func approvals(at tip: String) throws -> Approvals { try Approvals(at: tip, in: repository) }

    public func approvalTags() async throws -> [AnnotatedTag] {
        try repository.annotatedTags(prefix: TagApprovals.prefix, limit: TagApprovals.limit)
    }

    public func control(of environment: String) throws -> ControlFile {
        try ControlBranch.load(at: try tip(of: ControlBranch.reference(environment)), in: repository)
    }

    public func controlBranch(of environment: String) async throws -> (branch: ControlBranch, tip: CommitID?)? {
        guard let branches else { return nil }
        let branch = ControlBranch(of: environment, in: branches)
        return (branch, try tip(of: branch.reference))
    }

    public var branches: BranchStore? {
        repository.isWritable ? BranchStore(repository, LocalPublisher(repository: repository)) : nil
    }

    public var history: (any CommitHistory)? { repository }

    private func tip(of reference: String) throws -> CommitID? { try LocalBranch(reference, in: repository).tip }

    /// A person stands before the repository: whatever HEAD is, is meant.
    public func follows(_ tip: String, _ accepted: String) -> Bool { true }

    public func holds(_ earlier: String, in tip: String) throws -> Bool {
        guard let earlier = CommitID(earlier), let tip = CommitID(tip), try repository.contains(earlier) else {
            return false
        }
        return try repository.update(from: earlier, to: tip) != .rewritten
    }
}
