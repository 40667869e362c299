import ArgumentParser
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
            let control = try await ControlAccess(status)
            // Later than what it lifts, whatever the clock of this machine says.
            let retry = ControlFile.Retry(
                service: held.name, revision: held.version, at: max(Wall.now, held.since + 1), by: control.author.name)
            return try await control.ask(.retry(retry), "the next pass tries \(held.version) once more")
        }
    }
}
