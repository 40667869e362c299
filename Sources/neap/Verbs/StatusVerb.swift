import ArgumentParser
import AWSWire
import Manifest
import Reconciler

/// `neap status`: what the status branch says.
struct StatusVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show what the status branch says of an environment; asks AWS nothing.")

    /// How the status is shown.
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, markdown, yaml, json }

    @OptionGroup var source: SourceOptions

    @Option(name: .shortAndLong, help: "table, markdown (README.md), yaml (status.yaml) or json.")
    var output: Format = .table

    @Flag(help: "Exit with 3 when the environment is not Ready.")
    var check = false

    func run() async throws {
        try await reporting {
            let status = try await StatusAccess(source)
            let branch = status.environment.statusBranch
            let report = StatusReport(status.loaded, branch)
            guard let report else {
                Terminal.error(
                    "neap: \(branch) is not here: `git fetch` brings it, --repo URL reads it from the forge, and `neap apply` or `neap run` write it"
                )
                return .error
            }
            switch output {
            case .table: Terminal.out(report.table)
            case .markdown: Terminal.out(report.readme)
            case .yaml: Terminal.out(report.statusFile)
            case .json: Terminal.out(String(decoding: JSON.write(report.status), as: UTF8.self) + "\n")
            }
            return check && !report.isReady ? .unhealthy : .done
        }
    }
}
