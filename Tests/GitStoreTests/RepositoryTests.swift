import Foundation
import Testing

@testable import GitStore

/// References, history, work trees and the cache directory.
struct RepositoryTests {
    @Test("a reference moves only from where the caller saw it")
    func compareAndSwap() async throws {
        let repository = try Repository(cache: try Sandbox()("cache"))
        let (first, second) = try repository.twoCommits()
        let name = "refs/heads/main"
        #expect(try repository.reference(name) == nil)
        #expect(throws: GitError.referenceMoved(name: name, actual: nil)) {
            try repository.setReference(name, to: second, expecting: first)
        }
        try repository.setReference(name, to: first, expecting: nil)
        #expect(throws: GitError.referenceMoved(name: name, actual: first)) {
            try repository.setReference(name, to: second, expecting: nil)
        }
        #expect(throws: GitError.referenceMoved(name: name, actual: first)) {
            try repository.setReference(name, to: first, expecting: second)
        }
        try repository.setReference(name, to: second, expecting: first)
        #expect(try repository.reference(name) == second)
        #expect(throws: GitError.referenceMoved(name: name, actual: second)) {
            try repository.removeReference(name, expecting: first)
        }
        try repository.removeReference(name, expecting: second)
        #expect(try repository.references() == [])
    }

    @Test(
        "only full names are looked up", arguments: ["main", "HEAD", "heads/main", "refs/heads/../x", "refs/heads/a b"])
    func shortNames(name: String) throws {
        let repository = try Repository(cache: try Sandbox()("cache"))
        let error = #expect(throws: GitError.self) { try repository.reference(name) }
        guard case .invalidReference(name, _) = error else { throw Unexpected(error) }
    }

    @Test("of a tag and a branch that share a name, the full name chooses")
    func sharedName() async throws {
        let sandbox = try Sandbox()
        let tagged = try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.git("tag", "-a", "-m", "t", "main", in: "work")
        let tip = try await sandbox.commit(["a": "2"], in: "work")
        let repository = try Repository(reading: sandbox("work"))
        #expect(try repository.reference("refs/heads/main") == tip)
        #expect(try repository.reference("refs/tags/main") == tagged)
    }

    @Test("a tip that does not descend from the accepted one is rewritten history")
    func rewritten() throws {
        let repository = try Repository(cache: try Sandbox()("cache"))
        let (first, second) = try repository.twoCommits()
        let other = try #require(try repository.write(["x": "1"], onto: first))
        let unknown = try #require(CommitID(String(repeating: "b", count: 40)))
        #expect(try repository.update(from: nil, to: first) == .first)
        #expect(try repository.update(from: first, to: first) == .unchanged)
        #expect(try repository.update(from: first, to: second) == .forward)
        #expect(try repository.update(from: second, to: first) == .rewritten)
        #expect(try repository.update(from: second, to: other) == .rewritten)
        #expect(try repository.update(from: unknown, to: second) == .rewritten)
    }

    @Test("history lists commits newest first, and those of one path as git log does")
    func history() async throws {
        let sandbox = try Sandbox()
        let first = try await sandbox.repository("work", files: ["a": "1", "d/x": "1"])
        let second = try await sandbox.commit(["b": "2"], in: "work", message: "Second\n\nBody\n\nKey: value")
        try await sandbox.git("checkout", "-q", "-b", "side", first.hex, in: "work")
        let side = try await sandbox.commit(["d/x": "2"], in: "work")
        try await sandbox.git("checkout", "-q", "main", in: "work")
        try await sandbox.git("merge", "-q", "--no-ff", "-m", "Merge", "side", in: "work")
        let repository = try Repository(reading: sandbox("work"))
        let tip = try #require(try repository.head()?.commit)
        #expect(try repository.log(from: tip, limit: 10).count == 4)
        #expect(try repository.log(from: tip, limit: 1).map(\.id) == [tip])
        #expect(try repository.history(of: "d/x", from: tip, limit: 5).map(\.id) == [side, first])
        #expect(try repository.history(of: "d", from: tip).map(\.id) == [side])
        #expect(try repository.history(of: "b", from: tip, limit: 5).map(\.id) == [second])
        #expect(try repository.history(of: "none", from: tip, limit: 5) == [])
        #expect(try repository.history(of: "a", from: tip, walking: 1) == [])
        let commit = try repository.commit(second)
        #expect(commit.subject == "Second")
        #expect(commit.trailers == [Trailer("Key", "value")])
        #expect(commit.author == Identity(name: "Ann", email: "ann@example.org"))
        #expect(commit.committer.name == "Ben")
        #expect(commit.parents == [first])
    }

    @Test("a work tree says where HEAD is, what is dirty and where it came from")
    func workTree() async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a": "1", "b": "1", "c": "1", ".gitignore": "*.log"])
        let repository = try Repository(reading: sandbox("work"))
        #expect(try repository.head() == Head(commit: tip, branch: "refs/heads/main"))
        #expect(try repository.changedPaths() == [])
        #expect(try repository.originURL() == nil)
        try sandbox.write("2", to: "work/a")
        try sandbox.write("2", to: "work/new/file")
        try sandbox.write("2", to: "work/x.log")
        try await sandbox.git("rm", "-q", "b", in: "work")
        #expect(try repository.changedPaths() == ["a", "b", "new/file"])
        try await sandbox.git("remote", "add", "origin", "https://u:p@example.org/x.git", in: "work")
        try await sandbox.git("checkout", "-q", "--detach", in: "work")
        let again = try Repository(reading: sandbox("work/new"))
        #expect(try again.originURL() == "https://example.org/x.git")
        #expect(try again.head() == Head(commit: tip, branch: nil))
        #expect(again.workDirectory.map { URL(fileURLWithPath: $0).lastPathComponent } == "work")
    }

    @Test("no repository, or one without a commit, is told")
    func absent() async throws {
        let sandbox = try Sandbox()
        #expect(throws: GitError.notFound("a Git repository at /nonexistent")) {
            try Repository(reading: "/nonexistent")
        }
        try await sandbox.git("init", "-q", "empty")
        #expect(try Repository(reading: sandbox("empty")).head() == nil)
    }

    @Test("a cache directory is open once at a time")
    func lock() throws {
        let sandbox = try Sandbox()
        do {
            let first = try Repository(cache: sandbox("cache"))
            #expect(throws: GitError.inUse(directory: sandbox("cache"))) { try Repository(cache: sandbox("cache")) }
            #expect(throws: GitError.inUse(directory: sandbox("cache"))) {
                try Repository.discard(cache: sandbox("cache"))
            }
            #expect(try first.references() == [])
        }
        _ = try Repository(cache: sandbox("cache"))
    }

    @Test("what a killed process left is swept when the cache is opened")
    func leftovers() throws {
        let sandbox = try Sandbox()
        let names = [
            "objects/pack/tmp_pack_ab", "objects/tmp_object_git2_x", "refs/heads/a/b.lock", "config.lock",
            "packed-refs.lock", "refs/neap/outgoing/7",
        ]
        let tip = try Repository(cache: sandbox("cache")).twoCommits().0
        for name in names { try sandbox.write(tip.hex, to: "cache/repository.git/\(name)") }
        let repository = try Repository(cache: sandbox("cache"))
        for name in names {
            #expect(!FileManager.default.fileExists(atPath: sandbox("cache/repository.git/\(name)")), "\(name)")
        }
        #expect(try repository.contains(tip))
    }

    @Test("half a pack of a child that was killed goes once no living child can have it")
    func halfPacks() throws {
        let sandbox = try Sandbox()
        _ = try Repository(cache: sandbox("cache")).twoCommits()
        let (old, new) = (
            "cache/repository.git/objects/pack/pack_git2_a", "cache/repository.git/objects/pack/pack_git2_b"
        )
        for name in [old, new] { try sandbox.write("PACK", to: name) }
        try FileManager.default.setAttributes(
            [.modificationDate: Date.now.addingTimeInterval(-121)], ofItemAtPath: sandbox(old))
        Leftovers(clone: sandbox("cache/repository.git")).sweepPacks(olderThan: .seconds(120))
        #expect(!FileManager.default.fileExists(atPath: sandbox(old)))
        #expect(FileManager.default.fileExists(atPath: sandbox(new)))
    }

    @Test("a damaged clone is reported, and can be discarded", arguments: ["object", "config", "head"])
    func damaged(what: String) throws {
        let sandbox = try Sandbox()
        let clone = sandbox("cache/repository.git")
        do {
            let repository = try Repository(cache: sandbox("cache"))
            let (first, _) = try repository.twoCommits()
            try repository.setReference("refs/heads/main", to: first, expecting: nil)
            let object = "\(clone)/objects/\(first.hex.prefix(2))/\(first.hex.dropFirst(2))"
            let file = ["object": object, "config": "\(clone)/config", "head": "\(clone)/HEAD"][what]
            let path = try #require(file)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            try Data("\u{1}[broken".utf8).write(to: URL(fileURLWithPath: path))
        }
        let error = #expect(throws: GitError.self) { try Repository(cache: sandbox("cache")) }
        guard case .corrupt = error else { throw Unexpected(error) }
        try Repository.discard(cache: sandbox("cache"))
        #expect(try Repository(cache: sandbox("cache")).references() == [])
    }

    @Test("a flipped byte in an object is damage, not content")
    func flippedByte() throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        let first = try #require(try repository.write(["a": "1"], onto: nil))
        let second = try #require(try repository.write(["a": "2"], onto: nil))
        let ids = try [first, second].map { try #require(try repository.entry(at: "a", in: $0)?.blob).hex }
        let paths = ids.map { "\(repository.gitDirectory)/objects/\($0.prefix(2))/\($0.dropFirst(2))" }
        try FileManager.default.removeItem(atPath: paths[0])
        try FileManager.default.copyItem(atPath: paths[1], toPath: paths[0])
        let error = #expect(throws: GitError.self) { try repository.blob(try #require(BlobID(ids[0]))) }
        guard case .corrupt = error else { throw Unexpected(error) }
    }

    @Test("an open cache can be emptied in place")
    func discardInPlace() throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        let (first, _) = try repository.twoCommits()
        try repository.discard()
        #expect(try !repository.contains(first))
        #expect(try repository.write(["a": "1"], onto: nil) != nil)
    }
}
