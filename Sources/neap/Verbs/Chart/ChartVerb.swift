import ArgumentParser
import FoundationEssentials
import Manifest
import Model

/// `neap chart`: what the author of a chart needs.
struct ChartVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart", abstract: "Check, lock and pack charts.",
        subcommands: [ChartLintVerb.self, ChartLockVerb.self, ChartPackageVerb.self])
}

/// Which chart.
struct ChartOptions: ParsableArguments {
    @Argument(help: "The chart's folder, which holds Chart.yaml.", completion: .directory)
    var path: String = "."

    /// The chart, with what is wrong with it.
    func folder() throws -> ChartFolder { try ChartFolder(FolderSource(path)) }

    /// The same problem as seen from the working directory.
    func seen(_ diagnostic: Diagnostic) -> Diagnostic {
        var copy = diagnostic
        copy.place = copy.place.map { $0.inside(path).used(by: $0.template?.inside(path)) }
        return copy
    }
}

extension Place {
    /// The same in a folder.
    fileprivate func inside(_ folder: String) -> Place {
        var copy = self
        copy.file = folder == "." ? file : folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)"
        return copy
    }
}
