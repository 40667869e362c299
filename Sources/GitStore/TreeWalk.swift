import CGit2

/// One walk over a commit's tree, counting against the limits as it goes.
struct TreeWalk {
    private let repository: OpaquePointer
    private let database: OpaquePointer
    private let limits: SnapshotLimits?
    private let policy: LimitPolicy
    private(set) var entries: [TreeEntry] = []
    private(set) var excess: Snapshot.Excess?
    private var bytes = 0

    /// How deep folders may nest; hostile trees can nest without end at little cost.
    private static let depth = 64

    init(repository: OpaquePointer, database: OpaquePointer, limits: SnapshotLimits?, policy: LimitPolicy) {
        (self.repository, self.database, self.limits, self.policy) = (repository, database, limits, policy)
    }

    /// Adds what stands at a path: a folder's files, or the one entry itself. Nothing stands there: adds nothing.
    mutating func add(path: String, of root: OpaquePointer) throws(GitError) {
        if path.isEmpty { return try add(tree: root, prefix: "", depth: 0) }
        guard let (id, mode) = try Objects.entry(at: path, in: root) else { return }
        try add(id: id, mode: mode, path: path, depth: 1)
    }

    private mutating func add(tree: OpaquePointer, prefix: String, depth: Int) throws(GitError) {
        guard depth <= Self.depth else {
            throw .tooLarge(what: "the nesting of folders at \(prefix)", limit: Self.depth, actual: nil)
        }
        var seen: Set<String> = []
        for index in 0..<git_tree_entrycount(tree) {
            guard excess == nil, let entry = git_tree_entry_byindex(tree, index) else { return }
            guard let raw = git_tree_entry_name(entry), let name = String(validatingCString: raw) else {
                throw .invalidPath(path: prefix, reason: "an entry's name is not UTF-8")
            }
            try PathRule.check(name: name, at: prefix + name)
            guard seen.insert(name).inserted, let id = git_tree_entry_id(entry) else {
                throw .invalidPath(path: prefix + name, reason: "a folder has two entries of that name")
            }
            let mode = git_tree_entry_filemode(entry)
            try add(id: ObjectID(id.pointee), mode: mode, path: prefix + name, depth: depth + 1)
        }
    }

    private mutating func add(id: ObjectID, mode: git_filemode_t, path: String, depth: Int) throws(GitError) {
        guard let kind = TreeEntry.Kind(mode) else {
            guard mode == GIT_FILEMODE_TREE else {
                throw .invalidPath(path: path, reason: "the entry has the unknown mode \(mode.rawValue)")
            }
            return try Objects.withTree(id, in: repository) { (tree) throws(GitError) in
                try add(tree: tree, prefix: path + "/", depth: depth)
            }
        }
        try add(id: id, kind: kind, path: path)
    }

    private mutating func add(id: ObjectID, kind: TreeEntry.Kind, path: String) throws(GitError) {
        let blob = kind == .submodule ? nil : BlobID(id)
        guard let limits else {
            entries.append(TreeEntry(path: path, kind: kind, blob: blob, size: nil, isOversized: false))
            return
        }
        guard entries.count < limits.files else {
            return try exceed(.files(limit: limits.files), "the number of files", limits.files)
        }
        let size: Int? = if let blob { try Blobs.size(of: blob, in: database) } else { nil }
        let isOversized = (size ?? 0) > limits.bytesPerFile
        if isOversized, policy == .fail { throw .tooLarge(what: path, limit: limits.bytesPerFile, actual: size) }
        bytes += isOversized ? 0 : size ?? 0
        guard bytes <= limits.bytes else {
            return try exceed(.bytes(limit: limits.bytes), "the files' size in all", limits.bytes)
        }
        entries.append(TreeEntry(path: path, kind: kind, blob: blob, size: size, isOversized: isOversized))
    }

    private mutating func exceed(_ excess: Snapshot.Excess, _ what: String, _ limit: Int) throws(GitError) {
        guard policy == .report else { throw .tooLarge(what: what, limit: limit, actual: nil) }
        self.excess = excess
    }
}

extension TreeEntry.Kind {
    init?(_ mode: git_filemode_t) {
        switch mode {
        case GIT_FILEMODE_BLOB: self = .file
        case GIT_FILEMODE_BLOB_EXECUTABLE: self = .executable
        case GIT_FILEMODE_LINK: self = .symlink
        case GIT_FILEMODE_COMMIT: self = .submodule
        default: return nil
        }
    }
}
