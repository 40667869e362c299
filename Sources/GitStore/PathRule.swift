/// What a path inside a tree may look like; the same rules as Git's own `fsck`.
enum PathRule {
    /// Throws for a name that could mean something else on some file system.
    static func check(name: some StringProtocol, at path: String) throws(GitError) {
        if let reason = objection(to: name) {
            throw .invalidPath(path: CommitMessage.escapeControls(path), reason: reason)
        }
    }

    /// Throws unless the path is relative, without empty parts, and every part is a legal name.
    static func check(path: String) throws(GitError) {
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            try check(name: part, at: path)
        }
    }

    /// Why a name is not legal; nil when it is.
    static func objection(to name: some StringProtocol) -> String? {
        if name.isEmpty { return "an entry has an empty name" }
        if name == "." || name == ".." { return "an entry is named \(name)" }
        if name.utf8.contains(UInt8(ascii: "/")) { return "an entry's name contains a slash" }
        if name.utf8.contains(0) { return "an entry's name contains a NUL character" }
        if isGitDirectory(name) { return "an entry's name stands for .git on some file system" }
        return nil
    }

    /// Whether NTFS, HFS+ or a case-insensitive file system would take the name for `.git`.
    private static func isGitDirectory(_ name: some StringProtocol) -> Bool {
        if let first = name.utf8.first, first < 0x80, !".gG".utf8.contains(first) { return false }
        // HFS+ ignores these characters, so `.g<ZWNJ>it` is `.git` there.
        let visible = String(String.UnicodeScalarView(name.unicodeScalars.filter { !isIgnoredByHFS($0) })).lowercased()
        // NTFS drops what follows a colon (a stream), takes `\` for `/`, and ignores dots and spaces at the end.
        guard let first = visible.split(separator: "\\", omittingEmptySubsequences: false).first,
            let base = first.split(separator: ":", omittingEmptySubsequences: false).first
        else { return false }
        let stem = base.reversed().drop { $0 == "." || $0 == " " }.reversed()
        let folded = String(stem)
        return folded == ".git" || folded == "git~1"
    }

    private static func isIgnoredByHFS(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200C...0x200F, 0x202A...0x202E, 0x206A...0x206F, 0xFEFF: true
        default: false
        }
    }
}

extension String {
    /// Order of the UTF-8 bytes, which is Git's; Swift's own order looks at equivalence of characters.
    func precedesByBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
