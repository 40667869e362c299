public import Model

/// JSON Schema, draft 7, for editors. It knows the names in lower camel case and the short forms; AWS's own spelling, and
/// fields that `policy.unchecked` lists, are accepted by Neap but not by the schema.
public struct JSONSchemaWriter: Sendable {
    private let kinds: [ManifestKind]

    /// A writer for these kinds; those of parts are left out.
    public init(kinds: [ManifestKind]) {
        self.kinds = kinds.filter(\.schema.isManifest).sorted { $0.schema.kind < $1.schema.kind }
    }

    /// The schema of one kind, `Environment` among them; nil for a kind that does not exist.
    public func text(of kind: String) -> String? {
        schemas[kind].map { schema in
            var schema = schema
            schema["$schema"] = JSONSchemaWriter.draft
            return JSONText.pretty(schema) + "\n"
        }
    }

    /// The schema of a document of any kind.
    public func text() -> String {
        let references = schemas.keys.sorted().map { Value.object(["$ref": .string("#/definitions/\($0)")]) }
        return JSONText.pretty([
            "$schema": JSONSchemaWriter.draft, "title": "Neap manifest", "oneOf": .list(references),
            "definitions": .object(schemas),
        ]) + "\n"
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
        var spec = SpecSchema(table).schema(SpecNode(kind.schema), depth: 0)
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

/// The schema of a spec's values.
struct SpecSchema {
    private static let lookup: Value = [
        "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1,
        "properties": [
            "tags": ["type": "object", "minProperties": 1, "additionalProperties": ["type": "string"]],
            "ssm": ["type": "string", "minLength": 1],
        ],
    ]
    // Deeper than any of AWS's shapes goes, unless it holds itself.
    private static let depth = 24
    private let kinds: KindTable

    /// Schemas that know these kinds.
    init(_ kinds: KindTable) { self.kinds = kinds }

    /// What a value at `node` must be.
    func schema(_ node: SpecNode, depth: Int) -> Value {
        guard depth < SpecSchema.depth else { return [:] }
        var schema = form(node, depth)
        if node.target?.lookup == true || node.elementTakesLookup { schema = ["anyOf": [schema, SpecSchema.lookup]] }
        if kinds.allowsInline(node) { schema = ["anyOf": [schema, ["type": "object"]]] }
        if let note = node.rule?.note { schema["description"] = .string(note) }
        if let absent = node.rule?.absent { schema["default"] = absent }
        return schema
    }

    private func form(_ node: SpecNode, _ depth: Int) -> Value {
        switch node.shape.form {
        case .structure: return structure(node, depth)
        case .list:
            var schema: Value = ["type": "array"]
            if let element = node.child("*") { schema["items"] = self.schema(element, depth: depth + 1) }
            return bounded(schema, node.shape.count, "minItems", "maxItems")
        case .map:
            var value = node.child("*").map { self.schema($0, depth: depth + 1) } ?? [:]
            if node.takesScalars { value["type"] = ["string", "number", "boolean"] }
            return bounded(
                ["type": "object", "additionalProperties": value], node.shape.count, "minProperties", "maxProperties")
        case .enumeration(let words): return ["enum": .list(words.map { .string($0) })]
        case .string(let range): return bounded(["type": "string"], range, "minLength", "maxLength")
        case .integer(let range): return bounded(["type": "integer"], range, "minimum", "maximum")
        case .number(let range):
            var schema: Value = ["type": "number"]
            if let low = range?.lowerBound, !RangeText.isOpen(low) { schema["minimum"] = Value(.number(low)) }
            if let high = range?.upperBound, !RangeText.isOpen(high) { schema["maximum"] = Value(.number(high)) }
            return schema
        case .boolean: return ["type": "boolean"]
        case .timestamp: return ["type": ["string", "number"]]
        case .blob: return ["type": "string"]
        case .document: return [:]
        }
    }

    private func structure(_ node: SpecNode, _ depth: Int) -> Value {
        var properties: [String: Value] = [:]
        var demands: [Value] = []
        for name in node.shape.members?.names ?? [] {
            guard let child = node.spellings[name]?.node, !child.isReadOnly else { continue }
            let property = schema(child, depth: depth + 1)
            properties[name] = property
            let alias = child.shortForm.flatMap { node.spellings[$0]?.name == name ? $0 : nil }
            if let alias, alias != name { properties[alias] = property }
            guard node.required.contains(name) else { continue }
            let spellings = [name, alias].compactMap { $0 }
            demands.append(["anyOf": .list(spellings.map { ["required": [.string($0)]] })])
        }
        var result: Value = ["type": "object", "additionalProperties": false, "properties": .object(properties)]
        if !demands.isEmpty { result["allOf"] = .list(demands) }
        return result
    }

    private func bounded(_ schema: Value, _ range: ClosedRange<Int>?, _ low: String, _ high: String) -> Value {
        guard let range else { return schema }
        var schema = schema
        if range.lowerBound != .min { schema[low] = .integer(range.lowerBound) }
        if range.upperBound != .max { schema[high] = .integer(range.upperBound) }
        return schema
    }
}
