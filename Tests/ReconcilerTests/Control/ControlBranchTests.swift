import GitStore
import Testing

@testable import Reconciler

/// The control branch in a real repository: many writers, no entry lost.
struct ControlBranchTests {
    private let ada = Identity(name: "Ada", email: "ada@example.com")

    private func retry(_ revision: Int) -> ControlFile.Retry {
        .init(service: "api", revision: "api:\(revision)", at: 1_795_521_850 + revision, by: "Ada")
    }

    private func branch(_ place: StatusPlace) -> ControlBranch {
        ControlBranch(of: "production", in: BranchStore(place.clone, place.publisher))
    }

    @Test("two who write at the same time from the same tip lose nothing")
    func race() async throws {
        let place = try await StatusPlace()
        let other = try StatusPlace(sharing: place, clone: "other")
        let first = try await branch(place).add(.retry(retry(1)), onto: nil, author: ada)
        _ = try await branch(other).add(.retry(retry(2)), onto: nil, author: ada)
        _ = try await branch(place).add(.retry(retry(3)), onto: first, author: ada)
        let tip = try await place.publisher.tip(of: branch(place).reference)
        let file = try ControlBranch.load(at: tip, in: place.clone)
        #expect(file.retries.map(\.revision) == ["api:1", "api:2", "api:3"])
        #expect(try await place.git("log", "-1", "--format=%an|%s", branch(place).reference) == "Ada|Retry api api:3")
    }

    @Test("a file that is not understood is not written over")
    func broken() async throws {
        let place = try await StatusPlace()
        let made = try place.clone.commit(
            changes: [ControlFile.path: Array("schema: else\n".utf8)], onto: nil, author: ada, time: 1,
            message: CommitMessage(subject: "Something else"))
        let tip = try #require(made)
        _ = try await place.publisher.publish(tip, at: branch(place).reference, expecting: nil)
        await #expect(throws: ControlError.self) {
            try await branch(place).add(.retry(retry(1)), onto: tip, author: ada)
        }
    }

    @Test("what could not be read back is refused, and the branch stays as it is")
    func excess() async throws {
        let place = try await StatusPlace()
        let wish = ControlBranch.Wish.suspend(.init(nil, at: 1, by: "Ada", why: String(repeating: "x", count: 70_000)))
        await #expect(throws: ControlNotWritten.self) {
            try await branch(place).add(wish, onto: nil, author: ada)
        }
        #expect(try await place.publisher.tip(of: branch(place).reference) == nil)
    }

    @Test("a file that is too large to be read says so as any other that is not understood")
    func large() async throws {
        let place = try await StatusPlace()
        let made = try place.clone.commit(
            changes: [ControlFile.path: Array(repeating: UInt8(ascii: "#"), count: 70_000)], onto: nil, author: ada,
            time: 1, message: CommitMessage(subject: "Something large"))
        #expect(throws: ControlError.self) { try ControlBranch.load(at: made, in: place.clone) }
    }
}
