/// The fields of a line of an allowed signers file: parted by blanks, which quotes may hold.
struct SignerFields {
    private var rest: Substring

    init(_ line: Substring) throws(AllowedSigners.Refusal) {
        guard line.allSatisfy({ $0 == "\t" || !($0.isNewline || $0.asciiValue.map { $0 < 32 } ?? false) }) else {
            throw .init("it holds control characters")
        }
        rest = line
    }

    /// The next field, which `what` names when it is missing; with `isQuoted` without the quotes around it.
    mutating func take(_ what: String, isQuoted: Bool = false) throws(AllowedSigners.Refusal) -> String {
        rest = rest.drop(while: Self.isBlank)
        var inside = false
        let field = rest.prefix { character in
            if character == "\"" { inside.toggle() }
            return inside || !Self.isBlank(character)
        }
        guard !field.isEmpty else { throw .init("\(what) is missing; a line is: principals, options, key type, key") }
        guard !inside else { throw .init("a quote is not closed") }
        rest = rest.dropFirst(field.count)
        return isQuoted && field.hasPrefix("\"") ? try Self.unquoted(String(field), of: what) : String(field)
    }

    /// Options are parted by commas outside quotes.
    static func options(_ text: String) -> [String] {
        var (inside, parts) = (false, [""])
        for character in text {
            if character == "\"" { inside.toggle() }
            if character == ",", !inside { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts
    }

    static func unquoted(_ text: String, of name: String) throws(AllowedSigners.Refusal) -> String {
        guard text.count > 2, text.hasPrefix("\""), text.hasSuffix("\"") else {
            throw .init("\(name) takes a value in quotes")
        }
        return String(text.dropFirst().dropLast())
    }

    private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
}
