public import Model

extension Value {
    /// The value on one line, as plans and progress print it: YAML flow style, references by name.
    public var inlineText: String {
        switch content {
        case .null: "null"
        case .bool(let truth): truth ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let number):
            number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
        case .string(let text): text.isPlain ? text : text.quoted
        case .bytes(let bytes): "(\(bytes.count) bytes)"
        case .list(let items): "[\(items.map(\.inlineText).joined(separator: ", "))]"
        case .object: "{\(sortedMembers.map { "\($0.name): \($0.value.inlineText)" }.joined(separator: ", "))}"
        case .reference(let reference): reference.text
        case .joined(let parts): parts.map { $0.string ?? $0.inlineText }.joined()
        }
    }
}

extension Reference {
    /// The resource's name where AWS's own is not known yet.
    var text: String { resource.kind == "Lookup" ? "(looked up: \(resource.name))" : resource.description }
}

extension String {
    /// True when YAML reads the text as the same string without quotes.
    var isPlain: Bool {
        guard let first = unicodeScalars.first, !isEmpty, first != " ", last != " " else { return false }
        let special = "!&*?|>%@`\"'#{}[],:-~="
        if special.unicodeScalars.contains(first) { return false }
        if ["null", "true", "false"].contains(self.lowercased()) || Double(self) != nil { return false }
        return unicodeScalars.allSatisfy { !$0.isControl && !"{}[],\"#".unicodeScalars.contains($0) }
            && !contains(": ") && !hasSuffix(":")
    }

    /// The text as a double-quoted YAML and JSON string.
    var quoted: String {
        var result = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default:
                let digits = String(scalar.value, radix: 16)
                result +=
                    scalar.isControl ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits : String(scalar)
            }
        }
        return result + "\""
    }

    /// The text without control characters and line breaks, each a space: what others wrote never moves a terminal's cursor.
    var onOneLine: String {
        var result = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in unicodeScalars {
            if !(last == "\r" && scalar == "\n") { result.append(scalar.isControl ? " " : scalar) }
            last = scalar
        }
        return String(result)
    }

    /// The text padded with spaces to `width` characters.
    func padded(_ width: Int) -> String { count >= width ? self : self + String(repeating: " ", count: width - count) }
}

extension Unicode.Scalar {
    /// True for what a terminal may obey and for the line breaks of Unicode.
    var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029 }
}
