import ArgumentParser
import GitStore
import Manifest
import Model
import Reconciler

/// `neap suspend`: nothing of a resource, or of the environment, is written for now.
struct SuspendVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend",
        abstract: "Hold back every write of a resource, or of the whole environment, until `neap resume`.",
        discussion: """
            Writes a commit to the branch neap/control/<environment>, which every pass reads: pushed with --repo, left to \
            push with PATH. What runs goes on as it is; differences are shown. `policy.suspend` in the manifest does the same.
            """)

    @Argument(help: "The resource, as Service/api; without one, or with PATH alone, the environment.")
    var name: String?

    @Option(help: "Why, in a line; it is shown to everybody.")
    var why = ""

    @OptionGroup var source: SourceOptions

    func run() async throws {
        try await reporting {
            let named = source.resolving(name)
            let status = try await StatusAccess(named.source, writes: true)
            let resource = try named.name.map { try status.resource(named: $0) }
            let control = try await ControlAccess(status)
            let suspension = ControlFile.Suspension(resource, at: Wall.now, by: control.author.name, why: why)
            let what = resource?.description ?? "the environment"
            return try await control.ask(.suspend(suspension), "from the next pass on nothing of \(what) is written")
        }
    }
}
