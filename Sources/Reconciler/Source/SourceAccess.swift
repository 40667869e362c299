public import GitStore
public import Manifest
public import Planning

/// Where an environment's manifests come from and where its status goes.
public protocol SourceAccess: Sendable {
    /// The newest commit and what it holds.
    ///
    /// Throws `GitError`, and `SourceError` when there is nothing to read.
    func read() async throws -> SourceSnapshot
    /// What an earlier commit (40 hex digits) holds; nil when it is nowhere to be found any more.
    ///
    /// Throws `GitError`.
    func files(at commit: String) throws -> (any ManifestSource & Sendable)?
    /// The newest commit alone, 40 hex digits, without what it holds: cheap enough to be asked every few seconds. Nil when
    /// there is none.
    func tip() async throws -> String?
    /// The status branch of this short name, with what it says now.
    func status(_ branch: String, of environment: String) async throws -> (
        branch: StatusBranch?, loaded: StatusBranch.Loaded
    )
    /// What operators ask of the controller of `environment`; read anew with its status.
    ///
    /// Throws `GitError`, and `ControlError` for content that is not understood.
    func control(of environment: String) throws -> ControlFile
    /// The branch that they ask on, and where it is now; nil when it can not be written to.
    func controlBranch(of environment: String) async throws -> (branch: ControlBranch, tip: CommitID?)?
    /// What the newest commits down from `tip` (40 hex digits) approve.
    func approvals(at tip: String) throws -> Approvals
    /// The tags that may approve, signed or not.
    func approvalTags() async throws -> [AnnotatedTag]
    /// Where other branches are made; nil when nothing can be written.
    var branches: BranchStore? { get }
    /// True while the server does not answer, so that what is written stays in the clone.
    var isOffline: Bool { get }
    /// The commits, for checking who signed them; nil when there is none to check, which refuses what has to be checked.
    var history: (any CommitHistory)? { get }
    /// Whether the commit `tip` may follow the commit `accepted` (40 hex digits each): false when history was rewritten.
    func follows(_ tip: String, _ accepted: String) throws -> Bool
    /// Whether the history of the commit `tip` holds the commit `earlier` (40 hex digits each).
    func holds(_ earlier: String, in tip: String) throws -> Bool
}

extension SourceAccess {
    public var branches: BranchStore? { nil }
    public var isOffline: Bool { false }
    public func approvals(at tip: String) throws -> Approvals { Approvals() }
    public func approvalTags() async throws -> [AnnotatedTag] { [] }
    public var history: (any CommitHistory)? { nil }
    public func holds(_ earlier: String, in tip: String) throws -> Bool { try earlier == tip || follows(tip, earlier) }
    public func files(at commit: String) throws -> (any ManifestSource & Sendable)? { nil }
    public func control(of environment: String) throws -> ControlFile { ControlFile() }
    public func controlBranch(of environment: String) async throws -> (branch: ControlBranch, tip: CommitID?)? { nil }
}

/// A commit with its files.
public struct SourceSnapshot: Sendable {
    public var commit: SourceCommit
    public var files: any ManifestSource & Sendable
    /// Paths of the work tree that differ from the commit; empty without a work tree.
    public var uncommitted: [String]

    /// A commit with its files.
    public init(commit: SourceCommit, files: any ManifestSource & Sendable, uncommitted: [String] = []) {
        self.commit = commit
        self.files = files
        self.uncommitted = uncommitted
    }
}

/// Why there is no commit to read.
public enum SourceError: Error, Sendable, Equatable, CustomStringConvertible {
    case noCommit(String)
    /// There is no Git repository that holds this path.
    case noRepository(String)
    case noReference(String, repository: String)
    case uncommitted([String])
    /// The status branch is the branch that is watched.
    case statusIsSource(String)
    /// The status branch is not the usual one, while commits have to be signed.
    case statusIsChosen(String, usual: String)
    /// `status.yaml` of a commit of ours (40 hex digits) can not be read; why.
    case statusUnreadable(String, why: String)
    /// The status branch is another one here than on `origin`; what to do about it.
    case statusApart(String)
    /// History was rewritten: the tip does not descend from the commit that was last accepted.
    case rewritten(reference: String, accepted: String, tip: String)
    /// The tip is an earlier commit than the one that was last accepted.
    case behind(reference: String, accepted: String, tip: String)
    /// The status branch was written in a later epoch than ours: another controller leads the environment.
    case superseded(String, epoch: Int, by: Int)
    /// A commit is not signed by a key that the controller trusts.
    case unverified(UnverifiedCommit)

    public var description: String {
        switch self {
        case .noCommit(let path): "\(path) is empty: it has no commit yet; commit and push the manifests"
        case .noRepository(let path):
            "there is no Git repository at \(path), nor around it: Neap reads commits, so run `git init` there and commit the manifests"
        case .noReference(let name, let repository):
            "\(repository) has no \(name): push a commit to it, or name another with --ref"
        case .uncommitted(let paths):
            "uncommitted changes in \(paths.prefix(5).joined(separator: ", ")): commit them first, or look with `neap plan --dirty`"
        case .statusIsSource(let reference):
            "\(reference) is the branch that manifests are read from; status needs a branch of its own (spec.status.branch)"
        case .statusIsChosen(let reference, let usual):
            "spec.status.branch is \(reference): while commits have to be signed, what was checked is remembered on \(usual) "
                + "alone, so that no unchecked commit can choose it; take spec.status.branch out"
        case .statusUnreadable(let commit, let why):
            "what Neap remembers can not be read: status.yaml of \(commit.prefix(12)): \(why); revert that commit of the status "
                + "branch, or run the version of Neap that wrote it"
        case .statusApart(let problem): problem
        case .rewritten(let reference, let accepted, let tip):
            "\(reference) was rewritten: \(tip.prefix(12)) does not descend from \(accepted.prefix(12)), which was accepted; "
                + "nothing is applied until it is accepted with `neap run --accept-rewrite \(tip)`"
        case .behind(let reference, let accepted, let tip):
            "\(reference) is behind: \(tip.prefix(12)) comes before \(accepted.prefix(12)), which was accepted; nothing is applied "
                + "until that one is pushed again (`git push origin \(accepted):\(reference)`; `git revert` takes changes back), or "
                + "the earlier one is accepted with `neap run --accept-rewrite \(tip)`"
        case .superseded(let environment, let epoch, let later):
            "the status branch was written in epoch \(later), this controller leads \(environment) in epoch \(epoch): nothing is "
                + "written; where the lease table was made anew, `neap lease steal --environment \(environment) --next \(later + 1)`"
        case .unverified(let commit): "\(commit)"
        }
    }
}
