public import GitStore
import Manifest

/// A repository on this machine: its HEAD, or its work tree as it stands. Status is read from its branch and written to it.
public struct LocalSource: SourceAccess {
    let repository: Repository
    let path: String
    let includesUncommitted: Bool
    private let writer: RemoteSource?

    /// The repository at `path`. `cacheDirectory` is where status commits are made; nil when none will be written.
    ///
    /// Throws `GitError`.
    public init(
        _ path: String, includingUncommitted: Bool = false, cacheDirectory: String? = nil,
        transport: GitTransport = GitTransport()
    ) throws(GitError) {
        self.path = path
        includesUncommitted = includingUncommitted
        repository = try Repository(reading: path)
        if let cacheDirectory {
            let url = try RemoteURL(repository.gitDirectory, policy: URLPolicy(allowsLocalPaths: true))
            writer = try RemoteSource(
                Remote(url: url), reference: "HEAD", cacheDirectory: cacheDirectory, transport: transport)
        } else {
            writer = nil
        }
    }

    public func read() async throws -> SourceSnapshot {
        guard let head = try repository.head() else { throw SourceError.noCommit(path) }
        let url = try repository.originURL() ?? path
        let commit = SourceCommit(
            try repository.commit(head.commit), reference: head.branch, at: RepositoryName(url))
        let changed = try repository.changedPaths()
        guard includesUncommitted, let folder = repository.workDirectory else {
            return SourceSnapshot(
                commit: commit, files: try CommitSource(repository, at: head.commit), uncommitted: changed)
        }
        return SourceSnapshot(commit: commit, files: FolderSource(folder), uncommitted: changed)
    }

    public func status(
        _ branch: String, of environment: String
    ) async throws -> (branch: StatusBranch?, loaded: StatusBranch.Loaded) {
        if let writer { return try await writer.status(branch, of: environment) }
        let short = branch.hasPrefix("refs/heads/") ? String(branch.dropFirst(11)) : branch
        let names = ["refs/heads/\(short)", "refs/remotes/origin/\(short)"]
        let tip = try names.compactMap { try repository.reference($0) }.first
        guard let tip else { return (nil, StatusBranch.Loaded(memory: StatusMemory(), tip: nil, isForeign: false)) }
        return (
            nil,
            StatusBranch.Loaded(memory: try StatusBranch.memory(at: tip, in: repository), tip: tip, isForeign: false)
        )
    }

    /// A person stands before the repository: whatever HEAD is, is meant.
    public func follows(_ tip: String, _ accepted: String) -> Bool { true }
}
