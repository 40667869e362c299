import ArgumentParser
import Model
import Reconciler

/// `neap rollout restart`: new tasks of the same revision.
struct RolloutRestartVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restart", abstract: "Replace a service's tasks by new ones of the same revision.",
        discussion: """
            Rolls as any other change does, and waits until it is live. Refused with exit code 6 when the service is not this \
            environment's, is suspended, or could never roll as it is declared.
            """)

    @Argument(help: "The Service, as api or Service/api.")
    var service: String

    @OptionGroup var source: SourceOptions

    @Flag(inversion: .prefixedNo, help: "Wait until the new tasks are live.")
    var wait = true

    @Option(help: "How long to wait; exit code 5 after it.")
    var timeout = TimeSpan(seconds: 1_800)

    @Flag(help: "Stream one object a line.")
    var json = false

    func run() async throws {
        try await reporting {
            let access = try await ServiceAccess(service, source)
            let deployment = try await RolloutCommands(access.look).restart()
            Terminal.error("\(access.look.service): restarts, deployment \(deployment ?? "not named by ECS")")
            guard wait else { return .done }
            let output = NewsOutput(isJSON: json)
            output.begin()
            return try await StopSignal().following(
                access.look, until: timeout.duration, awaiting: deployment, output)
        }
    }
}
