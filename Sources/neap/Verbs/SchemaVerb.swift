import ArgumentParser
import Kinds
import Manifest

/// `neap schema`: JSON Schema for editors and CI.
struct SchemaVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema (draft-07) of one kind, or of all of them.")

    @Argument(help: "A kind; every kind and the environment when left out.")
    var kind: String?

    func run() throws {
        let writer = JSONSchemaWriter(kinds: allKinds.map { $0.manifest })
        guard let kind else { return Terminal.out(writer.text()) }
        guard let text = writer.text(of: kind) else { throw ValidationError("no kind is named \(kind)") }
        Terminal.out(text)
    }
}
