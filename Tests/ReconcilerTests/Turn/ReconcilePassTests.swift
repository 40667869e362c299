import Model
import Planning
import Testing

@testable import Reconciler

/// Turns over an account in memory.
struct ReconcilePassTests {
    @Test("what is wanted is made in order, and a second pass writes nothing")
    func createThenNothing() async throws {
        let world = World.chain
        let turn = try await world.settle()
        #expect(await world.aws.written == ["Create Disk/a", "Create Machine/a", "Create Door/a", "Open Door/a"])
        #expect(turn.isSettled)
        #expect(turn.states.values.allSatisfy { $0.sync == .synced && $0.wasWritten })
        #expect(await world.aws.things["Machine/a"]?["disk"] == "arn:test:Disk/a")
        await world.aws.forgetCalls()
        let second = try await world.settle()
        #expect(await world.aws.written == [])
        #expect(second.isSettled)
        #expect(second.states.values.allSatisfy { !$0.wasWritten })
    }

    @Test("a change writes only the member that differs, and says what it changed")
    func update() async throws {
        var world = World.chain
        _ = try await world.settle()
        await world.aws.forgetCalls()
        world.add("Disk", "a", ["size": 2])
        let turn = try await world.settle()
        #expect(await world.aws.writes.map(\.input) == [["name": "a", "size": 2]])
        let state = try #require(turn.states[ResourceID("Disk", "a")])
        #expect(state.written.map(\.path) == ["/size"])
        #expect(state.wasWritten)
    }

    @Test("a failure stops only what stands on it, the rest is applied")
    func failureIsLocal() async throws {
        var world = World.chain
        world.add("Disk", "b", [:])
        await world.aws.fail("Create Disk/a", .refusal(.refused))
        let turn = try await world.settle()
        #expect(await world.aws.written.sorted() == ["Create Disk/a", "Create Disk/b"])
        #expect(turn.states[ResourceID("Disk", "a")]?.problem?.reason == .applyFailed)
        #expect(turn.states[ResourceID("Disk", "a")]?.problem?.isStalled == true)
        #expect(turn.states[ResourceID("Machine", "a")]?.problem?.reason == .dependencyFailed)
        #expect(turn.states[ResourceID("Door", "a")]?.problem?.reason == .dependencyFailed)
        #expect(turn.states[ResourceID("Disk", "b")]?.isSettled == true)
        #expect(!turn.isSettled)
    }

    @Test("access that is denied names the missing action")
    func denied() async throws {
        let world = World.chain
        await world.aws.fail("Create Disk/a", .refusal(.denied))
        let problem = try await world.settle().states[ResourceID("Disk", "a")]?.problem
        #expect(problem?.reason == .accessDenied)
        #expect(problem?.message.contains("test:CreateDisk") == true)
    }

    @Test("a permanent failure is not tried again within a pass, also when steps before it went well")
    func permanentFailureOnce() async throws {
        var world = World()
        world.add("Machine", "a", ["disk": "d1", "size": 1])
        world.add("Disk", "b", [:])
        await world.aws.put("Machine/a", ["disk": "d0", "size": 0, "arn": "arn"])
        await world.aws.fail("Update Machine/a", .none, .refusal(.refused))
        let turn = try await world.settle()
        let updates = await world.aws.writes.filter { $0.operation == "UpdateMachine" }
        #expect(updates.map(\.input) == [["name": "a", "disk": "d1"], ["name": "a", "size": 1]])
        #expect(turn.states[ResourceID("Machine", "a")]?.problem?.isStalled == true)
    }

    @Test("a failure that may pass is tried again after a pause, on the clock alone")
    func transientFailure() async throws {
        let (world, clock) = (World.chain, JumpingClock())
        await world.aws.fail("Create Disk/a", .refusal(.throttled))
        let jumps = JumpingClock { [aws = world.aws] in await aws.work("Create Disk/a") }
        let turn = try await world.settle(clock: jumps)
        #expect(turn.isSettled)
        #expect(jumps.sleeps == [.seconds(1)])
        #expect(clock.sleeps == [])
        #expect(await world.aws.madeTwice == [])
    }

    @Test("a failure that does not pass ends the pass after its patience")
    func patience() async throws {
        let (world, clock) = (World.chain, JumpingClock())
        await world.aws.fail("Create Disk/a", .refusal(.throttled))
        let turn = try await world.settle(clock: clock)
        #expect(clock.now.offset == .seconds(1 + 2 + 4))
        #expect(turn.retryable == [ResourceID("Disk", "a")])
    }

    @Test("a step that waits for a state runs in a later turn")
    func deferred() async throws {
        let world = World.chain
        await world.aws.put(
            "Machine/a", ["disk": "arn:test:Disk/a", "size": 1, "arn": "arn:test:Machine/a", "state": "STARTING"])
        await world.aws.put("Disk/a", ["size": 1, "arn": "arn:test:Disk/a"])
        let first = await world.pass().run(.everything)
        #expect(await world.aws.written == ["Create Door/a"])
        #expect(
            first.states[ResourceID("Door", "a")]?.problem
                == .init(
                    reason: .waiting, message: "Machine/a is not ready yet", isStalled: false))
        let clock = JumpingClock { [aws = world.aws] in
            await aws.put(
                "Machine/a", ["disk": "arn:test:Disk/a", "size": 1, "arn": "arn:test:Machine/a", "state": "READY"])
        }
        let (turn, _) = try await ReconcileLoop(world.pass(), clock: clock).runUntilWritten(.everything, after: first)
        #expect(await world.aws.written == ["Create Door/a", "Open Door/a"])
        #expect(turn.isSettled)
        #expect(!clock.sleeps.isEmpty)
    }

    @Test("what was made just now and is not visible yet is not made again")
    func notVisibleYet() async throws {
        let world = World.chain
        await world.aws.hide("Disk/a", for: 2)
        let clock = JumpingClock()
        let turn = try await world.settle(clock: clock)
        #expect(await world.aws.madeTwice == [])
        #expect(await world.aws.written.filter { $0 == "Create Disk/a" }.count == 1)
        #expect(turn.isSettled)
    }

    @Test(
        "a reply that is lost after AWS acted leads to the same state and to no second thing",
        arguments: ["Create Disk/a", "Create Machine/a", "Create Door/a", "Open Door/a"])
    func lostReply(_ write: String) async throws {
        let (world, clean) = (World.chain, World.chain)
        let lost = MemoryAWS.Fault.lostReply
        await world.aws.fail(write, lost)
        let jumps = JumpingClock { [aws = world.aws] in await aws.work(write) }
        let turn = try await world.settle(clock: jumps)
        _ = try await clean.settle()
        #expect(turn.isSettled)
        #expect(await world.aws.madeTwice == [])
        #expect(await world.aws.things == clean.aws.things)
    }

    @Test(
        "stopped before any step and begun again, a pass comes to the same state and makes nothing twice",
        arguments: 0..<5)
    func killPoints(_ count: Int) async throws {
        let (world, clean) = (World.chain, World.chain)
        let gate = WriteGate { [aws = world.aws] in await aws.writes.count >= count ? "stopped" : nil }
        let stopped = try await world.settle(gate: gate)
        #expect(await world.aws.writes.count == min(count, 4))
        #expect(!stopped.isSettled)
        _ = try await world.settle()
        _ = try await clean.settle()
        #expect(await world.aws.things.keys.sorted() == clean.aws.things.keys.sorted())
        for (name, thing) in await clean.aws.things {
            #expect(await world.aws.things[name] == thing)
        }
        #expect(await world.aws.madeTwice == [])
        #expect(await world.aws.writes.count == 4)
    }

    @Test("a closed gate writes nothing and does not wait")
    func closedGate() async throws {
        let (world, clock) = (World.chain, JumpingClock())
        let turn = try await world.settle(gate: .closed, clock: clock)
        #expect(await world.aws.written == [])
        #expect(turn.execution.outcomes["Disk/a#0"] == .skipped("stopped"))
        #expect(clock.sleeps == [])
        #expect(!turn.isSettled)
    }

    @Test("what can not be observed blocks itself and what stands on it, nothing else")
    func unknownIsLocal() async throws {
        var world = World.chain
        world.add("Machine", "b", ["disk": "arn:other", "size": 1])
        await world.aws.blind("Disk", .throttled)
        let turn = await world.pass().run(.everything)
        #expect(await world.aws.written == ["Create Machine/b"])
        #expect(turn.states[ResourceID("Disk", "a")]?.sync == .unknown)
        #expect(turn.states[ResourceID("Disk", "a")]?.health.status == .unknown)
        #expect(turn.states[ResourceID("Machine", "a")]?.problem?.reason == .dependencyFailed)
        #expect(turn.states[ResourceID("Machine", "b")]?.wasWritten == true)
    }

    @Test("a scoped turn looks at its scope and what stands on it, and leaves the rest's state alone")
    func scope() async throws {
        var world = World.chain
        world.add("Disk", "b", [:])
        world.add("Machine", "b", ["disk": .reference(ResourceID("Disk", "b"), "arn")])
        let first = try await world.settle()
        await world.aws.forgetCalls()
        await world.aws.put("Disk/b", nil)
        let turn = await world.pass().run(.only([ResourceID("Machine", "a")]), after: first)
        #expect(await world.aws.described == ["Door/a", "Machine/a"])
        #expect(await world.aws.written == [])
        #expect(turn.states.count == 5)
        #expect(turn.states[ResourceID("Disk", "b")]?.isSettled == true)
    }

    @Test("a scoped turn does not write outside its scope, even when it knows of something to do there")
    func scopeWritesInside() async throws {
        var world = World.chain
        world.add("Disk", "b", ["size": 1])
        await world.aws.fail("Create Disk/b", .refusal(.throttled))
        let first = await world.pass().run(.everything)
        await world.aws.work("Create Disk/b")
        await world.aws.forgetCalls()
        _ = await world.pass().run(.only([ResourceID("Disk", "a")]), after: first)
        #expect(await !world.aws.written.contains("Create Disk/b"))
        #expect(await world.aws.written == ["Open Door/a"])
    }

    @Test("planning alone writes nothing")
    func planOnly() async {
        let world = World.chain
        let turn = await world.pass().plan(.everything)
        #expect(turn.plan.steps.map(\.id) == ["Disk/a#0", "Machine/a#0", "Door/a#0", "Door/a#1"])
        #expect(turn.states.isEmpty)
        #expect(await world.aws.written == [])
    }

    @Test("a change that needs a replacement is refused and said, the rest is applied")
    func replacement() async throws {
        var world = World()
        world.add("Disk", "a", ["color": "red"])
        world.add("Disk", "b", [:])
        await world.aws.put("Disk/a", ["color": "blue", "arn": "arn:test:Disk/a"])
        let turn = try await world.settle()
        #expect(await world.aws.written == ["Create Disk/b"])
        #expect(
            turn.states[ResourceID("Disk", "a")]?.problem
                == .init(
                    reason: .needsReplacement,
                    message: "/color can only be set at creation. "
                        + "Give the new one another name, or take the change back",
                    isStalled: true))
    }

    @Test("drift is only reported where the policy says so")
    func reportedDrift() async throws {
        var world = World()
        world.add("Disk", "a", ["size": 1])
        _ = try await world.settle()
        let hash = try #require(world.target.specHashes[ResourceID("Disk", "a")])
        world.memory.records[ResourceID("Disk", "a")] = AppliedRecord(commit: "1", specHash: hash, stated: ["/size"])
        world.drift = .byPolicy(now: 100, correctAfter: 0)
        await world.aws.put("Disk/a", ["size": 5, "arn": "arn:test:Disk/a"])
        await world.aws.forgetCalls()
        let turn = try await world.settle()
        #expect(await world.aws.written == [])
        #expect(turn.states[ResourceID("Disk", "a")]?.problem?.reason == .driftReported)
    }
}
