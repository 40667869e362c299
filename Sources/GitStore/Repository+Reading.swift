import CGit2

extension Repository {
    /// The files of a commit below the folders (an empty list or `""` means all of it; a file's own path gives that
    /// file; a path where nothing stands gives nothing). A name that no tree should hold throws `invalidPath`.
    /// - Parameter limits: nil reads no sizes, and bounds nothing but the nesting of folders (64).
    public func snapshot(
        of commit: CommitID, below folders: [String] = [], limits: SnapshotLimits? = SnapshotLimits(),
        policy: LimitPolicy = .report
    ) throws(GitError) -> Snapshot {
        let paths = try Self.disjoint(folders)
        return try withDatabase { (repository, database) throws(GitError) in
            var walk = TreeWalk(repository: repository, database: database, limits: limits, policy: policy)
            try Objects.withTree(of: commit, in: repository) { (tree) throws(GitError) in
                for path in paths { try walk.add(path: path, of: tree) }
            }
            let entries = walk.entries.sorted { $0.path.precedesByBytes($1.path) }
            return Snapshot(commit: commit, entries: entries, excess: walk.excess)
        }
    }

    /// The entry at one exact path with its size; nil when nothing or a folder stands there.
    public func entry(at path: String, in commit: CommitID) throws(GitError) -> TreeEntry? {
        try PathRule.check(path: path)
        return try withDatabase { (repository, database) throws(GitError) in
            try Objects.withTree(of: commit, in: repository) { (tree) throws(GitError) -> TreeEntry? in
                guard let (id, mode) = try Objects.entry(at: path, in: tree), let kind = TreeEntry.Kind(mode)
                else { return nil }
                let blob = kind == .submodule ? nil : BlobID(id)
                let size: Int? = if let blob { try Blobs.size(of: blob, in: database) } else { nil }
                return TreeEntry(path: path, kind: kind, blob: blob, size: size, isOversized: false)
            }
        }
    }

    /// The content's size in bytes, without loading it.
    public func size(of blob: BlobID) throws(GitError) -> Int {
        try withDatabase { (_, database) throws(GitError) in try Blobs.size(of: blob, in: database) }
    }

    /// A file's content. Above `limit` bytes it is not loaded, and `tooLarge` is thrown.
    public func blob(_ id: BlobID, limit: Int = 1 << 20) throws(GitError) -> [UInt8] {
        try withDatabase { (_, database) throws(GitError) in
            try Blobs.content(of: id, limit: limit, in: database)
        }
    }

    /// Many files' contents in the order asked for, faster than one by one; `limit` is for each.
    public func blobs(_ ids: [BlobID], limit: Int = 1 << 20) throws(GitError) -> [[UInt8]] {
        try withDatabase { (_, database) throws(GitError) in
            var contents: [[UInt8]] = []
            contents.reserveCapacity(ids.count)
            for id in ids { contents.append(try Blobs.content(of: id, limit: limit, in: database)) }
            return contents
        }
    }

    /// Makes objects visible that another process added, as a fetch's child does.
    func refresh() throws(GitError) {
        try withDatabase { (_, database) throws(GitError) in
            try Library.check(git_odb_refresh(database), "refreshing the object database")
        }
    }

    func withDatabase<Result: Sendable>(
        _ body: (OpaquePointer, OpaquePointer) throws(GitError) -> Result
    ) throws(GitError) -> Result {
        try withHandle { (repository) throws(GitError) in
            var database: OpaquePointer?
            try Library.check(git_repository_odb(&database, repository), "opening the object database")
            guard let database else { throw .corrupt("there is no object database") }
            defer { git_odb_free(database) }
            return try body(repository, database)
        }
    }

    /// Checked paths without a slash at the end, none inside another, so that no file is listed twice.
    private static func disjoint(_ folders: [String]) throws(GitError) -> [String] {
        let paths = folders.map(withoutSlash)
        if paths.isEmpty || paths.contains("") || paths.contains(".") { return [""] }
        for path in paths { try PathRule.check(path: path) }
        return Set(paths).filter { path in !paths.contains { path.hasPrefix($0 + "/") } }
            .sorted { $0.precedesByBytes($1) }
    }
}
