import Testing

@testable import Simulation

@Suite("Tasks that wait for room")
struct WaitingTests {
    private let spot = [CapacityProviderStrategyItem(capacityProvider: "spot", weight: 1)]

    @Test("under managed scaling they are PROVISIONING until an instance comes")
    func provisioning() throws {
        var rig = try ECSRig(instances: 0)
        let provider = rig.addProvider("spot")
        try rig.addInstance(cpu: 512, provider: provider)
        let id = try rig.service(count: 6) { $0.strategy = spot }
        rig.world.advance(by: .minutes(5))
        #expect(rig.tasks(id).count { $0.lastStatus == .provisioning } == 4)
        #expect(rig.world.ecs.clusters[rig.cluster]?.waiting.count == 4)
        #expect(rig.tasks(id).allSatisfy { $0.capacityProvider == "spot" })
        try rig.addInstance()
        rig.world.advance(by: .minutes(2))
        #expect(rig.tasks(id).count { $0.lastStatus == .provisioning } == 4)
        try rig.addInstance(provider: provider)
        rig.world.advance(by: .minutes(2))
        #expect(rig.count(id, .healthy) == 6)
        #expect(rig.world.ecs.clusters[rig.cluster]?.waiting.isEmpty == true)
    }

    @Test("without managed scaling they are not made")
    func unmanaged() throws {
        var rig = try ECSRig(instances: 1)
        _ = rig.addProvider("spot", managedScaling: false)
        let id = try rig.service(count: 2) { $0.strategy = spot }
        rig.world.advance(by: .minutes(2))
        #expect(rig.tasks(id).isEmpty)
        #expect(rig.events(id, "was unable to place a task") == 1)
    }

    @Test("at most 500 of a cluster wait, the others follow as room comes")
    func limit() throws {
        var rig = try ECSRig(instances: 0)
        let provider = rig.addProvider("spot")
        let id = try rig.service(count: 600, plan: ECSRig.plan(cpu: 64, memory: 64)) { $0.strategy = spot }
        rig.world.advance(by: .minutes(1))
        #expect(rig.tasks(id).count == 500)
        for _ in 0..<10 { try rig.addInstance(provider: provider) }
        rig.world.advance(by: .minutes(3))
        #expect(rig.count(id, .healthy) == 600)
    }

    @Test("a waiting task that is not wanted any more is gone at once")
    func scaledIn() throws {
        var rig = try ECSRig(instances: 0)
        _ = rig.addProvider("spot")
        let id = try rig.service(count: 3) { $0.strategy = spot }
        rig.world.advance(by: .minutes(1))
        rig.world.setDesiredCount(id, 1)
        rig.world.advance(by: .minutes(1))
        #expect(rig.tasks(id).count == 1)
        #expect(rig.world.ecs.clusters[rig.cluster]?.waiting.count == 1)
    }

    @Test("room that another task leaves is taken")
    func freed() throws {
        var rig = try ECSRig(instances: 1, cpu: 512)
        let first = try rig.service("first", count: 2, 0, 100)
        rig.world.advance(by: .minutes(2))
        let second = try rig.service("second", count: 1)
        rig.world.advance(by: .minutes(2))
        #expect(rig.tasks(second).isEmpty)
        rig.world.setDesiredCount(first, 1)
        rig.world.advance(by: .minutes(2))
        #expect(rig.count(second, .healthy) == 1)
    }
}
