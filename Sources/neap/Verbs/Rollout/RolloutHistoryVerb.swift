import AWSWire
import ArgumentParser
import Manifest
import Reconciler

/// `neap rollout history`: the attempts that the status branch remembers.
struct RolloutHistoryVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show the attempts to bring a service's revisions live, newest first.",
        discussion: "Reads the status branch; asks AWS nothing.")

    /// How the attempts are shown.
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Argument(help: "The Service, as api or Service/api.")
    var service: String

    @OptionGroup var source: SourceOptions

    @Option(name: .shortAndLong, help: "table or json.")
    var output: Format = .table

    func run() async throws {
        try await reporting {
            let status = try await StatusAccess(source)
            let service = StatusAccess.name(of: service)
            let history = RolloutHistory(status.loaded, of: service)
            guard !history.attempts.isEmpty else {
                Terminal.error(
                    "neap: \(status.environment.statusBranch) tells of no rollout of Service/\(service)")
                return .error
            }
            switch output {
            case .table: Terminal.out(history.table)
            case .json: Terminal.out(String(decoding: JSON.write(history.value), as: UTF8.self) + "\n")
            }
            return .done
        }
    }
}
