import ArgumentParser
import Reconciler

/// `neap why`: what is wrong with one resource, and what to do.
struct WhyVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Explain why a resource is not in sync or not healthy, and what to do about it.",
        discussion: """
            Looks at AWS and writes nothing. Of a service it shows the last lines of a failed container, here alone: no \
            plan, status or commit ever holds one. Exit codes: 0 it is fine, or on its way; 3 it is not; 1 unknown.
            """)

    /// How the explanation is shown.
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Argument(help: "The resource, as Service/api or TargetGroup/api; the kind may be left out for a Service.")
    var resource: String

    @OptionGroup var source: SourceOptions

    @Option(name: .shortAndLong, help: "table or json.")
    var output: Format = .table

    func run() async throws {
        try await reporting {
            let reconciler = try EnvironmentReconciler.forLooking(
                at: source.access(writes: false), environment: source.environment)
            let prepared = try await reconciler.prepareToLook()
            let id = try ResourceNames(prepared).resource(resource)
            let explained = try await reconciler.explain(id, of: prepared)
            let words = await LastWords(of: explained.state, through: prepared.connection.aws)
            let text = ExplainedText(explained, log: words.lines, logProblem: words.problem)
            Terminal.out(output == .json ? text.json : text.text)
            return explained.isFine ? .done : .unhealthy
        }
    }
}
