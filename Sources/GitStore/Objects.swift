import CGit2

/// Object look-ups on a raw handle, each freeing what it opened.
enum Objects {
    /// Whether the object database holds the object.
    static func exists(_ id: ObjectID, in repository: OpaquePointer) throws(GitError) -> Bool {
        var database: OpaquePointer?
        try Library.check(git_repository_odb(&database, repository), "opening the object database")
        defer { git_odb_free(database) }
        var oid = id.oid
        return git_odb_exists(database, &oid) == 1
    }

    /// Bytes of a commit or tag that is read whole.
    private static let limit = 1 << 20

    /// The bytes of a commit or tag, `what` in errors; throws `notFound`, and `tooLarge` above one MiB.
    static func content(
        of id: ObjectID, what: String, in database: OpaquePointer
    ) throws(GitError) -> [UInt8] {
        var (object, oid): (OpaquePointer?, git_oid) = (nil, id.oid)
        let code = git_odb_read(&object, database, &oid)
        if code == GIT_ENOTFOUND.rawValue { throw .notFound(what) }
        try Library.check(code, "reading \(what)")
        defer { git_odb_object_free(object) }
        let size = git_odb_object_size(object)
        guard size <= limit else { throw .tooLarge(what: "the size of \(what)", limit: limit, actual: size) }
        guard let data = git_odb_object_data(object) else { return [] }
        return Array(UnsafeRawBufferPointer(start: data, count: size))
    }

    /// Runs `body` with the commit; `notFound` when the repository does not hold it.
    static func withCommit<Result>(
        _ id: CommitID, in repository: OpaquePointer, _ body: (OpaquePointer) throws(GitError) -> Result
    ) throws(GitError) -> Result {
        var oid = id.object.oid
        var commit: OpaquePointer?
        let code = git_commit_lookup(&commit, repository, &oid)
        if code == GIT_ENOTFOUND.rawValue { throw .notFound("the commit \(id)") }
        try Library.check(code, "reading the commit \(id)")
        guard let commit else { throw .notFound("the commit \(id)") }
        defer { git_commit_free(commit) }
        return try body(commit)
    }

    /// Runs `body` with a commit's root tree; a commit whose tree is missing is `corrupt`.
    static func withTree<Result>(
        of id: CommitID, in repository: OpaquePointer, _ body: (OpaquePointer) throws(GitError) -> Result
    ) throws(GitError) -> Result {
        try withCommit(id, in: repository) { (commit) throws(GitError) in
            var tree: OpaquePointer?
            guard git_commit_tree(&tree, commit) == 0, let tree else {
                throw .corrupt("the tree of \(id) can not be read: \(Library.lastError().message)")
            }
            defer { git_tree_free(tree) }
            return try body(tree)
        }
    }

    /// Runs `body` with a tree that another tree names; its absence is `corrupt`.
    static func withTree<Result>(
        _ id: ObjectID, in repository: OpaquePointer, _ body: (OpaquePointer) throws(GitError) -> Result
    ) throws(GitError) -> Result {
        var oid = id.oid
        var tree: OpaquePointer?
        guard git_tree_lookup(&tree, repository, &oid) == 0, let tree else {
            throw .corrupt("the tree \(id.hex) can not be read: \(Library.lastError().message)")
        }
        defer { git_tree_free(tree) }
        return try body(tree)
    }

    /// The name and mode of what stands at a path below a tree; nil when nothing does.
    static func entry(at path: String, in tree: OpaquePointer) throws(GitError) -> (id: ObjectID, mode: git_filemode_t)?
    {
        var entry: OpaquePointer?
        let code = git_tree_entry_bypath(&entry, tree, path)
        if code == GIT_ENOTFOUND.rawValue {
            // A folder's missing tree object gives the same code, and must not pass for a missing path.
            let last = Library.lastError()
            guard last.category != GIT_ERROR_ODB.rawValue else { throw .corrupt(last.message) }
            return nil
        }
        try Library.check(code, "reading \(path)")
        defer { git_tree_entry_free(entry) }
        guard let id = git_tree_entry_id(entry) else { return nil }
        return (ObjectID(id.pointee), git_tree_entry_filemode(entry))
    }
}
