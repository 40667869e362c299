import Model

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
