import Testing

@testable import Reconciler

/// Whether a commit is still the newest, and what that means for writes.
@Suite("The watch of Git's tip")
struct TipWatchTests {
    private let source = MovingSource([:])
    private let clock = JumpingClock()

    private func watch() -> TipWatch { TipWatch(source, while: SourceCommit.test.id, clock: clock) }

    @Test("Git is asked every two seconds at most, whoever wants to know")
    func pace() async throws {
        let watch = watch()
        for _ in 0..<40 {
            try await clock.sleep(for: .milliseconds(250))
            _ = await watch.hasMoved()
        }
        #expect(await source.asked == 5)
    }

    @Test("a newer tip is seen within two seconds and stays seen")
    func moved() async throws {
        let watch = watch()
        try await clock.sleep(for: .seconds(2))
        #expect(await !watch.hasMoved())
        await source.push("2")
        try await clock.sleep(for: .seconds(2))
        #expect(await watch.hasMoved())
        #expect(await watch.newer == String(repeating: "2", count: 40))
        #expect(await watch.hasMoved())
        #expect(await source.asked == 2)
    }

    @Test("Git that does not answer is no newer commit, and is left alone for a while")
    func silent() async throws {
        let watch = watch()
        await source.fallSilent()
        for _ in 0..<29 {
            try await clock.sleep(for: .seconds(1))
            #expect(await !watch.hasMoved())
        }
        #expect(await source.asked == 1)
    }

    @Test("a write whose turn comes after a newer commit is not made")
    func gate() async throws {
        let world = World.chain
        let watch = watch()
        await source.push("2")
        try await clock.sleep(for: .seconds(2))
        let turn = await world.pass(gate: WriteGate.open.closing(with: watch)).run(.everything)
        #expect(await world.aws.written == [])
        #expect(turn.states.values.contains { $0.problem?.message == "a newer commit came" })
    }
}
