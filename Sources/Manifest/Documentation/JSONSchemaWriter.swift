public import Model

/// JSON Schema, draft 7, for editors. It knows the names in lower camel case and the short forms; AWS's own spelling, and
/// fields that `policy.unchecked` lists, are accepted by Neap but not by the schema.
public struct JSONSchemaWriter: Sendable {
    private let kinds: [ManifestKind]
    private let notes: NoteTable

    /// A writer for these kinds, those of parts left out; `notes` says what fields are for.
    public init(kinds: [ManifestKind], notes: NoteTable = NoteTable()) {
        self.notes = notes
        self.kinds = kinds.filter(\.schema.isManifest).sorted { $0.schema.kind < $1.schema.kind }
    }

    /// The schema of one kind, `Environment` among them; nil for a kind that does not exist.
    public func text(of kind: String) -> String? { text(of: kind, schemas) }

    private func text(of kind: String, _ schemas: [String: Value]) -> String? {
        guard var schema = schemas[kind] else { return nil }
        schema["$schema"] = JSONSchemaWriter.draft
        // Kinds that may be written inline, with all that they say.
        let inline = kinds.filter { $0.fileMember != nil && $0.schema.kind != kind }.map(\.schema.kind)
        let text = JSONText.line(schema)
        let used = inline.filter { text.contains("\"#/definitions/\($0)/") }
        if !used.isEmpty {
            schema["definitions"] = .object(Dictionary(uniqueKeysWithValues: used.map { ($0, schemas[$0] ?? [:]) }))
        }
        return JSONText.pretty(schema) + "\n"
    }

    /// The schema of a document of any kind. The kind decides, so that an editor says what is wrong with that kind's
    /// document instead of that it is none of them.
    public func text() -> String {
        let schemas = schemas
        let names = schemas.keys.sorted()
        let choices = names.map { name -> Value in
            [
                "if": ["properties": ["kind": ["const": .string(name)]], "required": ["kind"]],
                "then": ["$ref": .string("#/definitions/\(name)")],
            ]
        }
        return JSONText.pretty([
            "$schema": JSONSchemaWriter.draft, "title": "Neap manifest", "type": "object", "required": ["kind"],
            "properties": ["kind": ["enum": .list(names.map { .string($0) })]], "allOf": .list(choices),
            "definitions": .object(schemas),
        ]) + "\n"
    }

    /// Every file of a folder of schemas: one for each kind, `Service.json`, and `neap.json` for all of them.
    public func files() -> [String: String] {
        var files = ["neap.json": text()]
        let schemas = schemas
        for name in schemas.keys { files["\(name).json"] = text(of: name, schemas) }
        return files
    }

    private static let draft: Value = "http://json-schema.org/draft-07/schema#"

    private var schemas: [String: Value] {
        var schemas = ReleaseSchema.schemas
        schemas["Environment"] = EnvironmentSchema.schema
        let table = KindTable(kinds)
        for kind in kinds { schemas[kind.schema.kind] = schema(kind, table) }
        return schemas
    }

    private func schema(_ kind: ManifestKind, _ table: KindTable) -> Value {
        var spec = SpecSchema(table, notes).schema(SpecNode(kind.schema), in: nil, depth: 0)
        if let file = kind.fileMember {
            spec["properties"]?[file] = [
                "type": "string", "description": "A file that holds the spec in AWS's own shape.",
            ]
            // What stands in the file need not be written.
            if let demands = spec["allOf"] { spec["anyOf"] = [["required": [.string(file)]], ["allOf": demands]] }
            spec["allOf"] = nil
        }
        let policy = EnvironmentSchema.policy(of: kind.schema.kind)
        return EnvironmentSchema.envelope(kind.schema.kind, kind.schema.summary, spec: spec, policy: policy)
    }
}
