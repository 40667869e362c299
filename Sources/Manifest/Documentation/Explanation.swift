public import Model

/// What `neap explain` says of a kind or of one of its fields, from nothing but the kind's schema.
public struct Explanation: Sendable, Equatable, CustomStringConvertible {
    /// Lines for a person, without a line end after the last.
    public let description: String

    init(lines: [String]) { description = lines.joined(separator: "\n") }

    /// Explains the field of `kind` that `field` leads to: a JSON pointer or names joined by dots, elements left out
    /// or written as `*`; empty for the kind itself. Throws a diagnostic with the nearest name when there is none.
    public init(_ kind: ManifestKind, field: String = "", notes: NoteTable = NoteTable()) throws(Diagnostic) {
        let schema = kind.schema
        var node = SpecNode(schema)
        var parent: SpecNode?
        for part in Explanation.parts(field) {
            (parent, node) = try Explanation.step(part, from: node, kind)
        }
        var lines = ["\(schema.kind)\(node.path.parts.isEmpty ? "" : " \(node.path)")"]
        if parent == nil { lines.append("  \(schema.summary)") }
        let note = notes.note(node)
        let unit = note?.unit.map { [("unit", $0)] } ?? []
        lines += (Explanation.facts(node, parent) + unit).map { "  \(Explanation.padded($0.0 + ":", 12))\($0.1)" }
        if let text = node.rule?.note ?? note?.text { lines.append("  \(text)") }
        lines += Explanation.members(node, kind)
        description = lines.joined(separator: "\n")
    }

    static func parts(_ field: String) -> [String] {
        let parts = field.contains("/") ? FieldPath(pointer: field).parts : field.split(separator: ".").map(String.init)
        return parts.first == "spec" ? Array(parts.dropFirst()) : parts
    }

    private static func step(
        _ part: String, from start: SpecNode, _ kind: ManifestKind
    ) throws(Diagnostic) -> (SpecNode?, SpecNode) {
        var node = start
        let isElement = part == "*" || Int(part) != nil
        while !isElement, case .list = node.shape.form, let element = node.child("*") { node = element }
        if let child = node.child(part) { return (node, child) }
        let names = Set(node.spellings.values.map(\.name))
        throw Diagnostic(
            "\(kind.schema.kind) has no field \(part)\(node.path.parts.isEmpty ? "" : " in \(node.path)")",
            hint: Nearest.hint(for: part, among: names))
    }

    private static func facts(_ node: SpecNode, _ parent: SpecNode?) -> [(name: String, text: String)] {
        guard let parent, let name = node.path.parts.last else { return [] }
        var facts = [("type", node.shape.typeText)]
        if let words = node.shape.words { facts.append(("words", words.joined(separator: ", "))) }
        if parent.required.contains(name) { facts.append(("required", "yes")) }
        if let absent = node.rule?.absent { facts.append(("default", JSONText.line(absent))) }
        if let target = node.target { facts.append(("refers to", text(target, node.shortForm))) }
        if node.isReadOnly { return facts + [("set by", "AWS alone; left out of manifests")] }
        facts.append(("a change", node.schema.effect(at: node.path).rawValue))
        facts.append(("removed", text(node.schema.onRemoval(at: node.path))))
        if node.schema.isSensitive(node.path) { facts.append(("shown as", "(masked)")) }
        return facts
    }

    private static func text(_ target: FieldRule.Target, _ short: String?) -> String {
        var text = "a \(target.kinds.joined(separator: " or ")) by name"
        if let short { text += ", also written \(short)" }
        if target.lookup { text += ", or {tags: …} or {ssm: …}" }
        return text + ", or what AWS calls it"
    }

    private static func text(_ removal: FieldRule.Removal) -> String {
        switch removal {
        case .toDefault: "returns to AWS's default"
        case .keep: "the live value stays"
        case .required: "can not be taken out of the manifest"
        }
    }

    private static func members(_ node: SpecNode, _ kind: ManifestKind) -> [String] {
        var node = node
        while case .list = node.shape.form, let element = node.child("*") { node = element }
        guard let members = node.shape.members else { return [] }
        let width = (members.names.map(\.count).max() ?? 0) + 2
        var lines = ["  members:"]
        for member in members {
            guard let child = node.spellings[member.name]?.node, !child.isReadOnly else { continue }
            let mark = node.required.contains(member.name) ? ", required" : ""
            lines.append("    \(padded(member.name, width))\(child.shape.typeText)\(mark)")
        }
        if node.path.parts.isEmpty, let file = kind.fileMember {
            lines.append("    \(padded(file, width))path of a file that holds the spec in AWS's own shape")
        }
        return lines
    }

    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
