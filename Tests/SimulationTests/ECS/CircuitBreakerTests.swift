import Testing

@testable import Simulation

@Suite("The circuit breaker")
struct CircuitBreakerTests {
    @Test(
        "half of the count is too many, but not below 3 and not above 200",
        arguments: [(1, 3), (25, 13), (400, 200), (800, 200), (6, 3), (7, 4)])
    func bounded(desired: Int, threshold: Int) {
        #expect(DeploymentSettings.CircuitBreaker().threshold(desired) == threshold)
    }

    @Test("without bounds and as a plain number")
    func others() {
        var breaker = DeploymentSettings.CircuitBreaker()
        breaker.thresholdType = .unboundedPercent
        #expect(breaker.threshold(800) == 400)
        #expect(breaker.threshold(1) == 1)
        breaker.thresholdType = .count
        breaker.thresholdValue = 7
        #expect(breaker.threshold(800) == 7)
    }

    /// A service with a good revision, and the breaker on.
    private func rig(rollback: Bool = true) throws -> (rig: ECSRig, id: ServiceID) {
        var rig = try ECSRig()
        let id = try rig.service(count: 2) {
            $0.deployment.circuitBreaker.enable = true
            $0.deployment.circuitBreaker.rollback = rollback
        }
        rig.world.advance(by: .minutes(3))
        return (rig, id)
    }

    @Test("an image that cannot be pulled fails the deployment after 3 tasks, and the service goes back")
    func pull() throws {
        var (rig, id) = try rig()
        var behaviour = ImageBehaviour(image: "app:bad")
        behaviour.failsToPull = true
        rig.world.inject(.image(behaviour))
        let first = try rig.primary(id).id
        try rig.roll(id, ECSRig.plan(image: "app:bad"))
        rig.world.advance(by: .minutes(10))
        let newest = try rig.newest(id)
        #expect(newest.status == .rollbackSuccessful)
        #expect(newest.breakerStatus == "TRIGGERED")
        #expect(newest.breakerFailures >= 3)
        #expect(newest.breakerThreshold == 3)
        #expect(try rig.primary(id).id == first)
        #expect(try rig.primary(id).rollout == .completed)
        #expect(rig.world.ecs.services[id]?.settings.taskDefinition == "api:1")
        #expect(rig.world.ecs.services[id]?.deployments.count == 1)
        let failed = rig.stopped(id).filter { $0.taskDefinition == "api:2" }
        #expect(failed.allSatisfy { $0.stopCode == .failedToStart })
        #expect(failed.allSatisfy { $0.containerReason?.hasPrefix("CannotPullContainerError: ") == true })
        #expect(rig.events(id, "deployment failed: tasks failed to start.") == 1)
    }

    @Test("containers that fail their checks after RUNNING count too")
    func checks() throws {
        var (rig, id) = try rig()
        var behaviour = ImageBehaviour(image: "app:sick")
        behaviour.unhealthyAfter = .zero
        rig.world.inject(.image(behaviour))
        try rig.roll(id, ECSRig.plan(image: "app:sick", check: ECSRig.check))
        rig.watch(.minutes(15)) { rig in #expect(rig.count(id, .healthy) >= 2) }
        #expect(try rig.newest(id).status == .rollbackSuccessful)
        #expect(rig.stopped(id).contains { $0.stoppedReason == "Task failed container health checks" })
    }

    @Test("a crash at once, out of memory, shows exit code 137 and goes back")
    func memory() throws {
        var (rig, id) = try rig()
        var behaviour = ImageBehaviour(image: "app:fat")
        behaviour.crashesAfter = .seconds(5)
        behaviour.outOfMemory = true
        rig.world.inject(.image(behaviour))
        try rig.roll(id, ECSRig.plan(image: "app:fat"))
        rig.world.advance(by: .minutes(10))
        #expect(try rig.newest(id).status == .rollbackSuccessful)
        let crashed = rig.stopped(id).filter { $0.taskDefinition == "api:2" && $0.exitCode == 137 }
        #expect(!crashed.isEmpty)
        #expect(crashed.allSatisfy { $0.containerReason?.hasPrefix("OutOfMemoryError") == true })
        #expect(crashed.allSatisfy { $0.stopCode == .essentialContainerExited })
    }

    @Test("without a completed deployment there is nothing to go back to: it stalls and starts nothing more")
    func stalls() throws {
        var rig = try ECSRig()
        var behaviour = ImageBehaviour(image: "app:1")
        behaviour.failsToPull = true
        rig.world.inject(.image(behaviour))
        let id = try rig.service(count: 2) {
            $0.deployment.circuitBreaker.enable = true
            $0.deployment.circuitBreaker.rollback = true
        }
        rig.world.advance(by: .minutes(30))
        #expect(try rig.primary(id).rollout == .failed)
        #expect(try rig.primary(id).reason == "ECS deployment circuit breaker: tasks failed to start.")
        #expect(rig.tasks(id).isEmpty)
        let made = rig.stopped(id).count
        rig.world.advance(by: .minutes(20))
        #expect(rig.stopped(id).count <= made)
    }

    @Test("without the breaker a bad rollout goes on for ever, more and more seldom")
    func endless() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 2)
        rig.world.advance(by: .minutes(3))
        var behaviour = ImageBehaviour(image: "app:bad")
        behaviour.failsToPull = true
        rig.world.inject(.image(behaviour))
        try rig.roll(id, ECSRig.plan(image: "app:bad"))
        rig.world.advance(by: .hours(3))
        #expect(try rig.primary(id).rollout == .inProgress)
        #expect(rig.count(id, .healthy) == 2)
        #expect(rig.events(id, "unable to consistently start tasks successfully") >= 1)
        let before = rig.stopped(id).count
        #expect(before <= 12)
        rig.world.inject(.healImage("app:bad"))
        rig.world.advance(by: .minutes(20))
        #expect(try rig.primary(id).rollout == .completed)
    }

    @Test("starts that are held back are tried again when their time comes, whoever looked at the service meanwhile")
    func heldBack() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 1)
        rig.world.advance(by: .seconds(15))
        let until = rig.world.now + .minutes(10)
        rig.world.ecs.services[id]?.launchesAfter = until
        rig.world.setDesiredCount(id, 2)
        rig.world.wake(id, at: until)
        rig.world.advance(by: .minutes(9))
        #expect(rig.count(id, .healthy) == 1)
        rig.world.advance(by: .minutes(3))
        #expect(rig.count(id, .healthy) == 2)
    }

    @Test("a healthy task sets the count back unless it is said not to")
    func reset() throws {
        for resets in [true, false] {
            var (rig, id) = try rig()
            try rig.roll(id) { $0.deployment.circuitBreaker.resetOnHealthyTask = resets }
            let deployment = try rig.primary(id).id
            rig.world.countFailure(of: deployment, in: id)
            rig.world.taskBecameHealthy(deployment, of: id)
            rig.world.countFailure(of: deployment, in: id)
            rig.world.taskBecameHealthy(deployment, of: id)
            rig.world.countFailure(of: deployment, in: id)
            #expect(try rig.newest(id).status == (resets ? .inProgress : .rollbackInProgress))
        }
    }

    @Test("a rollback is not gone back from a second time")
    func once() throws {
        var (rig, id) = try rig()
        try rig.roll(id)
        let bad = try rig.primary(id).id
        for _ in 0..<3 { rig.world.countFailure(of: bad, in: id) }
        let good = try rig.primary(id).id
        #expect(good != bad)
        #expect(try rig.primary(id).rollout == .inProgress)
        for _ in 0..<3 { rig.world.countFailure(of: good, in: id) }
        #expect(try rig.primary(id).id == good)
        #expect(try rig.primary(id).rollout == .failed)
        #expect(try rig.newest(id).status == .rollbackFailed)
    }
}
