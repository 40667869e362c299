import Model

/// What fields are for, read from lines of `path [unit]: text`. The path is the end of a field's own, elements left out, and
/// may begin with the kind; of several that fit, the longest counts.
public struct NoteTable: Sendable {
    /// What one field is for.
    struct Note: Sendable, Equatable {
        /// `seconds`; nil for what has none.
        let unit: String?
        /// A sentence.
        let text: String
    }

    private let notes: [String: Note]
    /// Every path that a line speaks of, in the order of the lines.
    let paths: [String]

    /// The notes of `text`; lines of another form say nothing.
    public init(_ text: String = "") {
        let lines = text.split(separator: "\n").compactMap { line -> (String, Note)? in
            guard let colon = line.firstRange(of: ": ") else { return nil }
            let head = line[..<colon.lowerBound].split(separator: "[", maxSplits: 1)
            guard let path = head.first?.trimmingSpaces, !path.isEmpty else { return nil }
            let unit = head.count > 1 ? String(head[1].prefix { $0 != "]" }) : nil
            return (path, Note(unit: unit, text: String(line[colon.upperBound...])))
        }
        notes = Dictionary(lines) { first, _ in first }
        paths = lines.map(\.0)
    }

    /// The note of the field that `node` stands for; nil when no line fits.
    func note(_ node: SpecNode) -> Note? {
        line(node).flatMap { notes[$0] }
    }

    /// The line's path that fits `node` best.
    func line(_ node: SpecNode) -> String? {
        guard let last = node.path.parts.last, last != "*" else { return nil }
        var parts = ([node.schema.kind] + node.path.parts.filter { $0 != "*" })[...]
        while !parts.isEmpty {
            let path = parts.joined(separator: "/")
            if notes[path] != nil { return path }
            parts.removeFirst()
        }
        return nil
    }

    /// The sentences of a field: its rule's note or the table's, its unit, what it refers to, and what a change costs where
    /// that is more than of what holds it.
    func description(of node: SpecNode, in parent: SpecNode?) -> String? {
        let note = note(node)
        let own = node.rule?.note ?? note?.text
        let unit = note?.unit.map { "In \($0)." }
        let target =
            node.rule?.note == nil ? node.target.map { "A \($0.kinds.joined(separator: "'s or ")) by its name." } : nil
        let sentences = [own, unit, target, cost(of: node, in: parent)].compactMap { $0 }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private func cost(of node: SpecNode, in parent: SpecNode?) -> String? {
        let effect = node.schema.effect(at: node.path)
        guard let parent, effect != .noRestart, effect != node.schema.effect(at: parent.path) else { return nil }
        return effect == .replaces ? "A change replaces it." : "A change \(effect.rawValue)."
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
