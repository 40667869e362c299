import Model

/// `metadata.name`.
enum ManifestName {
    /// What is wrong with `name`; nil when nothing is. Only ASCII, so that no two names look alike.
    static func problem(_ name: String) -> String? {
        let bytes = name.utf8
        guard (1...128).contains(bytes.count) else { return "a name has 1 to 128 characters" }
        let isGood = bytes.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
        guard isGood, let first = bytes.first, isLetterOrDigit(first) else {
            return "\(name) is no name: letters, digits, - and _, beginning with a letter or digit"
        }
        return nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

/// Branch names by the rules of `git check-ref-format`.
enum BranchName {
    /// `refs/heads/…` of a short or full branch name; nil when Git would refuse it, or it is no branch.
    static func full(_ text: String) -> String? {
        let short = text.hasPrefix("refs/heads/") ? String(text.dropFirst(11)) : text
        let parts = short.split(separator: "/", omittingEmptySubsequences: false)
        let areGood = parts.allSatisfy {
            !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix(".lock") && !$0.hasSuffix(".")
        }
        let isBad = short.unicodeScalars.contains {
            $0.value <= 0x20 || $0.value == 0x7F || "~^:?*[\\".unicodeScalars.contains($0)
        }
        guard areGood, !isBad, !short.hasPrefix("-"), !short.hasPrefix("refs/"), short != "@", short != "HEAD",
            !short.contains(".."), !short.contains("@{")
        else { return nil }
        return "refs/heads/\(short)"
    }
}

/// Paths inside the repository.
enum RepositoryPath {
    /// A folder from the root, without `./` before and `/` after it; `.` for the root; nil when it leads elsewhere.
    static func folder(_ text: String) -> String? {
        guard !text.isEmpty, !text.hasPrefix("/"), isPlain(text) else { return nil }
        let parts = text.split(separator: "/").filter { $0 != "." }
        guard !parts.contains("..") else { return nil }
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    /// What `text`, written in `file`, names; nil when it leads out of the repository or is no plain path.
    static func resolve(_ text: String, from file: String) -> String? {
        guard !text.isEmpty, !text.hasPrefix("/"), !text.hasSuffix("/"), isPlain(text) else { return nil }
        var parts = file.split(separator: "/").dropLast()
        for part in text.split(separator: "/", omittingEmptySubsequences: false) where part != "." {
            if part.isEmpty || (part.hasPrefix(".") && part != "..") { return nil }
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }

    private static func isPlain(_ text: String) -> Bool { !text.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "\\") } }
}

extension Diagnostic {
    /// The same about `resource`, unless it names one.
    func of(_ resource: ResourceID?) -> Diagnostic {
        var copy = self
        copy.resource = copy.resource ?? resource
        return copy
    }
}
