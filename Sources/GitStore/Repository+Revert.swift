import CGit2

extension Repository {
    /// Writes a commit onto `base` that takes `commit` back, a merge against its first parent; no reference moves, that is
    /// the caller's.
    /// - Returns: the commit; nil when nothing of it is left to take back.
    /// - Throws: `conflict` when what it changed was changed again since; `notFound`; `storage`.
    public func revert(
        _ commit: CommitID, onto base: CommitID, author: Identity, time: Int64, message: CommitMessage
    ) throws(GitError) -> CommitID? {
        try withWritableHandle { (repository) throws(GitError) in
            let tree = try Self.treeReverting(commit, onto: base, in: repository)
            let before = try Objects.withTree(of: base, in: repository) { (tree) in
                git_tree_id(tree).map { ObjectID($0.pointee) }
            }
            guard tree != before else { return nil }
            return try CommitWrite(repository: repository, parent: base).commit(
                tree: tree, author: author, committer: author, time: time, message: message.text)
        }
    }

    /// Who works on this machine, as Git's configuration says; nil when it does not.
    public func person() throws(GitError) -> Identity? {
        try withHandle { (repository) throws(GitError) in
            var signature: UnsafeMutablePointer<git_signature>?
            let code = git_signature_default(&signature, repository)
            if code == GIT_ENOTFOUND.rawValue { return nil }
            try Library.check(code, "reading user.name and user.email")
            defer { git_signature_free(signature) }
            return signature.map { Identity($0.pointee) }
        }
    }

    private static func treeReverting(
        _ commit: CommitID, onto base: CommitID, in repository: OpaquePointer
    ) throws(GitError) -> ObjectID {
        var index: OpaquePointer?
        try Objects.withCommit(commit, in: repository) { (reverted) throws(GitError) in
            try Objects.withCommit(base, in: repository) { (ours) throws(GitError) in
                let mainline: UInt32 = git_commit_parentcount(reverted) > 1 ? 1 : 0
                try Library.check(
                    git_revert_commit(&index, repository, reverted, ours, mainline, nil), "reverting \(commit.short)")
            }
        }
        defer { git_index_free(index) }
        if git_index_has_conflicts(index) == 1 { throw .conflict(commit: commit, paths: try conflicts(in: index)) }
        var tree = git_oid()
        try Library.check(git_index_write_tree_to(&tree, index, repository), "writing the tree")
        return ObjectID(tree)
    }

    /// Paths in order, each once.
    private static func conflicts(in index: OpaquePointer?) throws(GitError) -> [String] {
        var iterator: OpaquePointer?
        try Library.check(git_index_conflict_iterator_new(&iterator, index), "reading conflicts")
        defer { git_index_conflict_iterator_free(iterator) }
        var paths: Set<String> = []
        var (ancestor, ours, theirs):
            (UnsafePointer<git_index_entry>?, UnsafePointer<git_index_entry>?, UnsafePointer<git_index_entry>?)
        while true {
            let code = git_index_conflict_next(&ancestor, &ours, &theirs, iterator)
            if code == GIT_ITEROVER.rawValue { return paths.sorted { $0.precedesByBytes($1) } }
            try Library.check(code, "reading conflicts")
            for entry in [ancestor, ours, theirs] {
                if let path = entry?.pointee.path { paths.insert(String(cString: path)) }
            }
        }
    }
}
