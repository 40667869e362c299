/// A shared configuration file of the AWS CLI, read by the CLI's own rules.
///
/// Keys and values are split at the first `=` or `:`; lines that begin with `#` or `;` are comments, a comment behind
/// a value is part of the value. Indented lines below an empty value are properties of their own, below other values
/// they go on with it. Sections of the same name are one; what comes later wins.
struct INIDocument: Sendable, Equatable {
    /// What a key holds.
    enum Property: Sendable, Equatable {
        case text(String)
        case nested([String: String])
    }

    /// A line that is none of the format's. The line's content is left out, since it may hold a secret.
    struct SyntaxError: Error, Equatable, CustomStringConvertible {
        var file: String
        var line: Int
        var problem: String
        var description: String { "\(file):\(line): \(problem)" }
    }

    /// Section header (between the brackets) to keys in small letters to values.
    private(set) var sections: [String: [String: Property]] = [:]

    /// The text of a key; nil when it is missing, empty or nested.
    func text(_ section: String, _ key: String) -> String? {
        if case .text(let text)? = sections[section]?[key], !text.isEmpty { text } else { nil }
    }

    /// Reads `text`; `file` is only for errors.
    init(_ text: String, file: String) throws {
        var section: String?
        var key: String?
        for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = Line(raw)
            func refuse(_ problem: String) -> SyntaxError { SyntaxError(file: file, line: index + 1, problem: problem) }
            switch line {
            case .blank: break
            case .header(let name):
                guard let name else { throw refuse("a section header has no closing bracket") }
                section = name
                key = nil
                sections[name] = sections[name] ?? [:]
            case .continued(let text) where key != nil:
                guard let section, let key else { break }
                try extend(section, key, with: text, refuse)
            case .property(let name, let value), .continued(.pair(let name, let value)):
                guard let section else { throw refuse("a property stands before the first section") }
                guard !name.isEmpty else { throw refuse("a property has no name") }
                key = name.lowercased()
                sections[section]?[name.lowercased()] = .text(value)
            case .continued(.word), .word: throw refuse("neither a section, a property nor a comment")
            }
        }
    }

    private mutating func extend(
        _ section: String, _ key: String, with line: Line.Content, _ refuse: (String) -> SyntaxError
    ) throws {
        switch (sections[section]?[key], line) {
        case (.nested(var members)?, .pair(let name, let value)):
            members[name] = value
            sections[section]?[key] = .nested(members)
        case (.text("")?, .pair(let name, let value)): sections[section]?[key] = .nested([name: value])
        case (.text(let text)?, _):
            sections[section]?[key] = .text(text.isEmpty ? line.text : text + "\n" + line.text)
        default: throw refuse("a nested property has no value")
        }
    }
}

/// One line of an INI file.
private enum Line {
    /// What stands on an indented line.
    enum Content {
        case pair(String, String)
        case word(String)

        /// The line as it goes on with the value above it.
        var text: String {
            switch self {
            case .pair(let name, let value): "\(name) = \(value)"
            case .word(let word): word
            }
        }
    }

    case blank
    case header(String?)
    case property(String, String)
    case continued(Content)
    case word

    init(_ raw: Substring) {
        let text = raw.trimmed
        guard let first = text.first, first != "#", first != ";" else {
            self = .blank
            return
        }
        let content = Line.content(of: text)
        if raw.first == " " || raw.first == "\t" {
            self = .continued(content)
        } else if first == "[" {
            self = .header(text.firstIndex(of: "]").map { text[text.index(after: text.startIndex)..<$0].trimmed })
        } else if case .pair(let name, let value) = content {
            self = .property(name, value)
        } else {
            self = .word
        }
    }

    private static func content(of text: String) -> Content {
        guard let split = text.firstIndex(where: { $0 == "=" || $0 == ":" }) else { return .word(text) }
        return .pair(text[..<split].trimmed, text[text.index(after: split)...].trimmed)
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
