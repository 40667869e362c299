/// A repository's host and path, as ownership tags and status files name it.
struct RepositoryName: Equatable {
    /// `github.com/acme/infra`; for a local repository its path.
    let text: String
    /// Whether a commit has a page at `https://<text>/commit/<id>`.
    let hasCommitPages: Bool

    /// Of a URL without user information; `git@host:path` and paths are understood too.
    init(_ url: String) {
        let (rest, isWeb) = Self.withoutScheme(url)
        let trimmed = rest.hasSuffix("/") ? String(rest.dropLast()) : rest
        text = Self.tagSafe(trimmed.hasSuffix(".git") ? String(trimmed.dropLast(4)) : trimmed)
        hasCommitPages = isWeb
    }

    private static func withoutScheme(_ url: String) -> (String, isWeb: Bool) {
        if let separator = url.firstRange(of: "://") {
            let scheme = url[..<separator.lowerBound].lowercased()
            let rest = String(url[separator.upperBound...])
            if scheme == "file" { return (rest, false) }
            // A password may hold an @ too: the last one before the path ends the user information.
            let authority = rest.prefix { $0 != "/" }
            let user = authority.lastIndex(of: "@").map { rest.index(after: $0) } ?? rest.startIndex
            return (String(rest[user...]), scheme == "https")
        }
        guard !url.hasPrefix("/"), let colon = url.firstIndex(of: ":") else { return (url, false) }
        let host = url[..<colon].split(separator: "@").last.map(String.init) ?? ""
        return ("\(host)/\(url[url.index(after: colon)...])", false)
    }

    /// AWS's tag values take letters, digits, spaces and `+ - = . _ : / @`, at most 256 characters.
    private static func tagSafe(_ text: String) -> String {
        String(text.map { $0.isLetter || $0.isNumber || " +-=._:/@".contains($0) ? $0 : "_" }.suffix(256))
    }
}
