import GitStore
import Model
import Testing

@testable import Reconciler

/// Which commits have to be signed, and what is said of them.
struct CommitVerifierTests {
    private let key = SigningKey()

    private func verify(
        _ history: MemoryHistory?, _ digit: Character, applied: Character?, observed: Character? = nil,
        verified: Character? = nil,
        _ mode: VerificationPolicy.Mode = .firstParents, told: [Condition] = []
    ) async throws -> VerifiedTip {
        var tip = SourceCommit.test
        tip.id = .id(digit)
        var memory = StatusMemory()
        memory.applied = applied.map { .id($0) }
        memory.observed = observed.map { .id($0) }
        memory.verified = verified.map { .id($0) }
        memory.environmentConditions = told
        return try await CommitVerifier(policy: try key.policy(mode), history: history, now: 1_767_225_600)
            .verify(tip, after: memory)
    }

    private func refusal(_ verify: () async throws -> VerifiedTip) async throws -> UnverifiedCommit {
        let error = try #require(await #expect(throws: SourceError.self) { _ = try await verify() })
        guard case .unverified(let commit) = error else { throw error }
        return commit
    }

    @Test("every commit after the applied one is checked, and the oldest that is not signed is named")
    func range() async throws {
        let history = try MemoryHistory("12345", signed: "1235", by: key)
        #expect(try await verify(history, "3", applied: "1").count == 2)
        let stop = try await refusal { try await verify(history, "5", applied: "1") }
        #expect(stop.commit.id == .id("4"))
        #expect(stop.reason == .unsigned)
        #expect(
            "\(stop)"
                == "444444444444 by Ada <ada@example.com>, \"change 4\", is refused: it is not signed; nothing is applied "
                + "until every commit after 111111111111 is signed by a trusted key")
    }

    @Test("without one that was applied, what was seen counts, and without that the tip alone, which is said")
    func first() async throws {
        let history = try MemoryHistory("1234", signed: "14", by: key)
        #expect(try await refusal { try await verify(history, "4", applied: nil, observed: "2") }.commit.id == .id("3"))
        let first = try await verify(history, "4", applied: nil)
        #expect(first.count == 1)
        #expect(first.message.hasPrefix("4444444 is signed by ada@example.com (ED25519 SHA256:"))
        #expect(first.message.hasSuffix("; it alone was checked, as nothing is on record as applied"))
    }

    @Test("what was found good once is not asked again, though it was never wholly applied")
    func once() async throws {
        let history = try MemoryHistory("1234", signed: "4", by: key)
        #expect(try await verify(history, "4", applied: "1", observed: "3", verified: "3").count == 1)
        #expect(try await refusal { try await verify(history, "4", applied: "1", observed: "3") }.commit.id == .id("2"))
    }

    @Test("mode head checks the tip alone, and says so")
    func head() async throws {
        let history = try MemoryHistory("1234", signed: "4", by: key)
        let tip = try await verify(history, "4", applied: "1", .head)
        #expect(tip.count == 1 && tip.message.hasSuffix("; commits before it are not checked"))
    }

    @Test("the tip is checked also when it was applied already, and the same is said of it as when it was new")
    func again() async throws {
        let history = try MemoryHistory("12", signed: "2", by: key)
        let message = try await verify(history, "2", applied: nil).message
        let told = Condition(
            .sourceVerified, true, .verified, message, at: "2026-01-01T00:00:00Z", commit: .id("2"), after: [])
        #expect(try await verify(history, "2", applied: "2", told: [told]).message == message)
        let stop = try await refusal { try await verify(history, "1", applied: "1") }
        #expect(stop.commit.id == .id("1"))
    }

    @Test("a signature by somebody else, or of something else, is bad")
    func bad() async throws {
        var history = try MemoryHistory("12", signed: "2", by: SigningKey())
        let unknown = try await refusal { try await verify(history, "2", applied: "1") }
        #expect(unknown.reason == .badSignature && unknown.why.contains("none of the trusted keys"))
        history.signatures = [.id("2"): .init(signature: try key.sign("this").signature, payload: Array("that".utf8))]
        let wrong = try await refusal { try await verify(history, "2", applied: "1") }
        #expect(wrong.reason == .badSignature && wrong.why.contains("does not fit its content"))
    }

    @Test("what can not be checked is refused: no history, or too much of it")
    func unchecked() async throws {
        #expect(try await refusal { try await verify(nil, "2", applied: "1") }.reason == .unverified)
        var history = try MemoryHistory("1", signed: "2", by: key)
        let many = (0...VerificationPolicy.limit).map { CandidateCommit(id: "\($0)", author: "", subject: "") }
        history.commits += many + [CandidateCommit(id: .id("2"), author: "Ada", subject: "")]
        let stop = try await refusal { try await verify(history, "2", applied: "1") }
        #expect(stop.reason == .unverified && stop.why.contains("more than 1000 commits"))
    }

    @Test("what an author wrote can not steer a terminal")
    func neutral() {
        let commit = CandidateCommit(id: .id("1"), author: "A\u{1b}[2J", subject: "b\nc")
        #expect(commit.author == "A [2J" && commit.subject == "b c")
    }
}
