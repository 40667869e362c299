import Testing

@testable import Simulation

@Suite("A task's life")
struct TaskLifeTests {
    /// The statuses that a service's tasks go through, each once, in order.
    private func statuses(_ rig: inout ECSRig, _ id: ServiceID, _ span: Span) -> [ECSTask.Status] {
        var seen: [ECSTask.Status] = []
        rig.watch(span) { rig in
            let statuses = (rig.tasks(id) + rig.stopped(id)).map(\.lastStatus)
            for status in statuses where seen.last != status { seen.append(status) }
        }
        return seen
    }

    @Test("it goes up by way of PENDING and ACTIVATING, and down by way of STOPPING")
    func upAndDown() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 1, 0, 100)
        #expect(statuses(&rig, id, .minutes(2)) == [.pending, .activating, .running])
        let task = try #require(rig.tasks(id).first)
        let began = try #require(task.pullStartedAt)
        let ended = try #require(task.pullStoppedAt)
        #expect(ended - began >= .seconds(3))
        rig.world.setDesiredCount(id, 0)
        let down = statuses(&rig, id, .minutes(2))
        #expect(down == [.stopping, .stopped])
        let stopped = try #require(rig.stopped(id).first)
        #expect(stopped.stopCode == .serviceScheduler)
        #expect(stopped.exitCode == 0)
    }

    @Test("an image that the instance has is not pulled again")
    func cached() throws {
        var rig = try ECSRig(instances: 1)
        let id = try rig.service(count: 1)
        rig.world.advance(by: .minutes(2))
        rig.world.setDesiredCount(id, 2)
        rig.world.advance(by: .minutes(2))
        let second = try #require(rig.tasks(id).last)
        #expect(second.pullStartedAt == second.pullStoppedAt)
    }

    @Test("containers that do not end in time are killed at their stop timeout")
    func killed() throws {
        var rig = try ECSRig()
        rig.world.physics.containerStop = Spread(.seconds(100))
        var plan = ECSRig.plan()
        plan.containers[0].stopTimeout = .seconds(20)
        let id = try rig.service(count: 1, 0, 100, plan: plan)
        rig.world.advance(by: .minutes(2))
        rig.world.setDesiredCount(id, 0)
        rig.world.advance(by: .minutes(2))
        let task = try #require(rig.stopped(id).first)
        let told = try #require(task.stoppingAt)
        let ended = try #require(task.stoppedAt)
        #expect(ended - told == .seconds(20))
        #expect(task.exitCode == 137)
    }

    @Test("a check makes a task HEALTHY when it answers and UNHEALTHY after its retries")
    func health() throws {
        var rig = try ECSRig()
        var behaviour = ImageBehaviour(image: "app:1")
        behaviour.unhealthyAfter = .seconds(60)
        behaviour.readyAfter = .seconds(7)
        rig.world.inject(.image(behaviour))
        let id = try rig.service(count: 1, 100, 100, plan: ECSRig.plan(check: ECSRig.check))
        var changes: [(ECSTask.Health, Span)] = []
        rig.watch(.seconds(95)) { rig in
            guard rig.stopped(id).isEmpty else { return }
            guard let task = rig.tasks(id).first, let start = task.startedAt else { return }
            if changes.last?.0 != task.health { changes.append((task.health, rig.world.now - start)) }
        }
        #expect(changes.map(\.0) == [.unknown, .healthy, .unhealthy])
        #expect(changes.map(\.1) == [.zero, .seconds(10), .seconds(70)])
    }

    @Test("an instance that is lost takes its tasks along at once, and others come up")
    func lost() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 3)
        rig.world.advance(by: .minutes(2))
        let place = try #require(rig.tasks(id).first?.containerInstance)
        rig.world.containerInstanceLost(place)
        let task = try #require(rig.stopped(id).first)
        #expect(task.lastStatus == .stopped)
        #expect(task.stoppedReason?.hasPrefix("Host EC2 (instance i-") == true)
        #expect(task.stoppedReason?.hasSuffix(") terminated.") == true)
        rig.world.advance(by: .minutes(2))
        #expect(rig.count(id, .healthy) == 3)
        #expect(rig.world.ecs.clusters[rig.cluster]?.containerInstances.count == 2)
    }

    @Test("stopped tasks are described for an hour")
    func kept() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 1, 0, 100)
        rig.world.advance(by: .minutes(2))
        rig.world.setDesiredCount(id, 0)
        rig.world.advance(by: .minutes(50))
        #expect(rig.stopped(id).count == 1)
        rig.world.advance(by: .minutes(30))
        #expect(rig.world.ecs.tasks.count == 0)
    }

    @Test("tasks that run already follow an image that turns bad, and recover with it")
    func turns() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 2, plan: ECSRig.plan(check: ECSRig.check))
        rig.world.advance(by: .minutes(3))
        var behaviour = ImageBehaviour(image: "app:*")
        behaviour.unhealthyAfter = .zero
        rig.world.inject(.image(behaviour))
        rig.world.advance(by: .seconds(30))
        #expect(rig.count(id, .healthy) == 0)
        rig.world.inject(.healImage("app:*"))
        rig.world.advance(by: .minutes(3))
        #expect(rig.count(id, .healthy) == 2)
        #expect(rig.tasks(id).count == 2)
    }
}
