import Testing

@testable import GitStore

/// Commits that take others back, made in process, read back by `git`.
struct RevertTests {
    private let message = CommitMessage(subject: "Revert \"B\"", trailers: [Trailer("Neap-Reverts", "b")])

    private func revert(_ sandbox: Sandbox, _ commit: CommitID, onto base: CommitID) throws -> CommitID? {
        try Repository(writing: sandbox("work")).revert(
            commit, onto: base, author: .neap, time: 1_700_000_000, message: message)
    }

    @Test("what a commit changed is taken back, and what came after it stays")
    func older() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["api.yaml": "1\n", "other.yaml": "1\n"])
        let bad = try await sandbox.commit(["api.yaml": "2\n", "new.yaml": "n\n"], in: "work")
        let head = try await sandbox.commit(["other.yaml": "2\n"], in: "work")
        let made = try #require(try revert(sandbox, bad, onto: head))
        #expect(try await sandbox.git("ls-tree", "--name-only", made.hex, in: "work") == "api.yaml\nother.yaml")
        #expect(try await sandbox.git("show", "\(made):api.yaml", in: "work") == "1")
        #expect(try await sandbox.git("show", "\(made):other.yaml", in: "work") == "2")
        let read = try await sandbox.git("log", "-1", "--format=%P|%an|%at|%s", made.hex, in: "work")
        #expect(read == "\(head)|Neap|1700000000|Revert \"B\"")
        #expect(try await sandbox.git("rev-parse", "main", in: "work") == head.hex, "no reference moves")
        #expect(try await sandbox.git("status", "--porcelain", in: "work").isEmpty)
    }

    @Test("of a merge what the branch brought is taken back")
    func merge() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["api.yaml": "1\n", "other.yaml": "1\n"])
        try await sandbox.git("checkout", "-q", "-b", "topic", in: "work")
        try await sandbox.commit(["api.yaml": "2\n"], in: "work")
        try await sandbox.git("checkout", "-q", "main", in: "work")
        try await sandbox.commit(["other.yaml": "2\n"], in: "work")
        try await sandbox.git("merge", "-q", "--no-ff", "-m", "Merge topic", "topic", in: "work")
        let head = try #require(CommitID(try await sandbox.git("rev-parse", "HEAD", in: "work")))
        let made = try #require(try revert(sandbox, head, onto: head))
        #expect(try await sandbox.git("show", "\(made):api.yaml", in: "work") == "1")
        #expect(try await sandbox.git("show", "\(made):other.yaml", in: "work") == "2")
    }

    @Test("what was changed again since is a conflict that names the paths, and nothing is made")
    func conflict() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["a/api.yaml": "1\n"])
        let bad = try await sandbox.commit(["a/api.yaml": "2\n"], in: "work")
        let head = try await sandbox.commit(["a/api.yaml": "3\n"], in: "work")
        let error = #expect(throws: GitError.self) { try revert(sandbox, bad, onto: head) }
        #expect(error == .conflict(commit: bad, paths: ["a/api.yaml"]))
        #expect(error?.description == "\(bad.short) does not revert cleanly, changed again since: a/api.yaml")
    }

    @Test("what is taken back already makes no commit")
    func twice() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["api.yaml": "1\n"])
        let bad = try await sandbox.commit(["api.yaml": "2\n"], in: "work")
        let first = try #require(try revert(sandbox, bad, onto: bad))
        #expect(try revert(sandbox, bad, onto: first) == nil)
    }
}

/// Who wrote a line.
struct BlameTests {
    @Test("a line is from the commit that wrote it, whatever came to other lines later")
    func line() async throws {
        let sandbox = try Sandbox()
        let first = try await sandbox.repository("work", files: ["a/api.yaml": "one\ntwo\nthree\n"])
        let second = try await sandbox.commit(["a/api.yaml": "one\nTWO\nthree\n"], in: "work")
        let third = try await sandbox.commit(["a/api.yaml": "zero\none\nTWO\nthree\n"], in: "work")
        let repository = try Repository(reading: sandbox("work"))
        let origins = try (0...5).map { try repository.origin(ofLine: $0, of: "a/api.yaml", at: third) }
        #expect(origins == [nil, third, first, second, first, nil])
        #expect(try repository.origin(ofLine: 2, of: "a/api.yaml", at: second) == second)
        #expect(try repository.origin(ofLine: 1, of: "a/none.yaml", at: third) == nil)
    }
}
