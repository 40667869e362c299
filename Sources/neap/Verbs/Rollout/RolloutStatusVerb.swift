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

    @Argument(help: "The Service, as api or Service/api.")
    var service: String

    @OptionGroup var source: SourceOptions

    @Option(name: .shortAndLong, help: "table or json.")
    var output: Format = .table

    func run() async throws {
        try await reporting {
            let access = try await ServiceAccess(service, source)
            let turn = await access.reconciler.lookingPass(access.prepared).look(.about([access.look.service]))
            guard let report = RolloutReport(access.look.service.name, turn, of: access.prepared) else {
                Terminal.error("neap: AWS does not show \(access.look.service)")
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
