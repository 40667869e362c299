public import Model

extension Explanation {
    /// Kinds that Neap itself defines, by what their schemas say.
    static var own: [String: Value] { ReleaseSchema.schemas.merging(["Environment": EnvironmentSchema.schema]) { $1 } }

    /// Explains `Kind` or `Kind.field.field`, fields of an Environment, Release or Overlay too. Throws a diagnostic with the nearest name
    /// when there is no such kind or field.
    public init(of name: String, among kinds: [ManifestKind], notes: NoteTable = NoteTable()) throws(Diagnostic) {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        let (wanted, field) = (parts.first ?? "", parts.count > 1 ? parts[1] : "")
        if let schema = Explanation.own[wanted] {
            try self.init(wanted, schema, field: field)
            return
        }
        guard let kind = kinds.first(where: { $0.schema.kind == wanted }) else {
            let names = (kinds.map(\.schema.kind) + Explanation.own.keys).sorted()
            let near = Nearest.hint(for: wanted, among: names)
            throw Diagnostic(
                "no kind is named \(wanted)", hint: near ?? "there are: \(names.joined(separator: ", "))")
        }
        try self.init(kind, field: field, notes: notes)
    }

    /// Explains a field of the `spec` of a kind that has the schema `whole`; empty for the whole.
    private init(_ kind: String, _ whole: Value, field: String) throws(Diagnostic) {
        var schema = whole["properties"]?["spec"] ?? [:]
        let summary = whole["description"]?.string ?? ""
        var path = FieldPath()
        var isRequired = false
        for part in Explanation.parts(field) {
            schema = Explanation.element(schema)
            let names = schema["properties"]?.sortedMembers.map(\.name) ?? []
            guard let child = schema["properties"]?[part] else {
                throw Diagnostic(
                    "\(kind) has no field \(part)\(path.parts.isEmpty ? "" : " in \(path)")",
                    hint: Nearest.hint(for: part, among: names))
            }
            isRequired = schema["required"]?.list?.contains(.string(part)) == true
            path = path.appending(part)
            schema = child
        }
        let isTop = path.parts.isEmpty
        var lines = [isTop ? kind : "\(kind) \(path)"]
        if isTop { lines.append("  \(summary)") } else { lines += Explanation.facts(schema, isRequired: isRequired) }
        self.init(lines: lines + Explanation.members(schema))
    }

    private static func facts(_ schema: Value, isRequired: Bool) -> [String] {
        var facts = [("type", typeText(schema))]
        if let words = schema["enum"]?.list { facts.append(("words", text(words))) }
        if isRequired { facts.append(("required", "yes")) }
        if let value = schema["default"]?.scalarText { facts.append(("default", value)) }
        let note = schema["description"]?.string.map { ["  \($0)"] } ?? []
        return facts.map { "  \(padded($0.0 + ":", 12))\($0.1)" } + note
    }

    /// What a list of mappings holds; anything else as it is.
    private static func element(_ schema: Value) -> Value {
        schema["items"].flatMap { $0["properties"] == nil ? nil : $0 } ?? schema
    }

    private static func members(_ schema: Value) -> [String] {
        let schema = element(schema)
        guard let members = schema["properties"]?.sortedMembers, !members.isEmpty else { return [] }
        let width = (members.map(\.name.count).max() ?? 0) + 2
        return ["  members:"]
            + members.map { name, member in
                let mark = schema["required"]?.list?.contains(.string(name)) == true ? ", required" : ""
                return "    \(padded(name, width))\(typeText(member))\(mark)"
            }
    }

    /// What a value must be, in the words that kinds' shapes have too.
    private static func typeText(_ schema: Value) -> String {
        if schema["enum"] != nil { return "one word" }
        if let choices = schema["anyOf"]?.list { return choices.map(typeText).joined(separator: " or ") }
        if schema["pattern"] == EnvironmentSchema.duration["pattern"] { return "duration such as 30s, 5m or 1h30m" }
        switch schema["type"]?.string {
        case "array": return schema["items"]?["properties"] == nil ? "list of strings" : "list of mappings"
        case "object" where schema["properties"] == nil: return "mapping of names to strings"
        case "object": return "mapping"
        case "boolean": return "true or false"
        default: return schema["type"]?.string ?? "anything"
        }
    }

    private static func text(_ words: [Value]) -> String { words.compactMap(\.string).joined(separator: ", ") }
}
