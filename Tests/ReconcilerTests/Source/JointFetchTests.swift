import GitStore
import Synchronization
import Testing

@testable import Reconciler

@Suite("Fetches that many share")
struct JointFetchTests {
    /// Answers when it is told to, and remembers what it was asked.
    private actor Server {
        private(set) var questions: [[String]] = []
        private var waiting: [CheckedContinuation<Void, Never>] = []
        private var isOpen = false

        func ask(_ names: [String]) async throws -> [String: CommitID] {
            questions.append(names)
            if let bad = names.first(where: { $0.hasSuffix(".lock") }) {
                throw GitError.invalidReference(name: bad, reason: "of the test")
            }
            if !isOpen { await withCheckedContinuation { waiting.append($0) } }
            return [:]
        }

        func open() {
            isOpen = true
            for waiter in waiting { waiter.resume() }
            waiting = []
        }

        func wait(forQuestions count: Int) async { while questions.count < count { await Task.yield() } }
    }

    @Test("whoever comes while the server is asked shares the next question, which names all")
    func shared() async throws {
        let server = Server()
        let joint = JointFetch { try await server.ask($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { _ = try await joint.fetch(["a"]) }
            await server.wait(forQuestions: 1)
            for name in ["b", "c", "d"] { group.addTask { _ = try await joint.fetch([name]) } }
            for _ in 0..<1_000 { await Task.yield() }
            await server.open()
            try await group.waitForAll()
        }
        #expect(await server.questions == [["a"], ["a", "b", "c", "d"]])
    }

    @Test("an answer whose question began before is not taken: a push may have come between")
    func fresh() async throws {
        let server = Server()
        await server.open()
        let joint = JointFetch { try await server.ask($0) }
        _ = try await joint.fetch(["a"])
        _ = try await joint.fetch(["a"])
        #expect(await server.questions.count == 2)
    }

    @Test("a name that is not legal fails only who asked for it")
    func illegal() async throws {
        let server = Server()
        await server.open()
        let joint = JointFetch { try await server.ask($0) }
        await #expect(throws: GitError.self) { try await joint.fetch(["x.lock"]) }
        _ = try await joint.fetch(["a"])
        #expect(await server.questions.last == ["a"])
    }

    @Test("when the one that asks is cancelled, another asks in its place")
    func cancelled() async throws {
        let server = Server()
        let joint = JointFetch { names in
            _ = try await server.ask(names)
            try Task.checkCancellation()
            return [:]
        }
        let first = Task { try await joint.fetch(["a"]) }
        await server.wait(forQuestions: 1)
        let second = Task { try await joint.fetch(["b"]) }
        for _ in 0..<1_000 { await Task.yield() }
        first.cancel()
        await server.open()
        await #expect(throws: CancellationError.self) { try await first.value }
        _ = try await second.value
        #expect(await server.questions.count == 2)
    }
}
