/// Makes text of a server or of libgit2 fit to be shown: no user information, no secret, one line.
enum Redaction {
    /// The text without user information in URLs, without `secrets`, control characters escaped.
    static func clean(_ text: String, secrets: [String] = []) -> String {
        var result = text
        for secret in secrets where !secret.isEmpty {
            result = result.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "(redacted)")
        }
        return CommitMessage.escapeControls(withoutUserInformation(result).trimmed)
    }

    /// The text with `scheme://user:password@host` turned into `scheme://host`, wherever it occurs.
    static func withoutUserInformation(_ text: String) -> String {
        var output = ""
        var rest = Substring(text)
        while let separator = rest.firstRange(of: "://") {
            output += rest[..<separator.upperBound]
            rest = rest[separator.upperBound...]
            let end = rest.firstIndex { "/ \t\r\n'\"?#".contains($0) } ?? rest.endIndex
            if let at = rest[..<end].lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        }
        return output + rest
    }
}

extension String {
    /// The text without spaces and line ends around it.
    var trimmed: String {
        let inner = drop { $0.isWhitespace }
        return String(inner.reversed().drop { $0.isWhitespace }.reversed())
    }
}
