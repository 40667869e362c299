import Testing

@testable import Simulation

@Suite("Availability zone rebalancing")
struct ZoneRebalancingTests {
    @Test("when a zone comes back tasks move there, start first, and stop with AWS's reason")
    func moves() throws {
        var rig = try ECSRig(instances: 0)
        try rig.addInstance(zone: "eu-west-1a")
        try rig.addInstance(zone: "eu-west-1b")
        let id = try rig.service(count: 6) { $0.rebalancesZones = true }
        rig.world.advance(by: .minutes(3))
        #expect(rig.zones(id) == [3, 3, 0])
        try rig.addInstance(zone: "eu-west-1c")
        rig.watch(.minutes(20)) { rig in #expect(rig.count(id, .healthy) >= 6) }
        #expect(rig.zones(id) == [2, 2, 2])
        #expect(rig.stopped(id).allSatisfy { $0.stoppedReason?.hasPrefix("Availability-zone rebalancing") == true })
        #expect(rig.stopped(id).count == 2)
    }

    @Test("without it, or without room above the count, tasks stay")
    func stays() throws {
        for (rebalances, maximum) in [(false, 200), (true, 100)] {
            var rig = try ECSRig(instances: 1)
            let id = try rig.service(count: 4, 50, maximum) { $0.rebalancesZones = rebalances }
            rig.world.advance(by: .minutes(3))
            try rig.addInstance()
            rig.world.advance(by: .minutes(20))
            #expect(rig.zones(id) == [4, 0, 0])
        }
    }
}
