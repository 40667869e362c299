import GitStore
import Manifest

/// A commit's tree as manifests are read from it: out of the object database, never from a work tree.
struct CommitSource: ManifestSource, Sendable {
    private let repository: Repository
    private let found: [TreeEntry]
    private let blobs: [String: BlobID]

    /// The files of `commit`; more than `limit` of them throw `GitError.tooLarge`.
    init(_ repository: Repository, at commit: CommitID, limit: Int = 1_000_000) throws {
        self.repository = repository
        // Manifest has limits of its own and says which file passes them; more is listed here so that it can.
        let snapshot = try repository.snapshot(of: commit, limits: SnapshotLimits(files: limit, bytes: .max))
        // What is not listed would be taken for gone.
        guard snapshot.excess == nil else {
            throw GitError.tooLarge(what: "the number of files of \(commit.hex.prefix(12))", limit: limit, actual: nil)
        }
        found = snapshot.entries
        blobs = Dictionary(found.compactMap { entry in entry.blob.map { (entry.path, $0) } }) { first, _ in first }
    }

    /// What the commit named by 40 hex digits holds; nil when `repository` has it no more.
    static func found(_ commit: String, in repository: Repository) throws -> CommitSource? {
        guard let id = CommitID(commit), try repository.contains(id) else { return nil }
        return try CommitSource(repository, at: id)
    }

    func entries() -> [SourceEntry] {
        found.map { entry in
            let mode: SourceEntry.Mode =
                entry.kind == .symlink ? .symlink : entry.kind == .submodule ? .submodule : .file
            return SourceEntry(path: entry.path, mode: mode, size: entry.size ?? 0, blob: entry.blob?.hex)
        }
    }

    func read(_ path: String) throws -> [UInt8] {
        guard let blob = blobs[path] else { throw GitError.notFound(path) }
        return try repository.blob(blob)
    }
}
