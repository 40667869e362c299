import CGit2
import Synchronization

/// A Git repository on disk: Neap's own bare clone, or somebody's repository opened for reading.
///
/// Calls may come from any task at once; they take turns, as libgit2's handles are not made for sharing.
/// Every call is local work without network, and blocks its thread for as long as that takes.
public final class Repository: Sendable {
    /// The libgit2 handle; used only while the lock is held.
    struct Handle: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    /// The `.git` directory, without a slash at its end.
    public let gitDirectory: String
    /// Whether this object may write: false for a repository opened for reading.
    public let isWritable: Bool
    let handle: Mutex<Handle>
    let cache: CacheDirectory?

    /// Opens the bare clone in that cache directory, or makes directory and clone. One process at a time: throws
    /// `inUse` while another has it, `corrupt` when the clone is damaged (then `Repository.discard(cache:)`),
    /// `storage` when it can not be written.
    public init(cache directory: String) throws(GitError) {
        Library.start
        let cache = try CacheDirectory(at: directory)
        let handle = try cache.openClone()
        self.gitDirectory = cache.clone
        self.isWritable = true
        self.cache = cache
        self.handle = Mutex(handle)
    }

    /// Opens the repository that holds that path (a folder in its work tree, or a bare repository) for reading only.
    /// Throws `notFound` when there is none.
    public convenience init(reading path: String) throws(GitError) { try self.init(at: path, isWritable: false) }

    /// The same, for a person's own repository that objects and branches are added to; work tree and index stay as they are.
    public convenience init(writing path: String) throws(GitError) { try self.init(at: path, isWritable: true) }

    private init(at path: String, isWritable: Bool) throws(GitError) {
        Library.start
        var opened: OpaquePointer?
        let code = git_repository_open_ext(&opened, path, 0, nil)
        if code == GIT_ENOTFOUND.rawValue { throw .notFound("a Git repository at \(path)") }
        try Library.check(code, "opening \(path)")
        guard let opened else { throw .notFound("a Git repository at \(path)") }
        self.gitDirectory = Self.withoutSlash(String(cString: git_repository_path(opened)))
        self.isWritable = isWritable
        self.cache = nil
        self.handle = Mutex(Handle(pointer: opened))
    }

    deinit {
        handle.withLock { git_repository_free($0.pointer) }
    }

    /// Throws everything in the cache away and starts with an empty clone. Throws `storage` when that fails.
    public func discard() throws(GitError) {
        guard let cache else { throw .storage("\(gitDirectory) was opened for reading only") }
        try handle.withLock { (handle) throws(GitError) in
            try cache.removeClone()
            let fresh = try cache.openClone()
            git_repository_free(handle.pointer)
            handle = fresh
        }
    }

    /// Removes the clone of a cache directory that nobody has open, so that the next `init(cache:)` starts anew.
    /// Throws `inUse` while a process has it.
    public static func discard(cache directory: String) throws(GitError) {
        Library.start
        try CacheDirectory(at: directory).removeClone()
    }

    /// Runs `body` with the handle, one caller at a time.
    func withHandle<Result: Sendable>(_ body: (OpaquePointer) throws(GitError) -> Result) throws(GitError) -> Result {
        try handle.withLock { (handle) throws(GitError) in try body(handle.pointer) }
    }

    /// The same for calls that write.
    func withWritableHandle<Result: Sendable>(
        _ body: (OpaquePointer) throws(GitError) -> Result
    ) throws(GitError) -> Result {
        guard isWritable else { throw .storage("\(gitDirectory) was opened for reading only") }
        return try withHandle(body)
    }

    static func withoutSlash(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}
