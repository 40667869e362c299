import Foundation
import Testing

@testable import Simulation

@Suite("A large cluster")
struct ECSScaleTests {
    /// The hour of the budget: every service of a full cluster is rolled once.
    static func hour(services count: Int, instances: Int) throws -> (rig: ECSRig, services: [ServiceID]) {
        var rig = try ECSRig(instances: instances, cpu: 8192, memory: 32768)
        let services = try (0..<count).map { number in
            try rig.service("s\(number)", count: 10, 50, 150, plan: ECSRig.plan(cpu: 512, memory: 1024))
        }
        rig.world.advance(by: .minutes(10))
        for id in services { try rig.roll(id, ECSRig.plan(cpu: 512, memory: 1024, image: "app:2")) }
        rig.world.advance(by: .minutes(50))
        return (rig, services)
    }

    @Test("a hundred services with a thousand tasks are rolled in an hour")
    func hundred() throws {
        let (rig, services) = try Self.hour(services: 100, instances: 100)
        for id in services {
            #expect(try rig.primary(id).rollout == .completed)
            #expect(rig.count(id, .healthy) == 10)
            #expect(try rig.primary(id).revision == 1)
        }
    }

    @Test(
        "a thousand services with ten thousand tasks on a thousand instances are rolled in an hour",
        .enabled(if: ProcessInfo.processInfo.environment["NEAP_FULL_SCALE"] != nil))
    func thousand() throws {
        let (rig, services) = try Self.hour(services: 1000, instances: 1000)
        for id in services { #expect(try rig.primary(id).rollout == .completed) }
    }
}
