import Model
import Testing

@testable import Simulation

@Suite("Deployments")
struct DeploymentTests {
    @Test("a new service reaches a steady state, says so, and again after six hours")
    func steady() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 3)
        #expect(try rig.primary(id).reason == "ECS deployment \(rig.primary(id).name) in progress.")
        rig.world.advance(by: .minutes(2))
        #expect(try rig.primary(id).rollout == .completed)
        #expect(try rig.primary(id).reason == "ECS deployment \(rig.primary(id).name) completed.")
        #expect(try rig.newest(id).status == .successful)
        #expect(rig.events(id, "has reached a steady state.") == 1)
        #expect(rig.events(id, "has started 3 tasks: (task ") == 1)
        rig.world.advance(by: .hours(7))
        #expect(rig.events(id, "has reached a steady state.") == 2)
        #expect(rig.zones(id) == [1, 1, 1])
    }

    @Test("a task without checks counts after forty seconds, one with a check when it is HEALTHY")
    func trust() throws {
        for check in [nil, ECSRig.check] {
            var rig = try ECSRig()
            let id = try rig.service(count: 1, plan: ECSRig.plan(check: check))
            rig.watch(.minutes(2)) { rig in
                guard let task = rig.tasks(id).first, let start = task.startedAt else { return }
                let counts = rig.count(id, .healthy) == 1
                #expect(counts == (check == nil ? rig.world.now - start >= .seconds(40) : task.health == .healthy))
            }
            #expect(rig.count(id, .healthy) == 1)
        }
    }

    @Test("a rollout in mid-rollout: the service deployment before is STOPPED, all three revisions stand for a while")
    func superseded() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 4)
        rig.world.advance(by: .minutes(3))
        try rig.roll(id)
        rig.world.advance(by: .seconds(20))
        try rig.roll(id, ECSRig.plan(image: "app:3"))
        #expect(rig.world.ecs.services[id]?.history.map(\.status) == [.inProgress, .stopped, .successful])
        #expect(rig.world.ecs.services[id]?.deployments.map(\.status) == [.primary, .active, .active])
        rig.watch(.minutes(6)) { rig in
            #expect(rig.count(id, .healthy) >= 4)
            #expect(rig.tasks(id).count <= 8)
        }
        #expect(rig.tasks(id).map(\.taskDefinition) == Array(repeating: "api:3", count: 4))
        #expect(rig.world.ecs.services[id]?.deployments.count == 1)
    }

    @Test("the count, the bounds and the placement do not begin a deployment; force does")
    func triggers() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 2)
        rig.world.advance(by: .minutes(3))
        var settings = try #require(rig.world.ecs.services[id]?.settings)
        settings.desiredCount = 3
        settings.deployment.minimumHealthyPercent = 50
        settings.placementStrategy = [PlacementStrategy(type: "binpack", field: "CPU")]
        settings.healthCheckGracePeriod = .seconds(30)
        try rig.world.updateService(id, to: settings, force: false)
        rig.world.advance(by: .minutes(3))
        #expect(rig.world.ecs.services[id]?.history.count == 1)
        #expect(rig.count(id, .healthy) == 3)
        try rig.world.updateService(id, to: settings, force: true)
        #expect(rig.world.ecs.services[id]?.history.count == 2)
        rig.world.advance(by: .minutes(5))
        #expect(rig.tasks(id).allSatisfy { $0.revision == 1 })
    }

    @Test("a smaller count stops tasks in the zone that has most")
    func scaleIn() throws {
        var rig = try ECSRig(instances: 6)
        let id = try rig.service(count: 7)
        rig.world.advance(by: .minutes(3))
        rig.world.setDesiredCount(id, 3)
        rig.world.advance(by: .minutes(2))
        #expect(rig.zones(id) == [1, 1, 1])
        #expect(rig.events(id, "has stopped 4 running tasks: ") == 1)
    }

    @Test("an alarm that rings fails the deployment; one that rang before is not watched")
    func alarms() throws {
        for rangBefore in [false, true] {
            var rig = try ECSRig()
            let id = try rig.service(count: 2) {
                $0.deployment.alarms.names = ["errors"]
                $0.deployment.alarms.enable = true
                $0.deployment.alarms.rollback = true
            }
            rig.world.advance(by: .minutes(10))
            #expect(try rig.primary(id).rollout == .completed)
            var alarm = Alarm(
                name: "errors", shown: .emptyObject, stateSince: rig.world.now, updatedAt: rig.world.now,
                tags: .list([]))
            alarm.state = rangBefore ? .alarm : .ok
            rig.world.monitoring.alarms["errors"] = alarm
            try rig.roll(id)
            #expect(try rig.newest(id).alarmStatus == (rangBefore ? "DISABLED" : "MONITORING"))
            rig.world.advance(by: .seconds(30))
            rig.world.deploymentAlarmRang("errors")
            rig.world.advance(by: .minutes(10))
            #expect(try rig.newest(id).status == (rangBefore ? .successful : .rollbackSuccessful))
            #expect(try rig.newest(id).triggeredAlarms == (rangBefore ? [] : ["errors"]))
            #expect(rig.world.ecs.services[id]?.settings.taskDefinition == (rangBefore ? "api:2" : "api:1"))
        }
    }

    @Test("a rolling deployment bakes as long as it is said")
    func bakes() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 1) { $0.deployment.bakeTime = .minutes(5) }
        rig.world.advance(by: .minutes(4))
        #expect(rig.count(id, .healthy) == 1)
        #expect(try rig.primary(id).rollout == .inProgress)
        rig.world.advance(by: .minutes(4))
        #expect(try rig.primary(id).rollout == .completed)
    }

    @Test("stopping a service deployment goes back to the one that completed")
    func stops() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 2)
        rig.world.advance(by: .minutes(3))
        try rig.roll(id)
        rig.world.advance(by: .seconds(15))
        let deployment = try rig.newest(id).id
        try rig.world.stopServiceDeployment(id, deployment: deployment, abort: false)
        #expect(try rig.newest(id).status == .rollbackInProgress)
        rig.world.advance(by: .minutes(5))
        #expect(try rig.newest(id).status == .rollbackSuccessful)
        #expect(rig.tasks(id).allSatisfy { $0.taskDefinition == "api:1" })
        #expect(throws: Refusal.self) {
            try rig.world.stopServiceDeployment(id, deployment: deployment, abort: false)
        }
    }

    @Test("a service with tasks is deleted by force only; its name is free once it is INACTIVE")
    func deletes() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 2)
        rig.world.advance(by: .minutes(2))
        #expect(throws: Refusal.self) { try rig.world.deleteService(id, force: false) }
        try rig.world.deleteService(id, force: true)
        #expect(rig.world.ecs.services[id]?.status == .draining)
        let refusal = #expect(throws: Refusal.self) { _ = try rig.service(count: 1) }
        #expect(refusal?.message == "Unable to Start a service that is still Draining.")
        rig.world.advance(by: .minutes(2))
        #expect(rig.world.ecs.services[id]?.status == .inactive)
        #expect(rig.tasks(id).isEmpty)
        #expect(try rig.service(count: 1) != id)
    }

    @Test("the same service twice is one service, another under its name is refused")
    func idempotent() throws {
        var rig = try ECSRig()
        let id = try rig.service(count: 1)
        let settings = try #require(rig.world.ecs.services[id]?.settings)
        let again = try rig.world.createService(
            in: rig.cluster, name: "api", settings: settings, tags: .list([]), createdBy: "test")
        #expect(again == id)
        let refusal = #expect(throws: Refusal.self) { _ = try rig.service(count: 2) }
        #expect(refusal?.message == "Creation of service was not idempotent.")
    }

    @Test("a target group without load balancer and a provider of another cluster are refused")
    func refusals() throws {
        var rig = try ECSRig()
        let none = #expect(throws: Refusal.self) {
            _ = try rig.service(count: 1) {
                $0.strategy = [CapacityProviderStrategyItem(capacityProvider: "spot", weight: 1)]
            }
        }
        #expect(none?.message.contains("not associated with the cluster") == true)
        let missing = #expect(throws: Refusal.self) {
            _ = try rig.service(count: 1) {
                $0.loadBalancers = [.init(targetGroupArn: "arn", containerName: "app", containerPort: 8080)]
            }
        }
        #expect(missing?.code == "InvalidParameterException")
    }
}
