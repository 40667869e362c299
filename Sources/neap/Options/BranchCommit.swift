import ArgumentParser
import FoundationEssentials
import GitStore

/// Files that are committed to a new branch of somebody's repository; work tree, index and HEAD stay as they are.
struct BranchCommit {
    private let repository: Repository
    private let head: CommitID
    private let branch: String

    /// A commit onto HEAD of the repository at `path`. Throws `GitError`, and `ValidationError` where there is no commit yet.
    init(_ path: String, branch: String) throws {
        let opened = try Repository(writing: path)
        if let root = opened.workDirectory, !Self.isSame(root, path) {
            throw ValidationError("--commit goes with the repository's own folder, \(root), and not one inside of it")
        }
        guard let tip = try opened.head() else {
            throw ValidationError("\(path) has no commit yet: commit the environment first")
        }
        repository = opened
        head = tip.commit
        self.branch = branch
    }

    private static func isSame(_ root: String, _ path: String) -> Bool {
        let folders = [root, path].map { URL(filePath: $0).resolvingSymlinksInPath().path() }
        return Set(folders.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }).count == 1
    }

    /// Whether HEAD has something at `path`.
    func holds(_ path: String) throws -> Bool { try repository.entry(at: path, in: head) != nil }

    /// Makes the commit and the branch; the commit's short id. Throws `GitError`, and `ValidationError` for what is in the way.
    func make(_ files: [String: String], subject: String) throws -> String {
        let name = "refs/heads/\(branch)"
        if try repository.reference(name) != nil {
            throw ValidationError("the branch \(branch) is there already: merge or delete it, or name another")
        }
        let made = try commit(files, by: try person(), subject)
        try repository.setReference(name, to: made, expecting: nil)
        return String(made.hex.prefix(7))
    }

    private func person() throws -> Identity {
        if let person = try repository.person() { return person }
        throw ValidationError("Git does not know who commits: set user.name and user.email")
    }

    private func commit(_ files: [String: String], by person: Identity, _ subject: String) throws -> CommitID {
        let message = CommitMessage(subject: subject)
        let changes = files.mapValues { Optional(Array($0.utf8)) }
        let made = try repository.commit(
            changes: changes, onto: head, author: person, time: Int64(Wall.now), message: message)
        if let made { return made }
        throw ValidationError("nothing to commit: HEAD holds all of it")
    }
}
