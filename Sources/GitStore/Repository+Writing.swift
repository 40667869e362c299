import CGit2

extension Repository {
    /// Writes a commit and the objects that it needs; no reference moves, that is the caller's (`setReference`).
    /// - Parameters:
    ///   - changes: content by path; nil deletes a file or a whole folder. An executable file stays one. What already stands there is dropped from the list.
    ///   - parent: the commit to build on; nil makes a root commit that holds the changes alone.
    ///   - time: seconds since 1970 in UTC, for author and committer.
    /// - Returns: the commit; nil when nothing would change, and then nothing is written.
    /// - Throws: `invalidPath` for a path that no tree may hold, or a file where a folder stands; `storage`.
    public func commit(
        changes: [String: [UInt8]?], onto parent: CommitID?, author: Identity, committer: Identity? = nil, time: Int64,
        message: CommitMessage
    ) throws(GitError) -> CommitID? {
        for path in changes.keys { try PathRule.check(path: path) }
        return try withWritableHandle { (repository) throws(GitError) in
            let write = CommitWrite(repository: repository, parent: parent)
            guard let tree = try write.tree(changing: changes) else { return nil }
            return try write.commit(
                tree: tree, author: author, committer: committer ?? author, time: time, message: message.text)
        }
    }
}

/// The steps of one commit on a raw handle.
struct CommitWrite {
    /// One path's new content; without an id the path is removed.
    struct Update {
        let path: String
        let id: ObjectID?
        let mode: git_filemode_t
    }

    let repository: OpaquePointer
    let parent: CommitID?

    /// The tree with the changes in it; nil when it would be the parent's.
    func tree(changing changes: [String: [UInt8]?]) throws(GitError) -> ObjectID? {
        try withBaseline { (baseline) throws(GitError) in
            var updates: [Update] = []
            for (path, content) in changes.sorted(by: { $0.key.precedesByBytes($1.key) }) {
                if let update = try update(path, to: content, in: baseline) { updates.append(update) }
            }
            guard !updates.isEmpty else { return nil }
            let tree = try write(updates, onto: baseline)
            return tree == git_tree_id(baseline).map({ ObjectID($0.pointee) }) ? nil : tree
        }
    }

    /// What has to change at the path; nil when it already is so.
    private func update(_ path: String, to content: [UInt8]?, in baseline: OpaquePointer) throws(GitError) -> Update? {
        let present = try Objects.entry(at: path, in: baseline)
        if let present, present.mode == GIT_FILEMODE_TREE {
            guard content != nil else { throw .invalidPath(path: path, reason: "a folder stands there") }
        }
        guard let content else { return present.map { Update(path: path, id: nil, mode: $0.mode) } }
        let mode = present?.mode == GIT_FILEMODE_BLOB_EXECUTABLE ? GIT_FILEMODE_BLOB_EXECUTABLE : GIT_FILEMODE_BLOB
        var oid = git_oid()
        try Library.check(git_odb_hash(&oid, content, content.count, GIT_OBJECT_BLOB), "hashing \(path)")
        if let present, present.id == ObjectID(oid), present.mode == mode { return nil }
        try Library.check(git_blob_create_from_buffer(&oid, repository, content, content.count), "writing \(path)")
        return Update(path: path, id: ObjectID(oid), mode: mode)
    }

    private func write(_ updates: [Update], onto baseline: OpaquePointer) throws(GitError) -> ObjectID {
        // The C array borrows the paths, so they live in one buffer until libgit2 is done.
        var names: [CChar] = []
        let offsets = updates.map { update in
            defer { names += update.path.utf8CString }
            return names.count
        }
        var tree = git_oid()
        let code = names.withUnsafeBufferPointer { buffer in
            let list = zip(updates, offsets).map { update, offset in
                git_tree_update(
                    action: update.id == nil ? GIT_TREE_UPDATE_REMOVE : GIT_TREE_UPDATE_UPSERT,
                    id: (update.id ?? .zero).oid, filemode: update.mode,
                    path: buffer.baseAddress?.advanced(by: offset))
            }
            return git_tree_create_updated(&tree, repository, baseline, list.count, list)
        }
        if code < 0, git_error_t(Library.lastError().category) == GIT_ERROR_TREE {
            throw .invalidPath(path: updates.map(\.path).joined(separator: ", "), reason: Library.lastError().message)
        }
        try Library.check(code, "writing the tree")
        return ObjectID(tree)
    }

    func commit(
        tree: ObjectID, author: Identity, committer: Identity, time: Int64, message: String
    ) throws(GitError) -> CommitID {
        try withSignature(author, time) { (author) throws(GitError) in
            try withSignature(committer, time) { (committer) throws(GitError) in
                var id = git_oid()
                var treeID = tree.oid
                var parentID = (parent?.object ?? .zero).oid
                let code = withUnsafePointer(to: &treeID) { tree in
                    withUnsafePointer(to: &parentID) { first in
                        var parents: [UnsafePointer<git_oid>?] = [first]
                        return git_commit_create_from_ids(
                            &id, repository, nil, author, committer, nil, message, tree, parent == nil ? 0 : 1, &parents
                        )
                    }
                }
                try Library.check(code, "writing the commit")
                return CommitID(ObjectID(id))
            }
        }
    }

    private func withBaseline<Result>(_ body: (OpaquePointer) throws(GitError) -> Result) throws(GitError) -> Result {
        if let parent { return try Objects.withTree(of: parent, in: repository, body) }
        var builder: OpaquePointer?
        try Library.check(git_treebuilder_new(&builder, repository, nil), "writing the tree")
        defer { git_treebuilder_free(builder) }
        var empty = git_oid()
        try Library.check(git_treebuilder_write(&empty, builder), "writing the tree")
        return try Objects.withTree(ObjectID(empty), in: repository, body)
    }

    private func withSignature<Result>(
        _ identity: Identity, _ time: Int64, _ body: (UnsafeMutablePointer<git_signature>?) throws(GitError) -> Result
    ) throws(GitError) -> Result {
        var signature: UnsafeMutablePointer<git_signature>?
        let (name, email) = (Self.header(identity.name, or: "unknown"), Self.header(identity.email, or: "unknown"))
        try Library.check(git_signature_new(&signature, name, email, time, 0), "writing the author")
        defer { git_signature_free(signature) }
        return try body(signature)
    }

    /// A commit's header ends a name at `<` and the whole field at a line end, so neither may come through.
    private static func header(_ text: String, or fallback: String) -> String {
        let clean = CommitMessage.escapeControls(text).filter { $0 != "<" && $0 != ">" }.trimmed
        return clean.isEmpty ? fallback : clean
    }
}
