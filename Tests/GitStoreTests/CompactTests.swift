import FoundationEssentials
import Testing

@testable import GitStore

/// A clone that lives long: packs and loose objects are merged, and every object stays.
struct CompactTests {
    private func packs(_ sandbox: Sandbox) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: sandbox("cache/repository.git/objects/pack"))
            .filter { $0.hasSuffix(".pack") }
    }

    /// Commits one on top of the other; each time, what is loose becomes a pack as a fetch would leave it.
    private func history(_ count: Int, _ sandbox: Sandbox, _ repository: Repository) async throws -> [CommitID] {
        var commits: [CommitID] = []
        for number in 0..<count {
            let next = try #require(
                try repository.write(["a/\(number % 7).yaml": "\(number)", "b.yaml": "\(number)"], onto: commits.last))
            commits.append(next)
            try repository.setReference(
                "refs/heads/main", to: next, expecting: commits.count > 1 ? commits[commits.count - 2] : nil)
            _ = try await sandbox.git("repack", "-q", "-d", in: "cache/repository.git")
        }
        return commits
    }

    @Test("many small packs become one, and everything can be read as before, by us and by git")
    func packs() async throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        let commits = try await history(12, sandbox, repository)
        #expect(try packs(sandbox).count == 12)
        #expect(try !repository.compact(packs: 12))
        #expect(try repository.compact(packs: 11))
        #expect(try packs(sandbox).count == 1)
        for (number, commit) in commits.enumerated() {
            #expect(try repository.text(at: "b.yaml", in: commit) == "\(number)")
        }
        #expect(try await sandbox.git("rev-list", "--count", "main", in: "cache/repository.git") == "12")
        _ = try await sandbox.git("fsck", "--strict", in: "cache/repository.git")
        #expect(try !repository.compact(packs: 11))
    }

    @Test("loose objects are merged, those too that no reference leads to")
    func loose() async throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        var tip: CommitID?
        for number in 0..<40 {
            tip = try repository.write(["a": "\(number)", "b": "x\(number)"], onto: tip)
        }
        let last = try #require(tip)
        #expect(try repository.compact(loose: -1))
        let counted = try await sandbox.git("count-objects", "-v", in: "cache/repository.git")
        #expect(counted.contains("count: 0\n"))
        #expect(counted.contains("packs: 1\n"))
        #expect(try repository.text(at: "a", in: last) == "39")
        let next = try #require(try repository.write(["a": "40"], onto: last))
        #expect(try repository.text(at: "b", in: next) == "x39")
    }

    @Test("a second handle that was open meanwhile finds everything")
    func others() async throws {
        let sandbox = try Sandbox()
        let repository = try Repository(cache: sandbox("cache"))
        let commits = try await history(8, sandbox, repository)
        let other = try Repository(reading: sandbox("cache/repository.git"))
        #expect(try other.text(at: "b.yaml", in: commits[0]) == "0")
        #expect(try repository.compact(packs: 3))
        for (number, commit) in commits.enumerated() {
            #expect(try other.text(at: "b.yaml", in: commit) == "\(number)")
        }
    }

    @Test("somebody else's repository is left as it is")
    func foreign() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["a": "1"])
        #expect(try !Repository(writing: sandbox("work")).compact(packs: -1, loose: -1))
    }
}

extension Repository {
    fileprivate func text(at path: String, in commit: CommitID) throws -> String {
        let id = try #require(try entry(at: path, in: commit)?.blob)
        return String(decoding: try blob(id), as: UTF8.self)
    }
}
