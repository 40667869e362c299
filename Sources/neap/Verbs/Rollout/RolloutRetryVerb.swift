import ArgumentParser
import FoundationEssentials
import GitStore
import Planning
import Manifest
import Reconciler

/// `neap rollout retry`: asks for one more attempt of what was rolled back.
struct RolloutRetryVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Try once more what was rolled back: a service's revision, a group's template version.",
        discussion: """
            Writes a commit to the branch neap/control/<environment>, which every pass reads: pushed with --repo, left to \
            push with PATH. A fix in Git needs no retry.
            """)

    @Argument(help: "The Service or the AutoScalingGroup, as api or Service/api.")
    var name: String

    @OptionGroup var source: SourceOptions

    func run() async throws {
        try await reporting {
            let status = try await StatusAccess(source, writes: true)
            guard let held = status.loaded.held(StatusAccess.name(of: name)) else {
                Terminal.error("neap: nothing of \(name) is held, says \(status.environment.statusBranch)")
                return .error
            }
            guard let (branch, tip) = try await status.access.controlBranch(of: status.environment.name) else {
                Terminal.error("neap: the repository can not be written to")
                return .error
            }
            let author = try Self.author(branch)
            // Later than what it lifts, whatever the clock of this machine says.
            let retry = ControlFile.Retry(
                service: held.name, revision: held.version, at: max(Wall.now, held.since + 1), by: author.name)
            let commit = try await branch.add(retry, onto: tip, author: author)
            Terminal.out("\(branch.shortName)  \(commit.short)  the next pass tries \(held.version) once more\n")
            if source.repo == nil { Terminal.error("note: a controller sees it once it is pushed") }
            return .done
        }
    }

    /// Who asks: as Git would say, else who is logged in.
    private static func author(_ branch: ControlBranch) throws -> Identity {
        let variables = ProcessInfo.processInfo.environment
        if let name = variables["GIT_AUTHOR_NAME"], let email = variables["GIT_AUTHOR_EMAIL"] {
            return Identity(name: name, email: email)
        }
        let user = variables["USER"] ?? "somebody"
        return try branch.person() ?? Identity(name: user, email: "\(user)@localhost")
    }
}
