import Model
import Testing

@testable import Simulation

@Suite("Blue/green, linear and canary")
struct NativeDeploymentTests {
    /// A steady service under a native strategy.
    private func rig(
        _ strategy: DeploymentSettings.Strategy, hooks: [DeploymentSettings.Hook] = []
    ) throws -> (rig: ECSRig, id: ServiceID) {
        var rig = try ECSRig()
        let id = try rig.service(count: 2) {
            $0.deployment.strategy = strategy
            $0.deployment.bakeTime = .minutes(10)
            $0.deployment.hooks = hooks
        }
        rig.world.advance(by: .minutes(3))
        #expect(try rig.primary(id).rollout == .completed)
        return (rig, id)
    }

    private func hook(_ type: String, _ stage: String) -> DeploymentSettings.Hook {
        DeploymentSettings.Hook(
            targetType: type, targetArn: type == "PAUSE" ? nil : "arn:hook", roleArn: nil, stages: [stage],
            timeout: .minutes(30), timeoutAction: "ROLLBACK", shown: .emptyObject)
    }

    @Test("blue/green brings up all of the new revision, bakes, and only then lets the old one go")
    func blueGreen() throws {
        var (rig, id) = try rig(.blueGreen)
        try rig.roll(id)
        var stages: [String] = []
        rig.watch(.minutes(20)) { rig in
            #expect(rig.count(id, .healthy) >= 2)
            guard let stage = rig.world.ecs.services[id]?.history.first?.stage else { return }
            if stages.last != stage { stages.append(stage) }
            if stage == "BAKE_TIME" {
                #expect(rig.count(id, .healthy) == 4)
                #expect(rig.world.ecs.services[id]?.history.first?.productionPermille == 1000)
            }
        }
        #expect(stages == ["SCALE_UP", "BAKE_TIME", "CLEAN_UP"])
        #expect(try rig.newest(id).status == .successful)
        #expect(rig.tasks(id).map(\.taskDefinition) == ["api:2", "api:2"])
    }

    @Test("linear and canary move traffic step by step")
    func steps() throws {
        for (strategy, expected) in [
            (DeploymentSettings.Strategy.linear(stepPermille: 300, bake: .minutes(1)), [0, 300, 600, 900, 1000]),
            (.canary(permille: 50, bake: .minutes(5)), [0, 50, 1000]),
        ] {
            var (rig, id) = try rig(strategy)
            try rig.roll(id)
            var weights: [Int] = []
            rig.watch(.minutes(30)) { rig in
                guard let weight = rig.world.ecs.services[id]?.history.first?.productionPermille else { return }
                if weights.last != weight { weights.append(weight) }
            }
            #expect(weights == expected)
            #expect(try rig.newest(id).status == .successful)
        }
    }

    @Test("a pause waits until somebody goes on, or goes back")
    func pause() throws {
        for goesBack in [false, true] {
            var (rig, id) = try rig(.blueGreen, hooks: [hook("PAUSE", "POST_TEST_TRAFFIC_SHIFT")])
            try rig.roll(id)
            rig.world.advance(by: .minutes(10))
            #expect(try rig.newest(id).stage == "POST_TEST_TRAFFIC_SHIFT")
            let pause = try #require(rig.world.ecs.services[id]?.native?.pause)
            try rig.world.continueServiceDeployment(
                id, deployment: rig.newest(id).id, hook: pause.id, rollback: goesBack)
            rig.world.advance(by: .minutes(20))
            #expect(try rig.newest(id).status == (goesBack ? .rollbackSuccessful : .successful))
            #expect(rig.tasks(id).allSatisfy { $0.taskDefinition == (goesBack ? "api:1" : "api:2") })
            #expect(rig.tasks(id).count == 2)
        }
    }

    @Test("a function that fails goes back, and production never left the old revision")
    func lambda() throws {
        var (rig, id) = try rig(.blueGreen, hooks: [hook("AWS_LAMBDA", "POST_SCALE_UP")])
        var behaviour = ImageBehaviour(image: "arn:hook")
        behaviour.crashesAfter = .zero
        rig.world.inject(.image(behaviour))
        try rig.roll(id)
        rig.watch(.minutes(10)) { rig in
            #expect(rig.world.ecs.services[id]?.history.first?.productionPermille == 0)
            #expect(rig.count(id, .healthy) >= 2)
        }
        #expect(try rig.newest(id).status == .rollbackSuccessful)
    }

    @Test("a newer revision in mid-deployment: the one between goes first")
    func reconciles() throws {
        var (rig, id) = try rig(.blueGreen)
        try rig.roll(id)
        rig.world.advance(by: .minutes(4))
        try rig.roll(id, ECSRig.plan(image: "app:3"))
        #expect(try rig.newest(id).stage == "RECONCILE_SERVICE")
        rig.watch(.minutes(20)) { rig in #expect(rig.count(id, .healthy) >= 2) }
        #expect(rig.tasks(id).map(\.taskDefinition) == ["api:3", "api:3"])
        #expect(rig.world.ecs.services[id]?.history.map(\.status) == [.successful, .stopped, .successful])
    }
}
