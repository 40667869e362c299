import Model
import Testing

@testable import Kinds

@Suite("AWS's record of a service's deployments")
struct ServiceDeploymentTests {
    private typealias Record = ServiceRollout.ServiceDeployment

    private func api(_ revision: Int) -> Resource {
        .sample("Service", "api", ["cluster": "demo", "taskDefinition": .string("api:\(revision)")])
    }

    /// A service at rest whose newest deployment is of `revision`.
    private func ecs(_ revision: Int, _ deployments: [Value], state: String = "COMPLETED", running: Int = 4)
        -> FakeTasks
    {
        var ecs = FakeTasks()
        var primary = FakeTasks.deployment(revision, state: state, running: running)
        primary["status"] = "PRIMARY"
        ecs.described = [
            "serviceName": "api", "status": "ACTIVE", "clusterArn": .string(FakeTasks.cluster), "desiredCount": 4,
            "runningCount": .integer(running), "deployments": [primary],
        ]
        ecs.deployments = deployments
        return ecs
    }

    private func look(
        _ ecs: FakeTasks, wanting revision: Int = 42, cache: ObservationCache = ObservationCache(), open: Bool = false
    ) async throws -> (rollout: ServiceRollout, health: Health, operations: [String]) {
        let aws = FakeAWS([ecs, FakeTargets()])
        var context = ObservationContext(aws: aws, region: "eu-west-1", accountID: "123456789012", cache: cache)
        if open { context.recorded[api(revision).id] = ["openRollout": .integer(revision)] }
        let live = try #require(await Service.observe([api(revision)], context)[api(revision).id]?.live)
        #expect(await aws.violations.isEmpty)
        let health = Service.health(of: api(revision), live: live)
        return (ServiceRollout(live.detail), health, await aws.calls.map(\.operation))
    }

    private static let reads = ["ListServiceDeployments", "DescribeServiceDeployments", "DescribeServiceRevisions"]

    @Test("a settled service is not asked about; one that runs another revision, or was left half way, is")
    func scope() async throws {
        let ecs = ecs(42, [FakeTasks.serviceDeployment(42, "SUCCESSFUL", number: 1)])
        #expect(try await look(ecs).operations == ["DescribeServices"])
        #expect(try await look(ecs, open: true).operations == ["DescribeServices"] + Self.reads)
        #expect(try await look(ecs, wanting: 43).operations == ["DescribeServices"] + Self.reads)
    }

    @Test("what is over is described once, what goes on at every look")
    func cached() async throws {
        let cache = ObservationCache()
        let over = ecs(42, [FakeTasks.serviceDeployment(42, "SUCCESSFUL", number: 1)])
        _ = try await look(over, cache: cache, open: true)
        #expect(try await look(over, cache: cache, open: true).operations == ["DescribeServices", Self.reads[0]])
        let moving = ecs(
            42,
            [
                FakeTasks.serviceDeployment(42, "IN_PROGRESS", number: 2),
                FakeTasks.serviceDeployment(42, "SUCCESSFUL", number: 1),
            ])
        #expect(try await look(moving, cache: cache, open: true).operations.filter { $0 == Self.reads[1] }.count == 1)
    }

    @Test("the newest comes first with what it brings, its breaker, its digests and what it went back to")
    func members() async throws {
        let ecs = ecs(
            41,
            [
                FakeTasks.serviceDeployment(41, "SUCCESSFUL", number: 1),
                FakeTasks.serviceDeployment(42, "ROLLBACK_SUCCESSFUL", number: 2, back: 41, finishedAt: 2_000),
            ])
        let (rollout, health, _) = try await look(ecs)
        let newest = try #require(rollout.history.first)
        #expect(rollout.history.map(\.taskDefinition) == ["api:42", "api:41"])
        #expect(newest.breaker == Record.Breaker(status: "MONITORING", failures: 1, threshold: 3))
        #expect(newest.digests == ["api": "sha256:42"])
        #expect(newest.rollback?.taskDefinition == "api:41")
        #expect(newest.finishedAt == 2_000)
        #expect(health == Health(.degraded, .rolledBack, "revision 42 was rolled back to 41: tasks failed to start."))
    }

    private static let ends: [(status: String, primary: Int, Health.Status, Reason)] = [
        ("IN_PROGRESS", 41, .progressing, .updating), ("SUCCESSFUL", 42, .healthy, .settled),
        ("ROLLBACK_REQUESTED", 42, .progressing, .rolledBack), ("ROLLBACK_IN_PROGRESS", 41, .degraded, .rolledBack),
        ("ROLLBACK_SUCCESSFUL", 41, .degraded, .rolledBack), ("ROLLBACK_FAILED", 41, .degraded, .rolledBack),
        ("STOP_REQUESTED", 41, .degraded, .rolledBack), ("STOPPED", 41, .degraded, .rolledBack),
    ]

    @Test(
        "a service that looks stable is well only when the deployment of the wanted revision succeeded", arguments: ends
    )
    func end(_ example: (status: String, primary: Int, Health.Status, Reason)) async throws {
        let (status, primary, health, reason) = example
        let ecs = ecs(primary, [FakeTasks.serviceDeployment(42, status, number: 1)])
        let found = try await look(ecs, open: true).health
        #expect(found.status == health)
        #expect(found.reason == reason)
    }

    @Test("a rollback of an older attempt says nothing of a newer one")
    func newest() async throws {
        let ecs = ecs(
            42,
            [
                FakeTasks.serviceDeployment(42, "SUCCESSFUL", number: 2),
                FakeTasks.serviceDeployment(42, "ROLLBACK_SUCCESSFUL", number: 1, back: 41),
            ])
        let (rollout, health, _) = try await look(ecs, open: true)
        #expect(health == .healthy)
        #expect(rollout.isLive("api:42"))
    }

    @Test("with nothing to go back to the revision has failed, and was not rolled back")
    func stays() async throws {
        let ecs = ecs(42, [FakeTasks.serviceDeployment(42, "ROLLBACK_FAILED", number: 1)], state: "FAILED", running: 0)
        #expect(try await look(ecs).health.reason == .rolloutFailed)
    }

    @Test("a task that fails once the rollout succeeded makes the service degraded, and the rollout stays live")
    func crash() async throws {
        var ecs = ecs(
            42, [FakeTasks.serviceDeployment(42, "SUCCESSFUL", number: 1, finishedAt: 5_000)], running: 3)
        var failed = FakeTasks.task(42, "STOPPED", wanted: "STOPPED", stopCode: "EssentialContainerExited", number: 1)
        failed["stoppedAt"] = 4_000
        ecs.tasks = [failed]
        #expect(try await look(ecs).health.reason == .waiting, "it failed on the way, and was replaced")
        failed["stoppedAt"] = 6_000
        ecs.tasks = [failed]
        let (rollout, health, _) = try await look(ecs)
        #expect((health.status, health.reason) == (.degraded, .tasksFail))
        #expect(rollout.isLive("api:42"))
    }

    @Test("where AWS does not let it be read, the service's own deployments tell, and it is said")
    func refused() async throws {
        var ecs = ecs(41, [])
        ecs.refusing = ["ListServiceDeployments": "AccessDeniedException"]
        let (rollout, health, _) = try await look(ecs)
        #expect(rollout.unknown == "ListServiceDeployments: AccessDeniedException")
        #expect(health.reason == .updating)
        var failed = FakeTasks.deployment(42, state: "FAILED")
        failed["status"] = "ACTIVE"
        let before = ecs.described["deployments"]?.list ?? []
        ecs.described["deployments"] = .list(before + [failed])
        #expect(try await look(ecs).health.reason == .rolledBack)
    }

    @Test("tasks that went with a Spot instance are told by instance")
    func interruptions() async throws {
        var ecs = ecs(42, [], running: 2)
        ecs.tasks = (0..<2).map { number in
            var task = FakeTasks.task(
                42, "STOPPED", wanted: "STOPPED", stopCode: "SpotInterruption", number: number)
            task["stoppedAt"] = .integer(7_000 + number)
            return task
        }
        let found = try await look(ecs).rollout.interruptions
        #expect(found == [ServiceRollout.Interruption(at: 7_000, instance: "a", tasks: 2)])
    }
}
