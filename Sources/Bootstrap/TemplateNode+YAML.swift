extension TemplateNode {
    /// The tree as YAML: short things on one line.
    var yaml: String { lines.joined(separator: "\n") + "\n" }

    private var lines: [String] {
        if case .members(let members) = self, !members.isEmpty { return members.flatMap(Self.lines) }
        if case .list(let items) = self, !items.isEmpty { return items.flatMap(Self.item) }
        return [flow]
    }

    private static func lines(_ member: Member) -> [String] {
        let name = scalar(member.name)
        let line = "\(name): \(member.node.flow)"
        if member.node.isShort, line.count <= 110 { return [line] }
        return ["\(name):"] + member.node.lines.map { "  " + $0 }
    }

    private static func item(_ node: TemplateNode) -> [String] {
        if node.isShort, node.flow.count <= 108 { return ["- " + node.flow] }
        let lines = node.lines
        return ["- " + (lines.first ?? "")] + lines.dropFirst().map { "  " + $0 }
    }

    /// Whether it reads well on one line: scalars, lists of them, and a single function of them.
    private var isShort: Bool {
        switch self {
        case .text, .number, .flag: true
        case .list(let items): items.allSatisfy(\.isPlain)
        case .members(let members):
            members.isEmpty || (members.count == 1 && Self.isFunction(members[0].name) && members[0].node.isShort)
        }
    }

    private var isPlain: Bool {
        switch self {
        case .text, .number, .flag: true
        case .list: false
        case .members(let members): isShort && members.count == 1 && members[0].node.isPlain
        }
    }

    private static func isFunction(_ name: String) -> Bool { name == "Ref" || name.hasPrefix("Fn::") }

    private var flow: String {
        switch self {
        case .text(let text): Self.scalar(text)
        case .number(let number): String(number)
        case .flag(let flag): String(flag)
        case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
        case .members(let members):
            "{" + members.map { "\(Self.scalar($0.name)): \($0.node.flow)" }.joined(separator: ", ") + "}"
        }
    }

    /// A text as a plain scalar where nothing could take it for something else, else in double quotes.
    private static func scalar(_ text: String) -> String {
        let words: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        let isName = text.first?.isLetter == true && text.allSatisfy { $0.isASCII && isPlain($0) }
        let isAmbiguous = words.contains(text.lowercased()) || text.contains(": ") || [":", " "].contains(text.last)
        if isName, !isAmbiguous { return text }
        return "\"" + text.reduce(into: "") { $0 += escaped($1) } + "\""
    }

    private static func isPlain(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "-_./: ".contains(character)
    }

    private static func escaped(_ character: Character) -> String {
        switch character {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        default: String(character)
        }
    }
}
