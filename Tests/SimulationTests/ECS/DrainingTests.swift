import Testing

@testable import Simulation

@Suite("Draining instances")
struct DrainingTests {
    @Test(
        "RUNNING tasks move within the bounds",
        arguments: [(100, 200, 4, 8), (50, 100, 2, 4), (50, 150, 2, 6)])
    func moves(minimum: Int, maximum: Int, floor: Int, ceiling: Int) throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 4, minimum, maximum)
        rig.world.advance(by: .minutes(3))
        let place = try #require(rig.tasks(id).first?.containerInstance)
        rig.world.drain(place, reason: "test")
        rig.watch(.minutes(5)) { rig in
            #expect(rig.count(id, .healthy) >= floor)
            #expect(rig.tasks(id).count <= ceiling)
        }
        #expect(!rig.tasks(id).contains { $0.containerInstance == place })
        #expect(rig.count(id, .healthy) == 4)
    }

    @Test("tasks that are not RUNNING yet are stopped at once, and come up elsewhere")
    func pending() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 3)
        rig.world.advance(by: .seconds(3))
        let task = try #require(rig.tasks(id).first)
        #expect(task.lastStatus == .pending)
        let place = try #require(task.containerInstance)
        rig.world.drain(place, reason: "test")
        #expect(rig.stopped(id).count == 1)
        rig.world.advance(by: .minutes(2))
        #expect(rig.count(id, .healthy) == 3)
        #expect(!rig.tasks(id).contains { $0.containerInstance == place })
    }

    @Test("tasks that a person ran stay")
    func standalone() throws {
        var rig = try ECSRig(instances: 1)
        let definition = rig.define("job")
        let ran = try rig.world.runTasks(RunRequest(cluster: rig.cluster, taskDefinition: definition))
        rig.world.advance(by: .minutes(1))
        rig.world.drain(rig.instances[0], reason: "test")
        rig.world.advance(by: .hours(2))
        let task = try #require(ran.tasks.first)
        #expect(rig.world.ecs.tasks[task]?.lastStatus == .running)
    }
}
