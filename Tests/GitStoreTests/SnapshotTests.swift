import Foundation
import Testing

@testable import GitStore

/// Reading a commit's files from the object database.
struct SnapshotTests {
    @Test("files, links and submodules are listed in order of bytes, with what they are")
    func kinds() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["a/x": "xx", "a.b": "1", "Z": "1", "run.sh": "#!"])
        try await sandbox.git("update-index", "--chmod=+x", "run.sh", in: "work")
        let link = try await sandbox.git("hash-object", "-w", "--stdin", in: "work", input: "/etc/passwd")
        try await sandbox.git("update-index", "--add", "--cacheinfo", "120000,\(link),a/link", in: "work")
        let module = String(repeating: "1", count: 40)
        try await sandbox.git("update-index", "--add", "--cacheinfo", "160000,\(module),a/module", in: "work")
        try await sandbox.git("commit", "-q", "-m", "Links", in: "work")
        let repository = try Repository(reading: sandbox("work"))
        let tip = try #require(try repository.head()?.commit)
        let entries = try repository.snapshot(of: tip).entries
        #expect(entries.map(\.path) == ["Z", "a.b", "a/link", "a/module", "a/x", "run.sh"])
        #expect(entries.map(\.kind) == [.file, .file, .symlink, .submodule, .file, .executable])
        #expect(entries.map(\.size) == [1, 1, 11, nil, 2, 2])
        #expect(entries[3].blob == nil)
    }

    @Test(
        "only what stands below the folders is listed, once",
        arguments: [
            (["a"], ["a/b/c", "a/x"]), (["a/", "a/b"], ["a/b/c", "a/x"]), (["ab", "a/x"], ["a/x", "ab"]),
            (["none"], []),
            ([""], ["a/b/c", "a/x", "ab"]),
        ])
    func folders(folders: [String], expected: [String]) async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a/x": "1", "a/b/c": "2", "ab": "3"])
        let repository = try Repository(reading: sandbox("work"))
        #expect(try repository.snapshot(of: tip, below: folders).entries.map(\.path) == expected)
    }

    @Test("an oversized file is listed and marked, and its content is refused")
    func oversized() async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["big": "12345", "small": "1"])
        let repository = try Repository(reading: sandbox("work"))
        let limits = SnapshotLimits(bytesPerFile: 4)
        let entries = try repository.snapshot(of: tip, limits: limits).entries
        #expect(entries.map(\.isOversized) == [true, false])
        let big = try #require(entries[0].blob)
        #expect(throws: GitError.tooLarge(what: "the content \(big)", limit: 4, actual: 5)) {
            try repository.blob(big, limit: 4)
        }
        #expect(throws: GitError.tooLarge(what: "big", limit: 4, actual: 5)) {
            try repository.snapshot(of: tip, limits: limits, policy: .fail)
        }
    }

    @Test("limits in all end the list and are told, or fail")
    func limitsInAll() async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a": "123", "b": "123", "c": "123"])
        let repository = try Repository(reading: sandbox("work"))
        let few = try repository.snapshot(of: tip, limits: SnapshotLimits(files: 2))
        #expect(few.entries.map(\.path) == ["a", "b"])
        #expect(few.excess == .files(limit: 2))
        let light = try repository.snapshot(of: tip, limits: SnapshotLimits(bytes: 5))
        #expect(light.entries.map(\.path) == ["a"])
        #expect(light.excess == .bytes(limit: 5))
        #expect(throws: GitError.self) {
            try repository.snapshot(of: tip, limits: SnapshotLimits(bytes: 5), policy: .fail)
        }
        #expect(try repository.snapshot(of: tip, limits: nil).entries.count == 3)
    }

    @Test(
        "a tree with a name that no repository should hold is an error that names the path",
        arguments: ["..", ".", ".git", ".GIT", "git~1", ".git ", ".g\u{200C}it", ".git::$INDEX_ALLOCATION"])
    func hostileNames(name: String) async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["a": "1"])
        let blob = try await sandbox.git("rev-parse", "HEAD:a", in: "work")
        let tree = try await sandbox.tree([("100644", name, blob)], in: "work")
        let root = try await sandbox.tree([("40000", "sub", tree)], in: "work")
        let id = try await sandbox.git("commit-tree", "-m", "Hostile", root, in: "work")
        let commit = try #require(CommitID(id))
        let repository = try Repository(reading: sandbox("work"))
        let error = #expect(throws: GitError.self) { try repository.snapshot(of: commit) }
        guard case .invalidPath(let path, _) = error else { throw Unexpected(error) }
        #expect(path.hasPrefix("sub/"))
    }

    @Test("two entries of one name are an error")
    func duplicateEntries() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["a": "1"])
        let blob = try await sandbox.git("rev-parse", "HEAD:a", in: "work")
        let tree = try await sandbox.tree([("100644", "a", blob), ("100644", "a", blob)], in: "work")
        let commit = try #require(CommitID(try await sandbox.git("commit-tree", "-m", "Twice", tree, in: "work")))
        let repository = try Repository(reading: sandbox("work"))
        #expect(throws: GitError.self) { try repository.snapshot(of: commit) }
    }

    @Test("many contents are read in the order asked for")
    func batch() async throws {
        let sandbox = try Sandbox()
        let files = Dictionary(uniqueKeysWithValues: (0..<200).map { ("f\($0)", "content \($0)") })
        let tip = try await sandbox.repository("work", files: files)
        let repository = try Repository(reading: sandbox("work"))
        let entries = try repository.snapshot(of: tip).entries
        let contents = try repository.blobs(entries.compactMap(\.blob))
        #expect(contents.map(\.text) == entries.map { files[$0.path] })
    }

    @Test("the entry at one path is found, a folder or nothing is none")
    func entryAtPath() async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a/x": "12"])
        let repository = try Repository(reading: sandbox("work"))
        #expect(try repository.entry(at: "a/x", in: tip)?.size == 2)
        #expect(try repository.entry(at: "a", in: tip) == nil)
        #expect(try repository.entry(at: "a/y", in: tip) == nil)
        #expect(throws: GitError.self) { try repository.entry(at: "../x", in: tip) }
    }

    @Test("a commit that is not there is told as such")
    func absentCommit() async throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        let id = try #require(CommitID(String(repeating: "a", count: 40)))
        #expect(throws: GitError.notFound("the commit \(id)")) { try repository.snapshot(of: id) }
    }
}

extension Sandbox {
    /// Writes a tree object that `git` itself would not make.
    func tree(_ entries: [(mode: String, name: String, id: String)], in folder: String) async throws -> String {
        var bytes: [UInt8] = []
        for entry in entries {
            bytes += [UInt8]("\(entry.mode) \(entry.name)\0") + (try #require(ObjectID(hex: entry.id)).bytes)
        }
        try Data(bytes).write(to: URL(fileURLWithPath: self("tree")))
        return try await git("hash-object", "-t", "tree", "-w", "--literally", self("tree"), in: folder)
    }
}
