import Model
import Testing

@testable import Simulation

@Suite("What always holds of groups, whatever happens")
struct FleetPropertyTests {
    /// A group that is pushed about by chance for an hour, looked at every few seconds.
    private struct Run {
        var world: World
        let id: GroupID
        private let dice: Dice
        private var turn: UInt64 = 0

        init(seed: UInt64) throws {
            dice = Dice(seed: seed &+ 1000)
            world = FleetWorld.make(seed: seed)
            let base = Int(dice.number(in: 0...3, .load, 1))
            let percentage = Int(dice.number(in: 0...4, .load, 2)) * 25
            let strategies = ["lowest-price", "capacity-optimized", "price-capacity-optimized"]
            let strategy = strategies[Int(dice.number(in: 0...2, .load, 3))]
            let mixed = FleetWorld.mixed(base: base, percentage: percentage, strategy: strategy)
            var settings = FleetWorld.settings(1, 12, Int(dice.number(in: 1...12, .load, 4)), mixed: mixed)
            settings.newInstancesProtected = dice.number(in: 0...3, .load, 5) == 0
            settings.capacityRebalance = dice.number(in: 0...1, .load, 6) == 0
            id = try world.createGroup(name: "web", settings: settings, tags: [], hooks: [])
        }

        private mutating func roll(_ most: Int64) -> Int64 {
            turn += 1
            return dice.number(in: 0...most, .load, 9, turn: turn)
        }

        /// Does something by chance.
        mutating func push() throws {
            let zone = world.place.zones[Int(roll(2))]
            switch roll(9) {
            case 0, 1, 2: try world.setDesiredCapacity(id, Int(roll(11)) + 1, cause: "")
            case 3: world.inject(.reclaim(SpotPool(zone: zone), count: 1))
            case 4: world.inject(.rebalance(SpotPool(zone: zone)))
            case 5: world.inject(.loseZone(zone))
            case 6: for zone in world.place.zones { world.inject(.restoreZone(zone)) }
            case 7: if let name = pick() { world.inject(.failInstance(name)) }
            case 8: if let name = pick() { try? world.setProtection(id, instances: [name], roll(1) == 0) }
            default: refresh()
            }
            world.advance(by: .seconds(Int(roll(90)) + 1))
        }

        private mutating func pick() -> String? {
            let names = world.serving(id).map(\.id)
            return names.isEmpty ? nil : names[Int(roll(Int64(names.count) - 1))]
        }

        private mutating func refresh() {
            var preferences = InstanceRefresh.Preferences()
            preferences.minHealthyPercentage = 50 + Int(roll(2)) * 25
            preferences.maxHealthyPercentage = 100 + Int(roll(2)) * 25
            preferences.scaleInProtectedInstances = .ignore
            let version = String(roll(2) + 1)
            let desired = InstanceRefresh.Configuration(
                source: .template(id: "lt-1", version: version), mixed: world.fleet.groups[id]?.settings.mixed)
            _ = try? world.startRefresh(id, preferences: preferences, desired: desired, shownDesired: .null)
        }

        /// Brings everything back and lets the group settle.
        mutating func calm() {
            for zone in world.place.zones { world.inject(.restoreZone(zone)) }
            world.advance(by: .hours(2))
            for instance in world.serving(id) { try? world.setProtection(id, instances: [instance.id], false) }
            world.advance(by: .hours(1))
        }
    }

    /// Instances that may be there beyond the maximum: replacements before their predecessors end.
    private func overshoot(_ world: World, _ id: GroupID) -> Int {
        world.members(id).count { $0.leaving != nil } + world.members(id).count(where: \.isProtected)
    }

    @Test(
        "capacity stays below the maximum but for replacements, and every instance is accounted for", arguments: 0..<150
    )
    func bounds(seed: UInt64) throws {
        var run = try Run(seed: seed)
        for _ in 0..<40 {
            try run.push()
            let world = run.world
            let counted = world.members(run.id).count { $0.isCounted }
            #expect(counted <= 12 + overshoot(world, run.id))
            for member in world.members(run.id) {
                #expect(world.key(member) != nil)
                #expect(member.group == run.id)
            }
            let listed = Set(world.fleet.groups[run.id]?.instances ?? [])
            for handle in world.fleet.instances.handles {
                let isGone = world.fleet.instances[handle]?.lifecycle == .terminated
                #expect(listed.contains(handle) != isGone)
            }
        }
    }

    @Test("in the end the number, the on-demand share and the zones are right", arguments: 0..<100)
    func settles(seed: UInt64) throws {
        var run = try Run(seed: seed)
        for _ in 0..<30 { try run.push() }
        run.calm()
        let world = run.world
        let settings = try #require(world.fleet.groups[run.id]?.settings)
        #expect(world.serving(run.id).count == settings.desiredCapacity)
        #expect(world.members(run.id).count == settings.desiredCapacity)
        let counts = world.byZone(run.id)
        #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
    }

    @Test(
        "the base is on demand first, always; the share holds but for one where a scale-in keeps zones even",
        arguments: 0..<100)
    func share(seed: UInt64) throws {
        let dice = Dice(seed: seed)
        var world = FleetWorld.make(seed: seed)
        let split = PurchaseSplit(
            base: Int(dice.number(in: 0...4, .load, 1)), percentage: Int(dice.number(in: 0...100, .load, 2)))
        let mixed = FleetWorld.mixed(base: split.base, percentage: split.percentage)
        let id = try world.group(FleetWorld.settings(0, 20, 3, mixed: mixed))
        for turn in 0..<12 {
            let count = Int(dice.number(in: 0...20, .load, 3, turn: UInt64(turn)))
            try world.setDesiredCapacity(id, count, cause: "")
            world.advance(by: .minutes(2))
            #expect(world.serving(id).count == count)
            #expect(world.onDemand(id) >= min(count, split.base))
            #expect(abs(world.onDemand(id) - split.onDemand(of: count)) <= 1)
        }
    }

    @Test("no protected instance is scaled in", arguments: 0..<100)
    func protection(seed: UInt64) throws {
        let dice = Dice(seed: seed)
        var world = FleetWorld.make(seed: seed)
        let id = try world.group(FleetWorld.settings(0, 12, 10, mixed: FleetWorld.mixed(percentage: 50)))
        let protected = world.serving(id).map(\.id).enumerated()
            .filter { dice.bits(.load, 1, turn: UInt64($0.offset)) % 2 == 0 }.map(\.element)
        try world.setProtection(id, instances: protected, true)
        for turn in 0..<8 {
            try world.setDesiredCapacity(id, Int(dice.number(in: 0...12, .load, 2, turn: UInt64(turn))), cause: "")
            world.advance(by: .seconds(100))
            let serving = Set(world.serving(id).map(\.id))
            #expect(serving.isSuperset(of: protected))
        }
    }

    @Test("the same seed gives the same timeline", arguments: 0..<10)
    func same(seed: UInt64) throws {
        func timeline() throws -> [String] {
            var run = try Run(seed: seed)
            for _ in 0..<30 { try run.push() }
            return run.world.timeline.entries.map { "\($0.at.milliseconds) \($0.name) \($0.note)" }
                + run.world.timeline.fleet.map { "\($0)" }
        }
        #expect(try timeline() == timeline())
    }

    @Test("a thousand instances in one group and a hundred groups cost nothing while nothing happens")
    func quiet() throws {
        var world = FleetWorld.make()
        let large = try world.group(FleetWorld.settings(0, 1000, 1000, mixed: FleetWorld.mixed(percentage: 20)))
        for number in 0..<100 {
            _ = try world.createGroup(
                name: "g\(number)", settings: FleetWorld.settings(0, 4, 2), tags: [], hooks: [])
        }
        world.advance(by: .minutes(10))
        #expect(world.serving(large).count == 1000)
        let waiting = world.queue.count
        let seen = world.timeline.entries.count
        world.advance(by: .hours(10))
        #expect(world.queue.count <= waiting)
        #expect(world.timeline.entries.count == seen)
    }
}
