import ArgumentParser
import Importing
import Kinds
import Manifest
import Model

/// `neap schema`: JSON Schema for editors and CI.
struct SchemaVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema (draft-07) of one kind, or of all of them.",
        discussion: """
            With --out, one file a kind and neap.json for all of them. Editors find it by a comment on a manifest's first \
            line: # yaml-language-server: $schema=../schemas/neap.json
            """)

    @Argument(help: "A kind; every kind and the environment when left out.")
    var kind: String?

    @Option(help: "Write the schemas of all kinds into this folder.", completion: .directory)
    var out: String?

    func validate() throws {
        if out != nil, kind != nil { throw ValidationError("--out writes the schemas of all kinds; leave out KIND") }
    }

    func run() async throws {
        try await reporting {
            let writer = JSONSchemaWriter(kinds: allKinds.map { $0.manifest }, notes: NoteTable(FieldNotes.all))
            if let out {
                let files = writer.files()
                try FolderWriter(out, overwrites: true).write(files) { _ in }
                for path in files.keys.sorted() { Terminal.out("\(path)\n") }
                return .done
            }
            guard let kind else {
                Terminal.out(writer.text())
                return .done
            }
            guard let text = writer.text(of: kind) else {
                let hint = Nearest.hint(for: kind, among: allKinds.map { $0.schema.kind }).map { " (\($0))" } ?? ""
                throw ValidationError("no kind is named \(kind)\(hint)")
            }
            Terminal.out(text)
            return .done
        }
    }
}
