import Testing

@testable import Simulation

@Suite("Spot and zones")
struct SpotTests {
    private static let mixed = FleetWorld.mixed(percentage: 0)

    @Test("a reclaim gives two minutes' notice; the replacement comes when the instance ends")
    func reclaim() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 6, 3, mixed: Self.mixed))
        world.inject(.reclaim(SpotPool(zone: "eu-west-1a"), count: nil))
        let noticed = try #require(world.serving(id).first { $0.interruptionAt != nil })
        #expect(noticed.zone == "eu-west-1a")
        #expect(noticed.interruptionAt == world.now + .seconds(120))
        world.advance(by: .seconds(119))
        #expect(world.members(id).count == 3)
        world.advance(by: .seconds(2))
        #expect(world.key(noticed).flatMap { world.fleet.instances[$0]?.state } == .shuttingDown)
        world.advance(by: .minutes(2))
        #expect(world.serving(id).count == 3)
        #expect(!world.members(id).contains { $0.id == noticed.id })
        let cause = "an EC2 health check indicating it has been terminated or stopped"
        #expect(world.activities(id).contains { $0.cause.contains(cause) })
    }

    @Test("with capacity rebalancing the replacement is in service before the old instance ends")
    func rebalance() throws {
        var world = FleetWorld.make()
        var settings = FleetWorld.settings(0, 3, 3, mixed: Self.mixed)
        settings.capacityRebalance = true
        let id = try world.group(settings)
        let old = world.serving(id).filter { $0.zone == "eu-west-1b" }
        world.inject(.rebalance(SpotPool(zone: "eu-west-1b")))
        var most = 0
        for _ in 0..<20 {
            world.advance(by: .seconds(10))
            #expect(world.serving(id).count >= 3)
            most = max(most, world.members(id).count)
        }
        #expect(most == 4)
        #expect(world.serving(id).count == 3)
        #expect(old.count == 1)
        #expect(!world.serving(id).contains { $0.id == old[0].id })
    }

    @Test("capacity rebalancing cannot end a protected instance")
    func protected() throws {
        var world = FleetWorld.make()
        var settings = FleetWorld.settings(0, 6, 3, mixed: Self.mixed)
        settings.capacityRebalance = true
        settings.newInstancesProtected = true
        let id = try world.group(settings)
        world.inject(.rebalance(SpotPool(zone: "eu-west-1b")))
        world.advance(by: .minutes(10))
        #expect(world.serving(id).count == 4)
    }

    @Test("a lost zone's instances end at once, the others take over, and it is filled again when it is back")
    func zone() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 9, 6, mixed: FleetWorld.mixed(percentage: 50)))
        world.inject(.loseZone("eu-west-1c"))
        #expect(world.members(id).filter { $0.zone == "eu-west-1c" }.allSatisfy { $0.state == .terminated })
        world.advance(by: .minutes(3))
        #expect(world.byZone(id) == [3, 3, 0])
        world.inject(.restoreZone("eu-west-1c"))
        world.advance(by: .minutes(15))
        #expect(world.byZone(id) == [2, 2, 2])
    }

    @Test("a machine that fails is replaced")
    func failure() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 3, 2))
        let name = try #require(world.serving(id).first?.id)
        world.inject(.failInstance(name))
        world.advance(by: .minutes(2))
        #expect(world.serving(id).count == 2)
        #expect(!world.members(id).contains { $0.id == name })
    }

    @Test("the timeline has a sample for each change")
    func timeline() throws {
        var world = FleetWorld.make()
        _ = try world.group(FleetWorld.settings(0, 6, 4, mixed: FleetWorld.mixed(percentage: 50)))
        let last = try #require(world.timeline.fleet.last)
        #expect(last.onDemand == 2 && last.spot == 2 && last.pending == 0)
        let samples = world.timeline.fleet
        #expect(
            zip(samples, samples.dropFirst()).allSatisfy {
                ($0.onDemand, $0.spot, $0.pending) != ($1.onDemand, $1.spot, $1.pending)
            })
        #expect(world.timeline.entries.count { $0.note.hasPrefix("in service") } == 4)
    }
}
