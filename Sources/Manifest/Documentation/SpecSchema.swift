import Model

/// The schema of a spec's values.
struct SpecSchema {
    private static let lookup: Value = [
        "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1,
        "properties": [
            "tags": [
                "type": "object", "minProperties": 1, "additionalProperties": ["type": "string"],
                "description": "Tags that what is meant has, all of them.",
            ],
            "ssm": [
                "type": "string", "minLength": 1, "description": "The SSM parameter that holds the id.",
            ],
        ],
    ]
    // Deeper than any of AWS's shapes goes, unless it holds itself.
    private static let depth = 24
    private let kinds: KindTable
    private let notes: NoteTable

    /// Schemas that know these kinds, and what their fields are for.
    init(_ kinds: KindTable, _ notes: NoteTable) {
        self.kinds = kinds
        self.notes = notes
    }

    /// What a value at `node`, inside `parent`, must be.
    func schema(_ node: SpecNode, in parent: SpecNode?, depth: Int) -> Value {
        guard depth < SpecSchema.depth else { return [:] }
        var schema = form(node, depth)
        if node.target?.lookup == true || node.elementTakesLookup { schema = ["anyOf": [schema, SpecSchema.lookup]] }
        if let target = node.target, kinds.allowsInline(node) {
            schema = ["anyOf": [schema, ["$ref": .string("#/definitions/\(target.kind)/properties/spec")]]]
        }
        if let text = notes.description(of: node, in: parent) { schema["description"] = .string(text) }
        if let absent = node.rule?.absent { schema["default"] = absent }
        return schema
    }

    private func form(_ node: SpecNode, _ depth: Int) -> Value {
        switch node.shape.form {
        case .structure: return structure(node, depth)
        case .list:
            var schema: Value = ["type": "array"]
            if let element = node.child("*") { schema["items"] = self.schema(element, in: node, depth: depth + 1) }
            schema = bounded(schema, node.shape.count, "minItems", "maxItems")
            let takesText = node.rule?.normal?("a,b").list != nil
            return takesText ? ["anyOf": [schema, ["type": "string"]]] : schema
        case .map:
            var value = node.child("*").map { self.schema($0, in: node, depth: depth + 1) } ?? [:]
            if node.takesScalars { value["type"] = ["string", "number", "boolean"] }
            return bounded(
                ["type": "object", "additionalProperties": value], node.shape.count, "minProperties", "maxProperties")
        case .enumeration(let words): return ["enum": .list(words.map { .string($0) })]
        case .string(let range): return bounded(["type": scalarTypes(node)], range, "minLength", "maxLength")
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

    /// A text, and what its rule makes a text of.
    private func scalarTypes(_ node: SpecNode) -> Value {
        guard let normal = node.rule?.normal else { return "string" }
        let others: [(Value, Value)] = [(.integer(1), "number"), (.bool(true), "boolean")]
        let taken = others.filter { normal($0.0).string != nil }.map(\.1)
        return taken.isEmpty ? "string" : .list(["string"] + taken)
    }

    private func structure(_ node: SpecNode, _ depth: Int) -> Value {
        var properties: [String: Value] = [:]
        var demands: [Value] = []
        for name in node.shape.members?.names ?? [] {
            guard let child = node.spellings[name]?.node, !child.isReadOnly else { continue }
            let property = schema(child, in: node, depth: depth + 1)
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
