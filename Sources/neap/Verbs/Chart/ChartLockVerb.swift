import ArgumentParser
import FoundationEssentials
import Manifest

/// `neap chart lock`: writes down what the vendored charts hold.
struct ChartLockVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Write Chart.lock: the content hashes of the charts in charts/.",
        discussion: "Look at what changed in charts/ first: rendering refuses charts that are not what the lock says.")

    @OptionGroup var chart: ChartOptions

    func run() async throws {
        try await reporting {
            guard let text = try chart.folder().lock() else {
                Terminal.error("Chart.yaml names no dependencies, so there is nothing to lock")
                return .done
            }
            let path = "\(chart.path)/Chart.lock"
            try Data(text.utf8).write(to: URL(filePath: path))
            Terminal.out("\(path)\n")
            return .done
        }
    }
}
