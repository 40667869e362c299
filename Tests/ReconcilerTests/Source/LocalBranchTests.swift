import GitStore
import Testing

@testable import Reconciler

@Suite("A branch of a repository on this machine")
struct LocalBranchTests {
    private static let here = "refs/heads/neap/status/production"
    private static let fetched = "refs/remotes/origin/neap/status/production"

    /// A commit of Ada's.
    private func commit(_ text: String, onto parent: CommitID?, in repository: Repository) throws -> CommitID {
        let made = try repository.commit(
            changes: ["a": Array(text.utf8)], onto: parent, author: Identity(name: "Ada", email: "ada@example.com"),
            time: 1, message: CommitMessage(subject: text))
        return try #require(made)
    }

    private func repository(_ place: StatusPlace) throws -> Repository {
        try Repository(writing: place.root + "/remote.git")
    }

    @Test("what is ahead counts, here or on origin, and what is written goes on from there")
    func follows() async throws {
        let place = try await StatusPlace()
        let repository = try repository(place)
        let publisher = LocalPublisher(repository: repository)
        #expect(try await publisher.tip(of: Self.here) == nil)
        let first = try commit("one", onto: nil, in: repository)
        let second = try commit("two", onto: first, in: repository)
        let third = try commit("three", onto: second, in: repository)
        try repository.setReference(Self.here, to: first, expecting: nil)
        try repository.setReference(Self.fetched, to: second, expecting: nil)
        #expect(try await publisher.tip(of: Self.here) == second)
        #expect(try await publisher.publish(third, at: Self.here, expecting: first) == .moved(actual: second))
        #expect(try await publisher.publish(third, at: Self.here, expecting: second) == .pushed)
        #expect(try await publisher.tip(of: Self.here) == third)
        #expect(try publisher.problem(of: Self.here) == nil)
    }

    @Test("a branch that has gone apart from origin's is not written to, and the way out is named")
    func apart() async throws {
        let place = try await StatusPlace()
        let repository = try repository(place)
        let publisher = LocalPublisher(repository: repository)
        let own = try commit("here", onto: nil, in: repository)
        let theirs = try commit("there", onto: nil, in: repository)
        try repository.setReference(Self.here, to: own, expecting: nil)
        try repository.setReference(Self.fetched, to: theirs, expecting: nil)
        #expect(try await publisher.tip(of: Self.here) == theirs)
        let branch = StatusBranch(Self.here, of: "production", in: repository, publisher: publisher)
        #expect(throws: SourceError.self) { try branch.checkWritable() }
        let next = try commit("next", onto: theirs, in: repository)
        let problem = try #require(try publisher.problem(of: Self.here))
        #expect(problem.contains("git branch --move neap/status/production neap/status/production-aside"))
        let refused = try await publisher.publish(next, at: Self.here, expecting: theirs)
        #expect(refused == .rejected(reason: problem))
        #expect(try repository.reference(Self.here) == own)
        try repository.removeReference(Self.here, expecting: own)
        #expect(try await publisher.publish(next, at: Self.here, expecting: theirs) == .pushed)
    }
}
