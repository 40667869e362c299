/// A commit message that no name in it can bend: one subject line, a body, trailers of one line each.
public struct CommitMessage: Hashable, Sendable {
    /// How many characters a subject may have.
    public static let subjectLength = 72

    /// What happened; cut at a word's end when longer than `subjectLength`.
    public var subject: String
    /// Free text, may have several lines; empty for none.
    public var body: String
    /// Written as the last paragraph, in this order.
    public var trailers: [Trailer]

    /// Makes a message; nothing is cut or escaped before `text`.
    public init(subject: String, body: String = "", trailers: [Trailer] = []) {
        self.subject = subject
        self.body = body
        self.trailers = trailers
    }

    /// The message as Git stores it, with a line end at its end.
    public var text: String {
        let paragraphs = [renderedSubject, renderedBody, trailers.map(Self.render).joined(separator: "\n")]
        return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    /// The subject as it is written: one line of at most `subjectLength` characters, never empty.
    public var renderedSubject: String {
        let line = Self.escapeControls(subject.trimmed)
        guard !line.isEmpty else { return "(no subject)" }
        guard line.unicodeScalars.count > Self.subjectLength else { return line }
        let head = String(String.UnicodeScalarView(line.unicodeScalars.prefix(Self.subjectLength - 1)))
        let cut = head.lastIndex(of: " ").map { head[..<$0] } ?? head[...]
        return String(cut).trimmed + "…"
    }

    private var renderedBody: String {
        let lines = body.split(omittingEmptySubsequences: false) { $0.isNewline }
        return lines.map { line in
            let clean = Self.escapeControls(String(line))
            // Without trailers the body is the last paragraph, which Git would read as trailers.
            return trailers.isEmpty && Self.looksLikeTrailer(clean) ? "| " + clean : clean
        }.joined(separator: "\n").trimmed
    }

    private static func looksLikeTrailer(_ line: String) -> Bool {
        guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { return false }
        return String(line[..<colon]).trimmed.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }

    private static func render(_ trailer: Trailer) -> String {
        let key = trailer.key.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        return "\(String(key)): \(escape(trailer.value))"
    }
}

extension CommitMessage {
    /// The value on one line: a backslash is doubled, control characters and line ends become `\n`, `\t` or `\u{1B}`.
    public static func escape(_ value: String) -> String {
        // By scalars: a combining mark makes one character of itself and of what stands before it.
        let doubled = value.unicodeScalars.flatMap { $0 == "\\" ? [$0, $0] : [$0] }
        return escapeControls(String(String.UnicodeScalarView(doubled)))
    }

    /// The inverse of `escape`; what is no escape stays as it is.
    public static func unescape(_ value: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = value.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "\\", let (meant, length) = escapedScalar(rest) {
                result.append(meant)
                rest = rest.dropFirst(length)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text with every control character, line separator and direction override written as an escape.
    static func escapeControls(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            case "\t": result.append(contentsOf: "\\t".unicodeScalars)
            case _ where isUnsafe(scalar):
                result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        }
    }

    private static func escapedScalar(_ rest: Substring.UnicodeScalarView) -> (Unicode.Scalar, Int)? {
        switch rest.first {
        case "\\": return ("\\", 1)
        case "n": return ("\n", 1)
        case "r": return ("\r", 1)
        case "t": return ("\t", 1)
        case "u":
            let digits = rest.dropFirst(2).prefix(7).prefix { $0.properties.isASCIIHexDigit }
            guard rest.dropFirst().first == "{", digits.count <= 6, rest.dropFirst(2 + digits.count).first == "}",
                let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value)
            else { return nil }
            return (scalar, digits.count + 3)
        default: return nil
        }
    }
}
