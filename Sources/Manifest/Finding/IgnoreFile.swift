/// `.neapignore` at the repository's root: one pattern a line, in the manner of `.gitignore`.
///
/// `#` begins a comment, `!` takes a file back, a slash at the end means folders only, a slash elsewhere ties the
/// pattern to the root, `*` and `?` stay within a path part, `**` crosses parts. The last pattern that fits decides; what lies in
/// an ignored folder is ignored. There are no character classes and no escapes.
struct IgnoreFile: Sendable, Hashable {
    private struct Pattern: Hashable {
        let parts: [String]
        let isNegated: Bool
        let isFolderOnly: Bool
    }

    private let patterns: [Pattern]

    /// Reads the patterns.
    init(_ text: String) {
        patterns = text.split(whereSeparator: \.isNewline).compactMap { IgnoreFile.pattern(String($0)) }
    }

    /// True when the file at `path` is ignored, itself or by a folder that holds it.
    func ignores(_ path: String) -> Bool {
        if patterns.isEmpty { return false }
        let parts = path.split(separator: "/").map(String.init)
        return parts.indices.contains { last in
            let isFolder = last < parts.count - 1
            let decisive = patterns.last {
                (isFolder || !$0.isFolderOnly) && IgnoreFile.fits($0.parts[...], parts[...last])
            }
            return decisive?.isNegated == false
        }
    }

    private static func pattern(_ line: String) -> Pattern? {
        var text = line[...]
        while text.last == " " || text.last == "\r" { text.removeLast() }
        if text.isEmpty || text.hasPrefix("#") { return nil }
        let isNegated = text.hasPrefix("!")
        if isNegated { text.removeFirst() }
        let isFolderOnly = text.hasSuffix("/")
        if isFolderOnly { text.removeLast() }
        let isTied = text.contains("/")
        let parts = text.split(separator: "/").map(String.init)
        if parts.isEmpty { return nil }
        return Pattern(parts: isTied ? parts : ["**"] + parts, isNegated: isNegated, isFolderOnly: isFolderOnly)
    }

    /// True when the pattern fits the whole path; `**` is any number of parts.
    private static func fits(_ pattern: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
        // One row of the table "pattern so far fits path so far", so that many stars cost no more than their product.
        var row = [true] + path.map { _ in false }
        for part in pattern {
            var next = [part == "**" && row[0]]
            for (index, name) in path.enumerated() {
                next.append(part == "**" ? row[index + 1] || next[index] : row[index] && Glob.fits(part, name))
            }
            row = next
        }
        return row.last ?? false
    }
}

/// `*` and `?` within one path part.
enum Glob {
    /// True when the pattern fits the whole name.
    static func fits(_ pattern: String, _ name: String) -> Bool {
        let (pattern, name) = (Array(pattern.unicodeScalars), Array(name.unicodeScalars))
        var row = [true] + name.map { _ in false }
        for mark in pattern {
            var next = [mark == "*" && row[0]]
            for (index, scalar) in name.enumerated() {
                next.append(mark == "*" ? row[index + 1] || next[index] : row[index] && (mark == "?" || mark == scalar))
            }
            row = next
        }
        return row.last ?? false
    }
}
