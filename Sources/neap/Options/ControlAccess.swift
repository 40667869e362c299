import FoundationEssentials
import GitStore
import Manifest
import Reconciler

/// The branch by which a person asks something of the controller of an environment.
struct ControlAccess {
    /// Who asks: as Git would say, else who is logged in.
    let author: Identity
    private let branch: ControlBranch
    private let tip: CommitID?
    private let isPushed: Bool

    /// The control branch beside the status branch that was read. Throws `GitError`, and an error when nothing can be
    /// written there.
    init(_ status: StatusAccess) async throws {
        guard let (branch, tip) = try await status.access.controlBranch(of: status.environment.name) else {
            throw GitError.storage("the repository can not be written to")
        }
        self.branch = branch
        self.tip = tip
        isPushed = status.isRemote
        author = try Self.author(branch)
    }

    /// Writes `wish` down and says what follows from it.
    func ask(_ wish: ControlBranch.Wish, _ consequence: String) async throws -> ExitStatus {
        let commit = try await branch.add(wish, onto: tip, author: author)
        Terminal.out("\(branch.shortName)  \(commit.short)  \(consequence)\n")
        if !isPushed { Terminal.error("note: a controller sees it once it is pushed") }
        return .done
    }

    private static func author(_ branch: ControlBranch) throws -> Identity {
        let variables = ProcessInfo.processInfo.environment
        if let name = variables["GIT_AUTHOR_NAME"], let email = variables["GIT_AUTHOR_EMAIL"] {
            return Identity(name: name, email: email)
        }
        let user = variables["USER"] ?? "somebody"
        return try branch.person() ?? Identity(name: user, email: "\(user)@localhost")
    }
}
