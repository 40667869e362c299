import Testing

@testable import GitStore

/// Commits made in process, read back by `git`.
struct WritingTests {
    @Test("a root commit and one on top of it are what git reads")
    func roundTrip() async throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        let first = try #require(
            try repository.write(["README.md": "one", "a/b/c.yaml": "c", "a/d.yaml": "d"], onto: nil))
        let changes: [String: String?] = ["README.md": "two", "a/b/c.yaml": nil, "z": "z"]
        let second = try #require(try repository.write(changes, onto: first))
        try repository.setReference("refs/heads/main", to: second, expecting: nil)
        let clone = "cache/repository.git"
        #expect(try await sandbox.git("ls-tree", "-r", "--name-only", "main", in: clone) == "README.md\na/d.yaml\nz")
        #expect(try await sandbox.git("show", "main:README.md", in: clone) == "two")
        #expect(try await sandbox.git("rev-list", "main", in: clone) == "\(second)\n\(first)")
        _ = try await sandbox.git("fsck", "--strict", in: clone)
        let format = "%an|%ae|%cn|%at|%ct"
        let read = try await sandbox.git("log", "-1", "--format=\(format)", "main", in: clone)
        #expect(read == "Neap|neap@example.org|Neap|1700000000|1700000000")
    }

    @Test("content that is there already makes no commit")
    func unchanged() async throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        let first = try #require(try repository.write(["a": "1", "b/c": "2"], onto: nil))
        #expect(try repository.write(["a": "1"], onto: first) == nil)
        #expect(try repository.write(["none": nil, "b/none": nil], onto: first) == nil)
        #expect(try repository.write([:], onto: first) == nil)
        #expect(try repository.write([:], onto: nil) == nil)
        #expect(try repository.write(["a": "2"], onto: first) != nil)
    }

    @Test("the last file of a folder takes the folder with it")
    func emptyFolder() async throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        let first = try #require(try repository.write(["a/b/c": "1", "d": "2"], onto: nil))
        let second = try #require(try repository.write(["a/b/c": nil], onto: first))
        try repository.setReference("refs/heads/main", to: second, expecting: nil)
        #expect(try await sandbox.git("ls-tree", "-r", "-t", "main", "--name-only", in: "cache/repository.git") == "d")
    }

    @Test("an executable file stays executable when its content changes")
    func executable() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["run.sh": "1"])
        try await sandbox.git("update-index", "--chmod=+x", "run.sh", in: "work")
        try await sandbox.git("commit", "-q", "-m", "Executable", in: "work")
        try await sandbox.git("clone", "-q", "--bare", "work", "cache/repository.git")
        let repository = try Repository(cache: sandbox("cache"))
        let tip = try repository.reference("refs/heads/main")
        let next = try #require(try repository.write(["run.sh": "2"], onto: tip))
        #expect(try repository.entry(at: "run.sh", in: next)?.kind == .executable)
    }

    @Test(
        "a path that no tree may hold is refused",
        arguments: ["", "/a", "a//b", "../a", "a/.git/b", "a/", "./a", "a\0b"])
    func badPaths(path: String) async throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        #expect(throws: GitError.self) { try repository.write([path: "1"], onto: nil) }
    }

    @Test("a file can not take a folder's place, nor a folder a file's")
    func fileAndFolder() async throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        let first = try #require(try repository.write(["a/b": "1", "c": "2"], onto: nil))
        #expect(throws: GitError.self) { try repository.write(["a": "1"], onto: first) }
        #expect(throws: GitError.self) { try repository.write(["c/d": "1"], onto: first) }
    }

    @Test("a name with a line end or brackets can not forge a header")
    func forgedHeader() async throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        let author = Identity(name: "Eve\nparent 1111 <x>", email: "eve@example.org> 1 +0000\nx")
        let id = try repository.commit(
            changes: ["a": [1]], onto: nil, author: author, time: 5, message: CommitMessage(subject: "s"))
        let commit = try repository.commit(try #require(id))
        #expect(commit.author.name == "Eve\\nparent 1111 x")
        #expect(commit.parents == [])
        #expect(commit.authorTime == 5)
    }

    @Test("a repository opened for reading is not written")
    func readOnly() async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a": "1"])
        let repository = try Repository(reading: sandbox("work"))
        #expect(throws: GitError.self) { try repository.write(["a": "2"], onto: tip) }
        #expect(throws: GitError.self) { try repository.setReference("refs/heads/x", to: tip, expecting: nil) }
    }
}
