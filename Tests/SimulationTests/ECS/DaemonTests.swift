import Testing

@testable import Simulation

@Suite("DAEMON services")
struct DaemonTests {
    private func rig() throws -> (rig: ECSRig, id: ServiceID) {
        var rig = try ECSRig(instances: 4)
        let id = try rig.service("agent", count: 0, 50, 100) { $0.scheduling = .daemon }
        rig.world.advance(by: .minutes(3))
        return (rig, id)
    }

    @Test("one runs on every instance, on a new one too, and the count says how many")
    func one() throws {
        var (rig, id) = try rig()
        #expect(rig.count(id, .healthy) == 4)
        #expect(rig.world.ecs.services[id]?.settings.desiredCount == 4)
        try rig.addInstance()
        rig.world.advance(by: .minutes(2))
        #expect(Set(rig.tasks(id).map(\.containerInstance)).count == 5)
        #expect(rig.world.ecs.services[id]?.settings.desiredCount == 5)
        #expect(try rig.primary(id).rollout == .completed)
    }

    @Test("a rollout stops and starts instance by instance within the floor")
    func rolls() throws {
        var (rig, id) = try rig()
        try rig.roll(id)
        var fewest = 4
        rig.watch(.minutes(5)) { rig in
            fewest = min(fewest, rig.count(id, .healthy))
            #expect(rig.tasks(id).count <= 4)
        }
        #expect(fewest == 2)
        #expect(rig.tasks(id).map(\.taskDefinition) == Array(repeating: "agent:2", count: 4))
        #expect(try rig.primary(id).rollout == .completed)
    }

    @Test("on a draining instance the daemon goes last, and none comes back")
    func drains() throws {
        var (rig, id) = try rig()
        let api = try rig.service("api", count: 4)
        rig.world.advance(by: .minutes(2))
        let place = rig.instances[0]
        rig.world.drain(place, reason: "test")
        rig.watch(.minutes(5)) { rig in
            let others = rig.tasks(api).contains { $0.containerInstance == place }
            if others {
                #expect(rig.tasks(id).contains { $0.containerInstance == place && $0.lastStatus == .running })
            }
        }
        #expect(rig.world.ecs.containerInstances[place]?.tasks.isEmpty == true)
        #expect(rig.count(id, .healthy) == 3)
        rig.world.undrain(place)
        rig.world.advance(by: .minutes(2))
        #expect(rig.count(id, .healthy) == 4)
    }
}
