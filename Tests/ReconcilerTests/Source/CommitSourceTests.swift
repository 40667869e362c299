import GitStore
import Manifest
import Testing

@testable import Reconciler

/// What a commit holds.
struct CommitSourceTests {
    @Test("a commit with more files than are listed is refused as a whole: what is not listed would be taken for gone")
    func excess() async throws {
        let place = try await StatusPlace()
        let made = try place.clone.commit(
            changes: ["a.yaml": Array("a".utf8), "b.yaml": Array("b".utf8)], onto: nil,
            author: Identity(name: "Ada", email: "ada@example.com"), time: 1, message: CommitMessage(subject: "Two"))
        let commit = try #require(made)
        #expect(try CommitSource(place.clone, at: commit, limit: 2).entries().map(\.path) == ["a.yaml", "b.yaml"])
        #expect(throws: GitError.self) { try CommitSource(place.clone, at: commit, limit: 1) }
    }
}
