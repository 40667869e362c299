import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("A world that goes on from what AWS shows")
struct ObservedWorldTests {
    private static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6]

    private func observed(_ world: World, seed: UInt64) throws -> World {
        try World(observed: Observing.observe(world), place: world.place, seed: seed, physics: world.physics)
    }

    /// The same to see at once, and the same in the end.
    ///
    /// How many instances are left in the end is chance where tasks moved: some empty one, some none.
    private func expectSame(_ world: World, seed: UInt64, countingInstances: Bool = true) throws {
        var world = world
        var copy = try observed(world, seed: seed &+ 1000)
        #expect(WorldPicture.whole(copy) == WorldPicture.whole(world))
        // Past the quarter of an hour after which managed scaling lets instances go (aws-facts 3.2), whenever it began.
        world.advance(by: .minutes(90))
        copy.advance(by: .minutes(90))
        #expect(
            WorldPicture.settled(copy, countingInstances: countingInstances)
                == WorldPicture.settled(world, countingInstances: countingInstances))
    }

    @Test("At rest nothing happens, however long it is left alone", arguments: seeds)
    func rest(seed: UInt64) throws {
        let stack = try ReferenceStack(seed: seed)
        var copy = try observed(stack.world, seed: seed &+ 1000)
        let before = WorldPicture.whole(copy)
        #expect(before == WorldPicture.whole(stack.world))
        copy.advance(by: .hours(2))
        #expect(WorldPicture.whole(copy) == before)
        #expect(copy.timeline.entries.map { "\($0.name): \($0.note)" } == [])
    }

    @Test("A rollout that is under way ends as it would have", arguments: seeds)
    func rollout(seed: UInt64) throws {
        var stack = try ReferenceStack(seed: seed)
        try stack.roll("api")
        for _ in 0..<8 {
            stack.world.advance(by: .seconds(5 + Int(seed) * 3))
            try expectSame(stack.world, seed: seed, countingInstances: false)
        }
    }

    @Test("An instance that its group lets go is drained and replaced", arguments: seeds)
    func replacement(seed: UInt64) throws {
        var stack = try ReferenceStack(seed: seed)
        try stack.replaceInstance()
        for _ in 0..<6 {
            stack.world.advance(by: .seconds(8 + Int(seed) * 4))
            try expectSame(stack.world, seed: seed)
        }
    }

    @Test("Tasks that wait for room get the instances that managed scaling brings", arguments: seeds)
    func shortage(seed: UInt64) throws {
        var stack = try ReferenceStack(seed: seed)
        stack.scale("api", to: 16)
        for _ in 0..<6 {
            stack.world.advance(by: .seconds(9 + Int(seed) * 5))
            try expectSame(stack.world, seed: seed, countingInstances: false)
        }
    }

    @Test("A daemon's rollout goes on instance by instance", arguments: seeds)
    func daemon(seed: UInt64) throws {
        var stack = try ReferenceStack(seed: seed)
        try stack.roll("agent", cpu: 64)
        for _ in 0..<6 {
            stack.world.advance(by: .seconds(1 + Int(seed)))
            try expectSame(stack.world, seed: seed)
        }
    }

    @Test("Whatever the moment, everything is to be seen as it was", arguments: seeds)
    func anyMoment(seed: UInt64) throws {
        var stack = try ReferenceStack(seed: seed, protects: seed.isMultiple(of: 2))
        for turn in 0..<12 {
            switch (Int(seed) + turn) % 6 {
            case 0: try stack.roll("api")
            case 1: stack.scale("worker", to: 2 + turn)
            case 2: stack.world.inject(.reclaim(SpotPool(), count: 1))
            case 3: try stack.roll("agent", cpu: 64)
            case 4: stack.scale("api", to: 4 + turn)
            default: try stack.replaceInstance()
            }
            stack.world.advance(by: .seconds(7 + 5 * turn))
            let copy = try observed(stack.world, seed: seed)
            #expect(WorldPicture.whole(copy) == WorldPicture.whole(stack.world))
        }
    }

    @Test("Chance is another one with another seed, and the same with the same")
    func chance() throws {
        var stack = try ReferenceStack(seed: 9)
        try stack.roll("api")
        stack.world.advance(by: .seconds(20))
        let observed = try ObservedWorld(Observing.observe(stack.world), place: stack.world.place)
        #expect(observed.notes == [])
        let ends = [UInt64(1), 1, 2].map { seed in
            var world = observed.world(seed: seed)
            world.advance(by: .minutes(20))
            return world.timeline.entries.map { "\($0.at.milliseconds) \($0.note)" }
        }
        #expect(ends[0] == ends[1])
        #expect(ends[0] != ends[2])
    }
}
