import CGit2
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The directory that holds one bare clone and the lock that keeps a second process out of it.
final class CacheDirectory: Sendable {
    /// The bare clone inside.
    let clone: String
    private let directory: String
    private let lock: Int32

    /// Makes the directory when it is absent and takes its lock, which the kernel releases when the process dies.
    init(at path: String) throws(GitError) {
        directory = Repository.withoutSlash(path)
        clone = directory + "/repository.git"
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch let error as CocoaError {
            let why = (error.underlying as? POSIXError).map { String(cString: strerror($0.code.rawValue)) }
            throw .storage("\(path): the cache directory can not be made: \(why ?? "the system refuses it")")
        } catch {
            throw .storage("\(path): the cache directory can not be made: \(error)")
        }
        let file = directory + "/lock"
        lock = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw .storage("\(file) can not be opened: \(String(cString: strerror(errno)))") }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw .inUse(directory: directory)
        }
    }

    deinit {
        // A child between fork and exec still holds the descriptor: closing ours alone would leave the lock with it.
        flock(lock, LOCK_UN)
        close(lock)
    }

    /// Opens the clone, or makes it when there is none; sweeps what a dead process left.
    func openClone() throws(GitError) -> Repository.Handle {
        var opened: OpaquePointer?
        guard FileManager.default.fileExists(atPath: clone) else {
            try Library.check(git_repository_init(&opened, clone, 1), "making the clone \(clone)")
            guard let opened else { throw .storage("the clone \(clone) could not be made") }
            return Repository.Handle(pointer: opened)
        }
        Leftovers(clone: clone).sweep()
        guard git_repository_open_bare(&opened, clone) == 0, let opened else {
            throw .corrupt("\(clone) can not be opened: \(Library.lastError().message)")
        }
        do throws(GitError) {
            try Self.verifySettings(of: opened)
            try Self.verifyReferences(of: opened)
        } catch {
            git_repository_free(opened)
            throw error
        }
        return Repository.Handle(pointer: opened)
    }

    /// Removes the clone and everything in it.
    func removeClone() throws(GitError) {
        guard FileManager.default.fileExists(atPath: clone) else { return }
        do {
            try FileManager.default.removeItem(atPath: clone)
        } catch {
            throw .storage("the clone \(clone) can not be removed: \(error)")
        }
    }

    /// Configuration and HEAD must be readable; opening alone looks at neither.
    private static func verifySettings(of repository: OpaquePointer) throws(GitError) {
        var configuration: OpaquePointer?
        let code = git_repository_config_snapshot(&configuration, repository)
        defer { git_config_free(configuration) }
        guard code == 0, git_repository_head_unborn(repository) >= 0 else {
            throw .corrupt("its configuration or HEAD can not be read: \(Library.lastError().message)")
        }
    }

    /// Every reference must lead to a commit whose root tree can be read.
    private static func verifyReferences(of repository: OpaquePointer) throws(GitError) {
        for (name, _) in try References.all(in: repository, prefix: "refs/") {
            do throws(GitError) {
                guard let id = try References.commit(of: name, in: repository) else { continue }
                try Objects.withTree(of: id, in: repository) { (_) throws(GitError) in }
            } catch {
                throw .corrupt("\(name) can not be read: \(error)")
            }
        }
    }
}
