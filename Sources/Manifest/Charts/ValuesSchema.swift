import Model

/// A chart's `values.schema.json`: what values there are, and what each may be. A part of JSON Schema draft 7, in
/// which an object is closed unless it says `additionalProperties`, and a keyword that is not read is an error.
final class ValuesSchema: Sendable {
    enum Kind: String, Sendable, CaseIterable { case object, array, string, integer, number, boolean, null }

    /// Types that a value may have; empty for any.
    let kinds: Set<Kind>
    let properties: [String: ValuesSchema]
    let required: [String]
    /// What entries without a property of their own are; nil when there may be none.
    let additional: ValuesSchema?
    let items: ValuesSchema?
    /// The only values that it may have; nil for any.
    let words: [Value]?
    let minimum: Double?
    let maximum: Double?
    /// Characters of a text, elements of a list.
    let least: Int?
    let most: Int?
    let pattern: TextPattern?
    /// What stands in for a value that nobody gives.
    let standard: Value?
    let examples: [Value]
    let summary: String?
    let place: Place?

    init(_ reading: inout ValuesSchemaReader, _ value: Value) {
        var fields = FieldReader(value, at: FieldPath(), of: nil)
        place = value.place
        kinds = reading.kinds(&fields)
        properties = reading.properties(&fields)
        required = fields.strings("required")?.map(\.text) ?? []
        additional = reading.additional(&fields)
        items = fields.take("items").map { reading.schema($0) }
        words = (fields.take("enum")?.list) ?? fields.take("const").map { [$0] }
        minimum = fields.take("minimum")?.number
        maximum = fields.take("maximum")?.number
        let lengths = (fields.take("minLength")?.integer, fields.take("maxLength")?.integer)
        least = fields.take("minItems")?.integer ?? lengths.0
        most = fields.take("maxItems")?.integer ?? lengths.1
        pattern = reading.pattern(&fields)
        standard = fields.takeAny("default")
        examples = fields.takeAny("examples")?.list ?? []
        summary = fields.string("description")
        for note in ["title", "$schema", "$id", "$comment", "format", "definitions", "$defs"] {
            _ = fields.takeAny(note)
        }
        reading.found += fields.finished().map(ValuesSchemaReader.explained)
    }

    /// The schema of a member; nil when there can be none of this name.
    func member(_ name: String) -> ValuesSchema? { properties[name] ?? additional }

    /// True for an object.
    var isObject: Bool { kinds.contains(.object) || (kinds.isEmpty && !properties.isEmpty) }
}

/// Reads a schema's own text.
struct ValuesSchemaReader {
    /// What is wrong with the schema.
    var found: [Diagnostic] = []
    private let root: Value
    private var depth = 0
    private var count = 0

    /// The schema in `value`, with what is wrong with it.
    static func read(_ value: Value) -> (schema: ValuesSchema, found: [Diagnostic]) {
        var reader = ValuesSchemaReader(root: value)
        let schema = reader.schema(value)
        return (schema, reader.found)
    }

    private init(root: Value) { self.root = root }

    mutating func schema(_ value: Value) -> ValuesSchema {
        depth += 1
        count += 1
        defer { depth -= 1 }
        guard depth <= Limits.depth, count <= Limits.nodes else {
            report("the schema holds itself, or is too large", value.place)
            return ValuesSchema(&self, .emptyObject)
        }
        if let target = value["$ref"] { return referred(target, beside: value) }
        if value.bool == true { return ValuesSchema(&self, Value(.object([:]), at: value.place)) }
        return ValuesSchema(&self, value)
    }

    /// `#/definitions/name`, within the same file.
    private mutating func referred(_ target: Value, beside value: Value) -> ValuesSchema {
        guard let text = target.string, text.hasPrefix("#/"),
            let found = root[FieldPath(pointer: String(text.dropFirst(2)))]
        else {
            report("$ref leads nowhere in this file", target.place, hint: "such as #/definitions/name")
            return ValuesSchema(&self, .emptyObject)
        }
        // What stands beside it, a description or an example, is this value's own.
        var own = value
        own["$ref"] = nil
        return schema(found.overlaid(by: own))
    }

    mutating func kinds(_ fields: inout FieldReader) -> Set<ValuesSchema.Kind> {
        guard let value = fields.take("type") else { return [] }
        var kinds: Set<ValuesSchema.Kind> = []
        for word in value.list ?? [value] {
            if let kind = word.string.flatMap(ValuesSchema.Kind.init) {
                kinds.insert(kind)
            } else {
                let all = ValuesSchema.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                fields.report("this is no type", hint: all, word.place, "type")
            }
        }
        return kinds
    }

    mutating func properties(_ fields: inout FieldReader) -> [String: ValuesSchema] {
        var result: [String: ValuesSchema] = [:]
        for (name, value) in (fields.take("properties") ?? .emptyObject).sortedMembers { result[name] = schema(value) }
        return result
    }

    mutating func additional(_ fields: inout FieldReader) -> ValuesSchema? {
        guard let value = fields.take("additionalProperties"), value.bool != false else { return nil }
        return schema(value)
    }

    mutating func pattern(_ fields: inout FieldReader) -> TextPattern? {
        guard let value = fields.take("pattern"), let text = fields.text(value, "pattern") else { return nil }
        let pattern = TextPattern(text)
        if pattern == nil {
            fields.report(
                "this pattern is not read", hint: "characters, classes, groups, |, *, +, ?, {n,m}, ^ and $ are",
                value.place, "pattern")
        }
        return pattern
    }

    mutating func report(_ message: String, _ place: Place?, hint: String? = nil) {
        guard found.count < Limits.problems else { return }
        found.append(Diagnostic(message, hint: hint, at: place))
    }

    static func explained(_ problem: Diagnostic) -> Diagnostic {
        guard problem.message == "unknown field" else { return problem }
        var copy = problem
        copy.message = "\(problem.path?.parts.last ?? "this") is no keyword of a values schema"
        copy.hint = problem.hint ?? "docs/charts.md lists those that are read"
        return copy
    }
}
