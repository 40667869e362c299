import ArgumentParser
import Kinds
import Manifest
import Model

/// `neap validate`: steps 1 to 3 over a folder as it stands.
struct Validate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check every manifest of a folder or repository; needs no AWS account.",
        discussion:
            "Reads the files as they stand, uncommitted changes included. Says everything that is wrong, sorted by place."
    )

    @Argument(help: "The folder.", completion: .directory)
    var path: String = "."

    @Option(name: [.long, .customShort("e")], help: "Only this environment; all of them otherwise.")
    var environment: String?

    func run() async throws {
        try await reporting {
            let reader = ManifestReader(kinds: allKinds.map { $0.manifest })
            let source = FolderSource(path)
            let list = try reader.environments(in: source)
            let names = environment.map { [$0] } ?? list.names
            if names.isEmpty { _ = try reader.read(source) }
            var found: Set<Diagnostic> = []
            var lines: [String] = []
            for name in names {
                if let problems = list.broken[name] {
                    found.formUnion(problems)
                    lines.append("\(name): the environment is broken\n")
                    continue
                }
                let desired = try reader.read(source, environment: name)
                found.formUnion(desired.diagnostics)
                let index = ResourceIndex(desired.resources)
                for resource in desired.resources.values {
                    found.formUnion(kindsByName[resource.id.kind]?.faults(of: resource, among: index) ?? [])
                }
                let broken = desired.invalid.isEmpty ? "" : ", \(desired.invalid.count) broken"
                lines.append("\(name): \(desired.resources.count) resources\(broken)\n")
            }
            for diagnostic in found.sorted() { Terminal.error(diagnostic.description) }
            Terminal.out(lines.joined())
            return found.contains { $0.severity == .error } ? .error : .done
        }
    }
}
