import ArgumentParser
import Kinds
import Manifest
import Model
import Planning

/// `neap render`: steps 1 to 3 over a folder, and their result.
struct RenderVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Print what will be compared with AWS: releases rendered, overlays applied.",
        discussion: """
            Reads the files as they stand, uncommitted changes included; needs no AWS account. Sensitive values are \
            masked. --explain prints for each value the file and line that set it.
            """)

    /// How resources are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, json }

    @Argument(help: "The folder.", completion: .directory)
    var path: String = "."

    @Argument(help: "Kind/name of the resources to print; all of them when left out.")
    var resources: [String] = []

    @Option(name: [.long, .customShort("e")], help: "The environment, where the repository has several.")
    var environment: String?

    @Option(name: .shortAndLong, help: "yaml or json.")
    var output: Format = .yaml

    @Flag(help: "Print for each value the file and line that set it, and the template's line that used it.")
    var explain = false

    func validate() throws {
        if explain, output == .json { throw ValidationError("--explain prints a table; it goes without -o json") }
    }

    func run() async throws {
        try await reporting {
            let reader = ManifestReader(kinds: allKinds.map { $0.manifest })
            let desired = try reader.read(FolderSource(path), environment: environment)
            for diagnostic in desired.diagnostics { Terminal.error(diagnostic.description) }
            let chosen = try chosen(desired)
            let schemas = Dictionary(allKinds.map { ($0.schema.kind, $0.schema) }) { first, _ in first }
            let text = RenderedText(chosen, schemas)
            Terminal.out(explain ? text.explanation : output == .json ? text.json : text.yaml)
            return desired.hasErrors ? .error : .done
        }
    }

    private func chosen(_ desired: Desired) throws -> [Resource] {
        let all = desired.resources.values.sorted { $0.id < $1.id }
        if resources.isEmpty { return all }
        for text in resources where !all.contains(where: { $0.id.description == text }) {
            // It may be one of those that are broken, of which everything was said.
            guard !desired.hasErrors else { continue }
            let hint = Nearest.hint(for: text, among: all.map(\.id.description)).map { " (\($0))" } ?? ""
            throw ValidationError("no resource is \(text)\(hint)")
        }
        return all.filter { resources.contains($0.id.description) }
    }
}
