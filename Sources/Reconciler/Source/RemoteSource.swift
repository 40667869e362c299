public import GitStore
public import Manifest
public import Planning

/// A repository behind a URL, worked on in a bare clone in the cache directory.
public struct RemoteSource: SourceAccess {
    let clone: Repository
    let remote: Remote
    let reference: String
    let transport: GitTransport

    /// How many processes of one machine may have clones of one repository at a time.
    private static let clones = 9

    /// The branch `reference` (a full name) of `remote`, in the clone below `cacheDirectory`, or, while another process has
    /// that one, beside it.
    ///
    /// A clone that is damaged is thrown away and fetched again. Throws `GitError`.
    public init(
        _ remote: Remote, reference: String, cacheDirectory: String, transport: GitTransport = GitTransport()
    ) throws(GitError) {
        self.remote = remote
        self.reference = reference
        self.transport = transport
        clone = try Self.freeClone(cacheDirectory)
    }

    private static func freeClone(_ directory: String) throws(GitError) -> Repository {
        for suffix in [""] + (2..<clones).map({ "-\($0)" }) {
            do {
                return try openClone(directory + suffix)
            } catch .inUse {
                continue
            }
        }
        return try openClone("\(directory)-\(clones)")
    }

    private static func openClone(_ directory: String) throws(GitError) -> Repository {
        do {
            return try Repository(cache: directory)
        } catch .corrupt {
            try Repository.discard(cache: directory)
            return try Repository(cache: directory)
        }
    }

    public func read() async throws -> SourceSnapshot {
        guard let tip = try await fetch([reference])[reference] else {
            throw SourceError.noReference(reference, repository: remote.url.text)
        }
        let commit = SourceCommit(try clone.commit(tip), reference: reference, at: RepositoryName(remote.url.text))
        return SourceSnapshot(commit: commit, files: try CommitSource(clone, at: tip))
    }

    public func files(at commit: String) throws -> (any ManifestSource & Sendable)? {
        try CommitSource.found(commit, in: clone)
    }

    public func tip() async throws -> String? {
        try await transport.list(remote, prefixes: [reference]).first { $0.name == reference }?.commit.hex
    }

    public func status(
        _ branch: String, of environment: String
    ) async throws -> (branch: StatusBranch?, loaded: StatusBranch.Loaded) {
        let status = StatusBranch(branch, of: environment, in: clone, publisher: publisher)
        // Both in one go: every pass reads them.
        let control = ControlBranch.reference(environment)
        let tips = try await fetch([status.reference, control])
        if tips[control] == nil, let old = try clone.reference(control) {
            try clone.removeReference(control, expecting: old)
        }
        return (status, try status.load(at: tips[status.reference]))
    }

    public func approvals(at tip: String) throws -> Approvals { try Approvals(at: tip, in: clone) }

    public func approvalTags() async throws -> [AnnotatedTag] {
        try await transport.annotatedTags(TagApprovals.prefix, limit: TagApprovals.limit, at: remote, into: clone)
    }

    public func control(of environment: String) throws -> ControlFile {
        try ControlBranch.load(at: try clone.reference(ControlBranch.reference(environment)), in: clone)
    }

    public func controlBranch(of environment: String) async throws -> (branch: ControlBranch, tip: CommitID?)? {
        let branch = ControlBranch(of: environment, in: BranchStore(clone, publisher))
        return (branch, try await publisher.tip(of: branch.reference))
    }

    public var branches: BranchStore? { BranchStore(clone, publisher) }

    public var history: (any CommitHistory)? { clone }

    private var publisher: RemotePublisher {
        RemotePublisher(repository: clone, remote: remote, transport: transport)
    }

    public func follows(_ tip: String, _ accepted: String) throws -> Bool {
        guard let tip = CommitID(tip), let accepted = CommitID(accepted) else { return true }
        // A commit that is nowhere to be found any more can not be an ancestor.
        guard try clone.contains(accepted) else { return false }
        return try clone.update(from: accepted, to: tip) != .rewritten
    }

    /// Fetches and keeps the tips under their own names, so that the next fetch brings only what is new.
    private func fetch(_ names: [String]) async throws -> [String: CommitID] {
        let tips = try await transport.fetch(names, from: remote, into: clone)
        for (name, tip) in tips { try clone.setReference(name, to: tip, expecting: try clone.reference(name)) }
        return tips
    }
}

extension SourceCommit {
    /// A commit of the repository `name`.
    init(_ commit: Commit, reference: String?, at name: RepositoryName) {
        self.init(
            id: commit.id.hex, subject: commit.subject, author: commit.author.name, time: Int(commit.time),
            reference: reference, repository: name.text, hasCommitPages: name.hasCommitPages)
    }
}
