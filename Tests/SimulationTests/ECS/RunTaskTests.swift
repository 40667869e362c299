import Testing

@testable import Simulation

@Suite("RunTask and StartTask")
struct RunTaskTests {
    @Test("as many run as there is room for; the rest are failures with a reason")
    func room() throws {
        var rig = try ECSRig(instances: 1, cpu: 512)
        var request = RunRequest(cluster: rig.cluster, taskDefinition: rig.define("job"))
        request.count = 3
        let ran = try rig.world.runTasks(request)
        #expect(ran.tasks.count == 2)
        #expect(ran.failures.map(\.reason) == ["RESOURCE:CPU"])
        rig.world.advance(by: .minutes(1))
        let task = try #require(ran.tasks.first)
        #expect(rig.world.ecs.tasks[task]?.lastStatus == .running)
        #expect(rig.world.ecs.tasks[task]?.group == "family:job")
        rig.world.stopTask(task, reason: "enough")
        rig.world.advance(by: .minutes(1))
        #expect(rig.world.ecs.tasks[task]?.lastStatus == .stopped)
        #expect(rig.world.ecs.tasks[task]?.stopCode == .userInitiated)
        #expect(rig.world.ecs.tasks[task]?.stoppedReason == "enough")
    }

    @Test("StartTask asks no scheduler: the named instance takes it or it fails")
    func start() throws {
        var rig = try ECSRig(instances: 2, cpu: 256)
        var request = RunRequest(cluster: rig.cluster, taskDefinition: rig.define("job"))
        request.instances = [rig.instances[1], rig.instances[1]]
        let ran = try rig.world.runTasks(request)
        #expect(ran.tasks.compactMap { rig.world.ecs.tasks[$0]?.containerInstance } == [rig.instances[1]])
        #expect(ran.failures.map(\.reason) == ["RESOURCE:CPU"])
    }

    @Test("a task ends with its essential container, with its exit code")
    func ends() throws {
        var rig = try ECSRig()
        var behaviour = ImageBehaviour(image: "app:1")
        behaviour.crashesAfter = .seconds(30)
        behaviour.exitCode = 3
        rig.world.inject(.image(behaviour))
        let ran = try rig.world.runTasks(RunRequest(cluster: rig.cluster, taskDefinition: rig.define("job")))
        rig.world.advance(by: .minutes(2))
        let task = try #require(ran.tasks.first.flatMap { rig.world.ecs.tasks[$0] })
        #expect(task.stoppedReason == "Essential container in task exited")
        #expect(task.exitCode == 3)
    }
}
