public import Model

/// A piece of a YAML file: members in the order in which a person reads them.
public indirect enum YAMLNode: Sendable {
    /// A value in the most readable form: short ones on one line.
    case value(Value)
    /// Members one below the other.
    case block([(String, YAMLNode)])
    /// Members on one line, in this order.
    case flow([(String, Value)])
    /// Items one below the other.
    case list([YAMLNode])
    /// Text of several lines as a block of its own; quoted where YAML could not give it back that way.
    case lines(String)

    /// A scalar text.
    public static func text(_ text: String) -> YAMLNode { .value(.string(text)) }

    /// The document, ending in a newline.
    public static func document(_ members: [(String, YAMLNode)]) -> String {
        members.map { block($0.0, $0.1, indent: 0) }.joined()
    }

    /// A value whose objects have their members in this order, the others behind them by name; `inside` names the
    /// members that have an order of their own.
    public static func ordered(_ value: Value, by order: [String], inside: [String: [String]] = [:]) -> YAMLNode {
        if let items = value.list { return .list(items.map { ordered($0, by: order, inside: inside) }) }
        guard value.object != nil else { return .value(value) }
        let rank: (String) -> Int = { order.firstIndex(of: $0) ?? order.count }
        let members = value.sortedMembers.sorted { rank($0.name) < rank($1.name) }
        let isFlat = members.allSatisfy { isScalar($0.value) }
        if isFlat, let line = onOneLine(members.map { ($0.name, $0.value) }) { return line }
        return .block(members.map { ($0.name, ordered($0.value, by: inside[$0.name] ?? order, inside: inside)) })
    }

    /// Scalars on one line, in this order; nil where they do not fit.
    public static func onOneLine(_ members: [(String, Value)]) -> YAMLNode? {
        flow(members).count < width ? .flow(members) : nil
    }

    private static let width = 110

    private static func block(_ key: String, _ node: YAMLNode, indent: Int) -> String {
        let spaces = String(repeating: " ", count: indent)
        let head = spaces + YAMLScalar.colon(behind: key, or: "\n\(spaces):")
        switch node {
        case .flow(let members): return "\(head) \(flow(members))\n"
        case .block(let members):
            guard !members.isEmpty else { return "\(head) {}\n" }
            return "\(head)\n" + members.map { block($0.0, $0.1, indent: indent + 2) }.joined()
        case .list(let items):
            guard !items.isEmpty else { return "\(head) []\n" }
            return "\(head)\n" + items.map { item($0, indent: indent + 2) }.joined()
        case .lines(let text):
            guard let lines = YAMLScalar.lines(text, indent: indent + 2) else {
                return block(key, .text(text), indent: indent)
            }
            return "\(head) \(lines)"
        case .value(let value):
            if let line = onOneLine(value), isScalar(value) || head.count + line.count < width {
                return "\(head) \(line)\n"
            }
            return block(key, opened(value), indent: indent)
        }
    }

    private static func item(_ node: YAMLNode, indent: Int) -> String {
        let spaces = String(repeating: " ", count: indent)
        switch node {
        case .value(let value):
            if let line = onOneLine(value) { return "\(spaces)- \(line)\n" }
            return item(opened(value), indent: indent)
        case .lines(let text): return "\(spaces)- \(YAMLScalar.block(.string(text)))\n"
        case .flow(let members): return "\(spaces)- \(flow(members))\n"
        case .block(let members) where members.isEmpty: return "\(spaces)- {}\n"
        case .list(let items) where items.isEmpty: return "\(spaces)- []\n"
        case .block(let members):
            let text = members.map { block($0.0, $0.1, indent: indent + 2) }.joined()
            return "\(spaces)- " + text.dropFirst(indent + 2)
        case .list(let items):
            return "\(spaces)-\n" + items.map { item($0, indent: indent + 2) }.joined()
        }
    }

    /// A value that does not fit a line, one level opened.
    private static func opened(_ value: Value) -> YAMLNode {
        if let items = value.list { return .list(items.map { .value($0) }) }
        return .block(value.sortedMembers.map { ($0.name, .value($0.value)) })
    }

    private static func isScalar(_ value: Value) -> Bool { value.list == nil && value.object == nil }

    /// Scalars; lists and objects without deeper objects, where they are short.
    private static func onOneLine(_ value: Value) -> String? {
        switch value.content {
        case .list(let items):
            let isFlat = items.allSatisfy { isScalar($0) || (items.count == 1 && isFlatObject($0)) }
            return isFlat && flowText(value).count < width ? flowText(value) : nil
        case .object(let members):
            return members.isEmpty || (isFlatObject(value) && flowText(value).count < width) ? flowText(value) : nil
        default: return YAMLScalar.block(value)
        }
    }

    private static func isFlatObject(_ value: Value) -> Bool {
        value.object?.values.allSatisfy { isScalar($0) || $0.list?.allSatisfy(isScalar) == true } ?? false
    }

    private static func flow(_ members: [(String, Value)]) -> String {
        "{"
            + members.map { "\(YAMLScalar.colon(behind: $0.0, or: " :")) \(flowText($0.1))" }.joined(separator: ", ")
            + "}"
    }

    private static func flowText(_ value: Value) -> String {
        switch value.content {
        case .list(let items): "[\(items.map(flowText).joined(separator: ", "))]"
        case .object: flow(value.sortedMembers.map { ($0.name, $0.value) })
        default: YAMLScalar.flow(value)
        }
    }
}
