import ArgumentParser
import Manifest
import Model
import Reconciler

/// `neap resume`: ends what `neap suspend` began.
struct ResumeVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Let a resource, or the environment, be written again.",
        discussion: """
            Takes what `neap suspend` wrote off the branch neap/control/<environment>. Each suspension is ended by its own \
            name: that of the environment by none. A manifest's `policy.suspend` is taken out in Git.
            """)

    @Argument(help: "The resource, as Service/api; without one, or with PATH alone, the environment.")
    var name: String?

    @OptionGroup var source: SourceOptions

    func run() async throws {
        try await reporting {
            let named = source.resolving(name)
            let status = try await StatusAccess(named.source, writes: true)
            let resource = try named.name.map { try status.resource(named: $0) }
            let what = resource?.description ?? "the environment"
            guard try status.access.control(of: status.environment.name).isSuspended(resource) else {
                Terminal.error("neap: \(what) is not suspended by command")
                return .error
            }
            let control = try await ControlAccess(status)
            return try await control.ask(
                .resume(resource, at: Wall.now), "the next pass writes \(what) again")
        }
    }
}
