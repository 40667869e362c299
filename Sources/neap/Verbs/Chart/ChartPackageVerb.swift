import ArgumentParser
import FoundationEssentials
import Kinds
import Manifest
import Model

/// `neap chart package`: a chart as one file.
struct ChartPackageVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "package", abstract: "Pack a chart into NAME-VERSION.tgz, the same bytes for the same files.",
        discussion: "Prints the archive's path and the digest of the chart's files, as Chart.lock holds it.")

    @OptionGroup var chart: ChartOptions

    @Option(name: .shortAndLong, help: "The folder that the archive is written to.", completion: .directory)
    var destination: String = "."

    func run() async throws {
        try await reporting {
            let folder = try chart.folder()
            let problems = try folder.lint(kinds: allKinds.map { $0.manifest })
            for diagnostic in problems { Terminal.error(chart.seen(diagnostic).description) }
            if problems.contains(where: { $0.severity == .error }) { return .error }
            let package = try folder.package()
            let path = destination == "." ? package.file : "\(destination)/\(package.file)"
            try FileManager.default.createDirectory(atPath: destination, withIntermediateDirectories: true)
            try Data(package.bytes).write(to: URL(filePath: path))
            Terminal.out("\(path)  \(package.digest)\n")
            return .done
        }
    }
}
