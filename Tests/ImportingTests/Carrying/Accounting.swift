import AWSWire
import Model
import Testing

@testable import Importing

/// Holds an import to account for every value of its input.
struct Accounting {
    /// A leaf of the input, by the path that leads to it.
    struct Leaf {
        let path: [String]
        let node: ForeignNode
    }

    /// Every scalar, and what is empty, below `node`.
    static func leaves(of node: ForeignNode, at path: [String] = []) -> [Leaf] {
        let members = node.members.map { ($0.name, $0.node) }
        let items = node.items.enumerated().map { (String($0.offset), $0.element) }
        let parts = members + items
        return parts.isEmpty
            ? [Leaf(path: path, node: node)] : parts.flatMap { leaves(of: $0.1, at: path + [$0.0]) }
    }

    /// Every mapping below `value`, by its path.
    static func mappings(of value: Value, at path: [String] = []) -> [[String]] {
        let own = value.object == nil ? [] : [path]
        let below = value.sortedMembers.flatMap { mappings(of: $0.value, at: path + [$0.name]) }
        let items = (value.list ?? []).enumerated().flatMap { mappings(of: $1, at: path + [String($0)]) }
        return own + below + items
    }

    /// `value` with what stands at `path` replaced by `new`.
    static func replacing(_ value: Value, _ path: ArraySlice<String>, by new: (Value?) -> Value) -> Value {
        guard let name = path.first else { return new(value) }
        var copy = value
        if let items = value.list, let index = Int(name), items.indices.contains(index) {
            var changed = items
            changed[index] = replacing(items[index], path.dropFirst(), by: new)
            copy.content = .list(changed)
        } else {
            copy[name] = value[name].map { replacing($0, path.dropFirst(), by: new) } ?? new(nil)
        }
        return copy
    }

    /// Something else of the same form: a number one higher, the other truth, a longer text.
    static func another(_ value: Value?) -> Value {
        switch value?.content {
        case .integer(let number): .integer(number + 1)
        case .number(let number): Value(.number(number + 1))
        case .bool(let truth): .bool(!truth)
        case .string(let text): .string(changed(text))
        default: "something"
        }
    }

    private static func changed(_ text: String) -> String {
        guard let index = text.lastIndex(where: { $0.isNumber }), let digit = text[index].wholeNumberValue else {
            return text + "x"
        }
        return text.replacingCharacters(in: index, with: String((digit + 1) % 10))
    }

    /// A value as a file: JSON is YAML.
    static func bytes(_ value: Value) -> [UInt8] { JSON.write(value) }

    /// Everything that an import writes and says.
    static func outcome(_ files: ImportedFiles) -> String {
        files.texts.sorted { $0.key < $1.key }.map { "\($0.key)\n\($0.value)" }.joined()
            + files.notes.joined(separator: "\n")
    }

    /// What several services share under an anchor stands at one place.
    private static func tells(_ line: LeftBehind, of node: ForeignNode) -> Bool {
        node.member.hasPrefix(line.member) || line.place != nil && line.place == node.place
    }

    /// Leaves of which nothing was said, and those that were left behind without a line that names them.
    static func forgotten(_ top: ForeignNode, _ ledger: CarryLedger) -> [String] {
        leaves(of: top).compactMap { leaf in
            guard let place = leaf.node.value.place else { return "\(leaf.node.member) stands nowhere" }
            // What says nothing, and what is empty, has nothing to carry.
            if leaf.node.value.isNull || leaf.node.value.list != nil || leaf.node.value.object != nil { return nil }
            switch ledger.verdict(at: place) {
            case nil: return "nothing was said of \(leaf.node.member)"
            case .left where !ledger.left.contains(where: { Self.tells($0, of: leaf.node) }):
                return "\(leaf.node.member) is left behind, and no line says so"
            default: return nil
            }
        }
    }
}

extension String {
    fileprivate func replacingCharacters(in index: Index, with text: String) -> String {
        self[..<index] + text + self[self.index(after: index)...]
    }
}
