import Model
import Planning
import Testing

@testable import Reconciler

/// How long turns go on.
struct ReconcileLoopTests {
    @Test("a write that AWS takes and does not show ends, instead of being written for ever", .timeLimit(.minutes(10)))
    func neverVisible() async throws {
        var world = World()
        world.add("Disk", "a", ["size": 2])
        await world.aws.put("Disk/a", ["size": 1, "arn": "arn:test:Disk/a"])
        await world.aws.fail("Update Disk/a", .ignored)
        let clock = JumpingClock()
        let stop = WriteGate { [aws = world.aws] in await aws.writes.count >= 50 ? "stopped" : nil }
        let turn = try await world.settle(gate: stop, clock: clock)
        #expect(await world.aws.writes.count < 20)
        #expect(!turn.isSettled)
    }

    @Test("the plan that is given back is the whole pass's, not the last turn's")
    func planned() async throws {
        let world = World.chain
        let (turn, planned) = try await ReconcileLoop(world.pass(), clock: JumpingClock()).runUntilWritten()
        #expect(planned.steps.count == 4)
        #expect(turn.plan.steps.isEmpty)
    }

    @Test("waiting for everything to be well ends at once when it is")
    func settled() async throws {
        let (world, clock) = (World.chain, JumpingClock())
        let (turn, timedOut) = try await ReconcileLoop(world.pass(), clock: clock).runUntilSettled(
            deadline: .seconds(60))
        #expect(turn.isSettled)
        #expect(!timedOut)
        #expect(clock.sleeps == [])
    }

    @Test("waiting ends at the deadline, which is kept on the clock alone")
    func deadline() async throws {
        let (world, clock) = (World.chain, JumpingClock())
        await world.aws.blind("Disk", .throttled)
        let loop = ReconcileLoop(world.pass(), clock: clock)
        let (turn, timedOut) = try await loop.runUntilSettled(deadline: .seconds(30))
        #expect(timedOut)
        #expect(!turn.isSettled)
        #expect(clock.now.offset >= .seconds(30))
    }
}
