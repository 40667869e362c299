import ArgumentParser
import Kinds
import Manifest
import Model

/// `neap chart lint`: a chart on its own.
struct ChartLintVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Check a chart: its files, its schema, and what it makes of its defaults.",
        discussion: """
            Values that templates use and the schema does not declare are errors, declared values that no template uses \
            are warnings. The chart is rendered with its defaults, and once more with the schema's examples.
            """)

    @OptionGroup var chart: ChartOptions

    @Flag(help: "Warnings are errors too.")
    var strict = false

    func run() async throws {
        try await reporting {
            let folder = try chart.folder()
            let found = try folder.lint(kinds: allKinds.map { $0.manifest })
            for diagnostic in found { Terminal.error(chart.seen(diagnostic).description) }
            let errors = found.count { $0.severity == .error }
            let warnings = found.count { $0.severity == .warning }
            Terminal.out("\(folder.name ?? chart.path): \(errors) errors, \(warnings) warnings\n")
            return errors > 0 || (strict && warnings > 0) ? .error : .done
        }
    }
}
