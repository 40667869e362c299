import Testing

@testable import Simulation

@Suite("Mixed instances")
struct MixedInstancesTests {
    @Test("the base is bought on demand, then the share of the rest, rounded up")
    func split() {
        let split = PurchaseSplit(base: 2, percentage: 25)
        #expect((0...10).map { split.onDemand(of: $0) } == [0, 1, 2, 3, 3, 3, 3, 4, 4, 4, 4])
        #expect((0...4).map { PurchaseSplit(base: 0, percentage: 50).onDemand(of: $0) } == [0, 1, 1, 2, 2])
        #expect(PurchaseSplit(base: 0, percentage: 0).onDemand(of: 9) == 0)
        #expect(PurchaseSplit(base: 0, percentage: 100).onDemand(of: 9) == 9)
    }

    @Test("a group buys as its policy says, also when it grows and shrinks")
    func purchase() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 20, 6, mixed: FleetWorld.mixed(base: 1, percentage: 20)))
        #expect(world.onDemand(id) == 2)
        #expect(world.spot(id) == 4)
        try world.setDesiredCapacity(id, 11, cause: "")
        world.advance(by: .minutes(2))
        #expect(world.onDemand(id) == 3)
        try world.setDesiredCapacity(id, 3, cause: "")
        world.advance(by: .minutes(2))
        #expect(world.onDemand(id) == 2)
        #expect(world.spot(id) == 1)
    }

    @Test("a changed share replaces instances gradually, each after its replacement")
    func rebuy() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 8, 4, mixed: FleetWorld.mixed(percentage: 100)))
        try world.updateGroup(id, to: FleetWorld.settings(0, 8, 4, mixed: FleetWorld.mixed(percentage: 25)))
        var least = 4
        for _ in 0..<60 {
            world.advance(by: .seconds(10))
            least = min(least, world.serving(id).count)
        }
        #expect(world.onDemand(id) == 1)
        #expect(world.spot(id) == 3)
        #expect(least == 4)
    }

    @Test("weights count towards the capacity")
    func weights() throws {
        var world = FleetWorld.make()
        var mixed = MixedInstances()
        mixed.overrides = [MixedInstances.Override(instanceType: "m5.xlarge", weightedCapacity: 2)]
        let id = try world.group(FleetWorld.settings(0, 8, 5, mixed: mixed))
        #expect(world.serving(id).count == 3)
    }

    @Test("strategies order the pools by price, depth, priority")
    func strategies() {
        let market = SpotMarket(dice: Dice(seed: 3))
        let types = ["m5.large", "m5a.large", "c5.large", "r5.large", "m6i.large"]
        let options = types.enumerated().map {
            LaunchOption(instanceType: $1, weight: 1, source: FleetWorld.template, priority: $0)
        }
        func order(_ strategy: String, spot: Bool = true) -> [String] {
            let policy = FleetWorld.mixed(percentage: 0, types: types, strategy: strategy)
            return AllocationOrder(market: market, policy: policy)
                .sorted(options, zone: "eu-west-1a", spot: spot) { _ in 0 }.map(\.instanceType)
        }
        let prices = types.sorted { market.price($0, zone: "eu-west-1a") < market.price($1, zone: "eu-west-1a") }
        #expect(order("lowest-price").first == prices.first)
        let deepest = types.map { market.depth($0, zone: "eu-west-1a") }.max()
        #expect(market.depth(order("capacity-optimized")[0], zone: "eu-west-1a") == deepest)
        #expect(order("prioritized", spot: false) == types)
        #expect(Set(order("price-capacity-optimized")) == Set(types))
    }

    @Test("Spot has nothing: the activity fails in every zone, on demand is not bought instead, and it comes later")
    func drought() throws {
        var world = FleetWorld.make()
        world.inject(.drought(SpotPool()))
        let id = try world.group(FleetWorld.settings(0, 4, 2, mixed: FleetWorld.mixed(base: 1, percentage: 0)))
        #expect(world.onDemand(id) == 1)
        #expect(world.spot(id) == 0)
        let failed = try #require(world.activities(id).first { $0.status == "Failed" })
        #expect(failed.message?.hasPrefix("Could not launch Spot Instances. UnfulfillableCapacity") == true)
        world.inject(.endDrought(SpotPool()))
        world.advance(by: .minutes(12))
        #expect(world.spot(id) == 1)
    }

    @Test("a pool in drought is passed over for the next one")
    func otherPool() throws {
        var world = FleetWorld.make()
        world.inject(.drought(SpotPool(instanceType: "m5.large")))
        let id = try world.group(FleetWorld.settings(0, 4, 3, mixed: FleetWorld.mixed(percentage: 0)))
        #expect(world.serving(id).map(\.instanceType) == ["m5a.large", "m5a.large", "m5a.large"])
    }
}
