import AWSWire
import ArgumentParser
import Kinds
import Model
import Reconciler

/// `neap rollout status`: how a service's rollout stands now.
struct RolloutStatusVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how a service's rollout stands, in AWS and on the status branch.",
        discussion: "Writes nothing. Exits with 3 when the service is Degraded, a rollback among that.")

    /// How it is shown.
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Argument(help: "The Service's name.")
    var service: String

    @OptionGroup var source: SourceOptions

    @Option(name: .shortAndLong, help: "table or json.")
    var output: Format = .table

    func run() async throws {
        try await reporting {
            var options = EnvironmentReconciler.Options(version: Neap.version) { Wall.now }
            options.environment = source.shared.environment
            let reconciler = EnvironmentReconciler(
                try source.access(writes: false), options: options, connect: AWSAccess(verbose: false).connect)
            let prepared = try await reconciler.prepare()
            let turn = await reconciler.pass(prepared, cache: ObservationCache()).look(.everything)
            guard let report = RolloutReport(service, turn, of: prepared) else {
                Terminal.error("neap: Service/\(service) is not in Git, or AWS does not show it")
                return .error
            }
            switch output {
            case .table: Terminal.out(report.text)
            case .json: Terminal.out(String(decoding: JSON.write(report.value), as: UTF8.self) + "\n")
            }
            return report.health.status == .degraded ? .unhealthy : .done
        }
    }
}
