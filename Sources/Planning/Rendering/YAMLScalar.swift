public import Model

/// Scalars as YAML 1.2 reads them back, quoted only where they must be.
public enum YAMLScalar {
    /// A scalar on the rest of a line.
    public static func block(_ value: Value) -> String {
        guard case .string(let text) = value.named.content else { return other(value) }
        return isPlain(text, inFlow: false) ? text : quoted(text)
    }

    /// A scalar between brackets or braces.
    public static func flow(_ value: Value) -> String {
        guard case .string(let text) = value.named.content else { return other(value) }
        return isPlain(text, inFlow: true) ? text : quoted(text)
    }

    /// A member's name.
    public static func key(_ text: String) -> String { isPlain(text, inFlow: true) ? text : quoted(text) }

    /// YAML knows a key without a mark by the colon within 1,024 characters.
    private static let longestKey = 1_000

    /// A member's name with its colon; a long one with the mark that it needs, and `far`, the colon that it has then.
    static func colon(behind name: String, or far: String) -> String {
        let key = key(name)
        return key.unicodeScalars.count > longestKey ? "? \(key)\(far)" : "\(key):"
    }

    /// Several lines as a literal block, from its mark to its last line break; nil where YAML would not give the same back.
    static func lines(_ text: String, indent: Int) -> String? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let ends = text.hasSuffix("\n")
        let content = ends ? lines.dropLast() : lines[...]
        guard content.count > 1, let first = content.first, let last = content.last, !first.isEmpty, !last.isEmpty,
            first.utf8.first != UInt8(ascii: " "), text.unicodeScalars.allSatisfy({ $0 == "\n" || isPrintable($0) })
        else { return nil }
        let spaces = String(repeating: " ", count: indent)
        return (ends ? "|\n" : "|-\n") + content.map { $0.isEmpty ? "\n" : "\(spaces)\($0)\n" }.joined()
    }

    private static func other(_ value: Value) -> String {
        switch value.content {
        case .bool(let truth): truth ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let number):
            number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
        default: "null"
        }
    }

    private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
        guard let first = text.unicodeScalars.first, text.last != " " else { return false }
        if "!&*?|>%@`\"'#{}[],:-~= ".unicodeScalars.contains(first) { return false }
        // By bytes: a mark that joins the blank before it would hide both from a search by characters.
        let marks = [": ", " #"].contains { text.utf8.firstRange(of: $0.utf8) != nil }
        if looksTyped(text) || marks || text.hasSuffix(":") { return false }
        let forbidden = inFlow ? ":{}[],\"" : "\""
        return text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F || isLetterBeyondASCII($0) }
            && !text.unicodeScalars.contains { forbidden.unicodeScalars.contains($0) }
    }

    private static func isLetterBeyondASCII(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0xA0 && scalar.properties.isAlphabetic || scalar == "·" || scalar == "→"
    }

    /// Texts that YAML 1.1 or 1.2 would read as something else than a string.
    private static func looksTyped(_ text: String) -> Bool {
        let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", "+.inf", ".nan", "<<"]
        return words.contains(text.lowercased()) || Double(text) != nil || text.hasPrefix("0x") || text.hasPrefix("0o")
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result += isPrintable(scalar) ? String(scalar) : escaped(scalar)
            }
        }
        return result + "\""
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && !(0x7F...0xA0).contains(scalar.value) && scalar.properties.generalCategory != .format
            && scalar != "\u{2028}" && scalar != "\u{2029}" && scalar != "\u{FFFE}" && scalar != "\u{FFFF}"
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value > 0xFFFF ? 8 : 4
        return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
    }
}
