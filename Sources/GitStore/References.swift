import CGit2

/// Reference look-ups on a raw handle; the public calls stand in `Repository+References.swift`.
enum References {
    /// Throws unless the name is written in full and legal.
    static func check(_ name: String) throws(GitError) {
        guard name.hasPrefix("refs/") else {
            throw .invalidReference(
                name: CommitMessage.escapeControls(name), reason: "it must be written in full, as in refs/heads/main")
        }
        Library.start
        var valid: Int32 = 0
        guard !name.utf8.contains(0), git_reference_name_is_valid(&valid, name) == 0, valid == 1 else {
            throw .invalidReference(name: CommitMessage.escapeControls(name), reason: "Git does not allow the name")
        }
    }

    /// Whether a name is full and legal; servers may list others.
    static func isLegal(_ name: String) -> Bool {
        do throws(GitError) {
            try check(name)
            return true
        } catch {
            return false
        }
    }

    /// The commit that a reference leads to, through annotated tags; nil when there is no such reference.
    static func commit(of name: String, in repository: OpaquePointer) throws(GitError) -> CommitID? {
        var reference: OpaquePointer?
        let code = git_reference_lookup(&reference, repository, name)
        if code == GIT_ENOTFOUND.rawValue { return nil }
        try Library.check(code, "reading \(name)")
        defer { git_reference_free(reference) }
        var object: OpaquePointer?
        try Library.check(git_reference_peel(&object, reference, GIT_OBJECT_COMMIT), "reading \(name)")
        defer { git_object_free(object) }
        return git_object_id(object).map { CommitID(ObjectID($0.pointee)) }
    }

    /// Names and direct targets of all references below the prefix, in order of name.
    static func all(in repository: OpaquePointer, prefix: String) throws(GitError) -> [(String, ObjectID)] {
        var iterator: OpaquePointer?
        try Library.check(git_reference_iterator_new(&iterator, repository), "listing references")
        defer { git_reference_iterator_free(iterator) }
        var result: [(String, ObjectID)] = []
        var reference: OpaquePointer?
        while true {
            let code = git_reference_next(&reference, iterator)
            if code == GIT_ITEROVER.rawValue { break }
            try Library.check(code, "listing references")
            defer { git_reference_free(reference) }
            let name = String(cString: git_reference_name(reference))
            guard name.hasPrefix(prefix), let target = git_reference_target(reference) else { continue }
            result.append((name, ObjectID(target.pointee)))
        }
        return result.sorted { $0.0.precedesByBytes($1.0) }
    }
}
