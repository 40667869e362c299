public import GitStore
public import Manifest
public import Planning

/// A repository behind a URL, worked on in a bare clone in the cache directory.
///
/// While its server does not answer, the commit that it gave last goes on to be what is wanted, and status is kept in the
/// clone: a controller goes on to mend drift. A process that was never answered has nothing to go on with.
public struct RemoteSource: SourceAccess {
    let clone: RemoteClone
    let reference: String
    private let last = LastRead()

    /// The branch `reference` (a full name) of what `clone` is a clone of.
    public init(_ clone: RemoteClone, reference: String) {
        self.clone = clone
        self.reference = reference
    }

    /// The branch `reference` (a full name) of `remote`, in a clone of its own below `cacheDirectory`.
    ///
    /// Throws `GitError`.
    public init(
        _ remote: Remote, reference: String, cacheDirectory: String, transport: GitTransport = GitTransport()
    ) throws(GitError) {
        self.init(
            try RemoteClone(RemoteAccess(remote), cacheDirectory: cacheDirectory, transport: transport),
            reference: reference)
    }

    public func read() async throws -> SourceSnapshot {
        do {
            let companions = last.companions
            let tips = try await clone.fetch([reference] + companions)
            guard let tip = tips[reference] else {
                throw SourceError.noReference(reference, repository: clone.access.url.text)
            }
            last.read(tip, with: tips)
            return try snapshot(of: tip)
        } catch let error as GitError where error.isOutage {
            guard let tip = last.tip else { throw error }
            last.missed()
            return try snapshot(of: tip)
        }
    }

    private func snapshot(of tip: CommitID) throws -> SourceSnapshot {
        let name = RepositoryName(clone.access.url.text)
        let commit = SourceCommit(try repository.commit(tip), reference: reference, at: name)
        return SourceSnapshot(commit: commit, files: try CommitSource(repository, at: tip))
    }

    public func files(at commit: String) throws -> (any ManifestSource & Sendable)? {
        try CommitSource.found(commit, in: repository)
    }

    public func tip() async throws -> String? { try await clone.tip(of: reference)?.hex }

    public func status(
        _ branch: String, of environment: String
    ) async throws -> (branch: StatusBranch?, loaded: StatusBranch.Loaded) {
        let status = StatusBranch(branch, of: environment, in: repository, publisher: publisher)
        // Both in one go: every pass reads them, after the first with the source.
        let control = ControlBranch.reference(environment)
        let tips = try await tips(of: [status.reference, control])
        if tips[control] == nil, let old = try repository.reference(control) {
            try repository.removeReference(control, expecting: old)
        }
        return (status, try status.load(at: tips[status.reference]))
    }

    private func tips(of names: [String]) async throws -> [String: CommitID] {
        if let known = last.takeTips(of: names), !last.isOffline { return known }
        guard last.isOffline else { return try await clone.fetch(names) }
        let known = try names.compactMap { name in try repository.reference(name).map { (name, $0) } }
        return Dictionary(known) { first, _ in first }
    }

    public func approvals(at tip: String) throws -> Approvals { try Approvals(at: tip, in: repository) }

    public func approvalTags() async throws -> [AnnotatedTag] {
        if last.isOffline { return last.tags }
        let tags = try await clone.transport.annotatedTags(
            TagApprovals.prefix, limit: TagApprovals.limit, at: try await clone.access.remote(), into: repository)
        last.read(tags)
        return tags
    }

    public func control(of environment: String) throws -> ControlFile {
        try ControlBranch.load(at: try repository.reference(ControlBranch.reference(environment)), in: repository)
    }

    public func controlBranch(of environment: String) async throws -> (branch: ControlBranch, tip: CommitID?)? {
        let branch = ControlBranch(of: environment, in: BranchStore(repository, publisher))
        return (branch, try await publisher.tip(of: branch.reference))
    }

    public var branches: BranchStore? { BranchStore(repository, publisher) }

    public var isOffline: Bool { last.isOffline }

    public var history: (any CommitHistory)? { repository }

    private var publisher: RemotePublisher {
        RemotePublisher(repository: repository, access: clone.access, transport: clone.transport)
    }

    public func follows(_ tip: String, _ accepted: String) throws -> Bool {
        guard let tip = CommitID(tip), let accepted = CommitID(accepted) else { return true }
        // A commit that is nowhere to be found any more can not be an ancestor.
        guard try repository.contains(accepted), try repository.contains(tip) else { return false }
        return try repository.update(from: accepted, to: tip) != .rewritten
    }

    /// Makes sure that the server would take a push to `name` (a full name), without making one: it is connected to for
    /// writing, and the push then given up.
    ///
    /// Throws `GitError`.
    public func checkWritable(_ name: String) async throws {
        guard let tip = last.tip else { return }
        // No status branch can be at the source's own commit, so that nothing is pushed.
        _ = try await clone.transport.push(
            tip, to: name, expecting: tip, at: try await clone.access.remote(), from: repository)
    }

    private var repository: Repository { clone.repository }
}

extension SourceCommit {
    /// A commit of the repository `name`.
    init(_ commit: Commit, reference: String?, at name: RepositoryName) {
        self.init(
            id: commit.id.hex, subject: commit.subject, author: commit.author.name, time: Int(commit.time),
            reference: reference, repository: name.text, hasCommitPages: name.hasCommitPages)
    }
}
