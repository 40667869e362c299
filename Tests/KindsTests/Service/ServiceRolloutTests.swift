import Model
import Testing

@testable import Kinds

@Suite("How a rollout stands")
struct ServiceRolloutTests {
    private let api = Resource.sample("Service", "api", ["cluster": "demo", "taskDefinition": "api:42"])

    /// A service that moves from 41 to 42, behind a target group.
    private func ecs(_ tasks: [Value], balanced: Bool = true) -> FakeTasks {
        var ecs = FakeTasks()
        ecs.tasks = tasks
        ecs.described = [
            "serviceName": "api", "status": "ACTIVE", "clusterArn": .string(FakeTasks.cluster),
            "serviceArn": "arn:aws:ecs:eu-west-1:123456789012:service/demo/api", "desiredCount": 4, "runningCount": 5,
            "pendingCount": 1,
            "deployments": [FakeTasks.deployment(42, running: 3), FakeTasks.deployment(41, running: 2)],
        ]
        if balanced {
            ecs.described["loadBalancers"] = [
                ["targetGroupArn": .string(FakeTargets.group), "containerName": "api", "containerPort": 3000]
            ]
        }
        return ecs
    }

    private func observe(
        _ ecs: FakeTasks, _ targets: FakeTargets = FakeTargets(), cache: ObservationCache = ObservationCache()
    ) async -> (live: Live?, operations: [String]) {
        let aws = FakeAWS([ecs, targets])
        let context = ObservationContext(aws: aws, region: "eu-west-1", accountID: "123456789012", cache: cache)
        let found = await Service.observe([api], context)
        #expect(await aws.violations.isEmpty)
        return (found[api.id]?.live, await aws.calls.map(\.operation))
    }

    private func message(_ live: Live?) -> String? { live.map { Service.health(of: api, live: $0).message } }

    @Test("every task counts once: by its status, its container's check and its target")
    func counts() async throws {
        let ecs = ecs([
            FakeTasks.task(42, "PENDING", number: 1), FakeTasks.task(42, "PROVISIONING", number: 2),
            FakeTasks.task(42, "RUNNING", port: 101, number: 3), FakeTasks.task(42, "RUNNING", port: 102, number: 4),
            FakeTasks.task(42, "RUNNING", port: 103, number: 5),
            FakeTasks.task(42, "RUNNING", port: 104, health: "UNHEALTHY", number: 6),
            FakeTasks.task(42, "RUNNING", port: 105, number: 7),
            FakeTasks.task(41, "RUNNING", port: 106, health: "HEALTHY", number: 8),
            FakeTasks.task(41, "DEACTIVATING", wanted: "STOPPED", port: 107, number: 9),
            FakeTasks.task(41, "STOPPED", wanted: "STOPPED", stopCode: "ServiceSchedulerInitiated", number: 10),
            FakeTasks.task(42, "STOPPED", wanted: "STOPPED", stopCode: "TaskFailedToStart", number: 11),
        ])
        let targets = FakeTargets(states: [
            "i-a:101": "healthy", "i-a:102": "initial", "i-a:103": "unhealthy", "i-a:104": "healthy",
            "i-a:106": "healthy", "i-a:107": "draining", "i-b:105": "healthy",
        ])
        let live = try #require(await observe(ecs, targets).live)
        let rollout = ServiceRollout(live.detail)
        // Of the running ones 102 is being checked, 105 has no target on its own instance.
        #expect(rollout.newTasks.starting == 3)
        #expect(rollout.newTasks.running == 5)
        #expect(rollout.newTasks.healthy == 1)
        #expect(rollout.newTasks.unhealthy == 2)
        #expect(rollout.newTasks.failed == 1)
        #expect(rollout.allTasks.waitingForRoom == 1)
        #expect(rollout.oldTasks.healthy == 1)
        #expect(rollout.oldTasks.draining == 1)
        #expect(rollout.targets == ["healthy": 4, "initial": 1, "unhealthy": 1, "draining": 1])
        #expect(
            message(live) == "revision 42: new 1/4 healthy, 3 starting, 2 unhealthy, 1 failed; "
                + "old 1 healthy, 1 draining; 1 waits for room")
    }

    @Test("a task with an address of its own is found among the targets by it, and no instance is asked for")
    func addresses() async throws {
        var second = FakeTasks.task(42, "RUNNING", number: 2)
        second["attachments"] = [
            [
                "type": "ElasticNetworkInterface", "details": [["name": "privateIPv4Address", "value": "10.0.0.2"]],
            ]
        ]
        let ecs = ecs([
            FakeTasks.task(42, "RUNNING", address: "10.0.0.1", number: 1), second,
            FakeTasks.task(41, "DEACTIVATING", wanted: "STOPPED", address: "10.0.0.3", number: 3),
        ])
        let targets = FakeTargets(states: ["10.0.0.1:3000": "healthy", "10.0.0.2:3000": "initial"])
        let (live, operations) = await observe(ecs, targets)
        #expect(message(live) == "revision 42: new 1/4 healthy, 1 starting; old 0 healthy, 1 draining")
        #expect(!operations.contains("DescribeContainerInstances"))
    }

    @Test("old tasks are not held against a target group that came with the new revision")
    func newGroup() async {
        let ecs = ecs([
            FakeTasks.task(42, "RUNNING", port: 101, number: 1), FakeTasks.task(42, "RUNNING", port: 102, number: 2),
            FakeTasks.task(41, "RUNNING", port: 103, number: 3), FakeTasks.task(41, "RUNNING", port: 104, number: 4),
            FakeTasks.task(41, "RUNNING", port: 105, health: "UNHEALTHY", number: 5),
        ])
        let live = await observe(ecs, FakeTargets(states: ["i-a:101": "initial"])).live
        #expect(message(live) == "revision 42: new 0/4 healthy, 2 starting; old 2 healthy, 1 unhealthy")
    }

    @Test("beside a new target group, old tasks are still held against the one that they are registered in")
    func besideNewGroup() async {
        var ecs = ecs([
            FakeTasks.task(42, "RUNNING", port: 101, number: 1), FakeTasks.task(42, "RUNNING", port: 102, number: 2),
            FakeTasks.task(41, "RUNNING", port: 103, number: 3), FakeTasks.task(41, "RUNNING", port: 104, number: 4),
            FakeTasks.task(41, "RUNNING", port: 105, number: 5),
        ])
        ecs.described["loadBalancers"] = .list(
            [FakeTargets.group, "arn:new"].map {
                ["targetGroupArn": .string($0), "containerName": "api", "containerPort": 3000]
            })
        var targets = FakeTargets(states: ["i-a:101": "healthy", "i-a:103": "healthy", "i-a:104": "unhealthy"])
        targets.others = ["arn:new": ["i-a:101": "healthy", "i-a:102": "healthy"]]
        let live = await observe(ecs, targets).live
        #expect(message(live) == "revision 42: new 1/4 healthy, 1 starting; old 1 healthy, 1 starting, 1 unhealthy")
    }

    @Test("a container's check that has not come to an end is no health, where there is none running is enough")
    func checks() async {
        var ecs = ecs(
            [FakeTasks.task(42, "RUNNING", number: 1), FakeTasks.task(41, "RUNNING", number: 2)], balanced: false)
        ecs.checked = [FakeTasks.definition(42)]
        let (live, operations) = await observe(ecs)
        #expect(message(live) == "revision 42: new 0/4 healthy, 1 starting; old 1 healthy")
        #expect(!operations.contains("DescribeTargetHealth"))
    }

    @Test("a task that drains is told of when ECS lists its deployment no more")
    func gone() async {
        var ecs = ecs([FakeTasks.task(40, "STOPPING", wanted: "STOPPED", number: 1)], balanced: false)
        ecs.described["deployments"] = [FakeTasks.deployment(42)]
        let live = await observe(ecs).live
        #expect(message(live) == "revision 42: new 0/4 healthy, 1 starting; old 0 healthy, 1 draining")
        #expect(live.map { ServiceRollout($0.detail).old.map(\.revision) } == [40])
    }

    @Test("tasks that ECS counts and does not list yet are said to run, no more")
    func behind() async {
        let live = await observe(ecs([FakeTasks.task(42, "PENDING", number: 1)])).live
        #expect(message(live) == "revision 42: new 0/4 healthy, 1 starting; old 2 running, 1 starting")
    }

    @Test("a task on Fargate that is provisioned does not wait for room")
    func fargate() async {
        var task = FakeTasks.task(42, "PROVISIONING", number: 1)
        task["launchType"] = "FARGATE"
        #expect(
            message(await observe(ecs([task])).live)?.hasPrefix("revision 42: new 0/4 healthy, 1 starting;") == true)
    }

    @Test(
        "a read that is refused leaves the service live, and its tasks are not called healthy",
        arguments: ["ListTasks", "DescribeTasks", "DescribeContainerInstances", "DescribeTaskDefinition"])
    func refused(operation: String) async throws {
        var ecs = ecs([
            FakeTasks.task(42, "RUNNING", port: 101, number: 1), FakeTasks.task(42, "RUNNING", port: 102, number: 2),
            FakeTasks.task(42, "RUNNING", port: 103, number: 3), FakeTasks.task(42, "PENDING", number: 4),
            FakeTasks.task(41, "RUNNING", port: 104, number: 5), FakeTasks.task(41, "RUNNING", port: 105, number: 6),
        ])
        ecs.refusing = [operation: "AccessDeniedException"]
        let live = try #require(await observe(ecs).live)
        let old = operation.hasSuffix("Tasks") ? "old 2 running, 1 starting" : "old 2 running"
        #expect(
            message(live) == "revision 42: new 3/4 running, 1 starting; \(old); "
                + "not all is known: \(operation): AccessDeniedException")
    }

    @Test("targets that can not be read leave the rest of the counts")
    func noTargets() async throws {
        let ecs = ecs([
            FakeTasks.task(42, "RUNNING", port: 101, number: 1),
            FakeTasks.task(41, "STOPPING", wanted: "STOPPED", number: 2),
        ])
        let live = await observe(ecs, FakeTargets(refusal: "HealthUnavailable")).live
        #expect(
            message(live) == "revision 42: new 1/4 running; old 0 healthy, 1 draining; "
                + "not all is known: DescribeTargetHealth: HealthUnavailable")
    }

    @Test("a service that does not move costs no call more")
    func settled() async {
        var ecs = ecs([FakeTasks.task(42, "RUNNING", number: 1)])
        ecs.described["deployments"] = [FakeTasks.deployment(42, state: "COMPLETED", running: 4)]
        ecs.described["runningCount"] = 4
        let (live, operations) = await observe(ecs)
        #expect(operations == ["DescribeServices"])
        #expect(live.map { ServiceRollout($0.detail).newTasks.healthy } == 4)
        ecs.described["runningCount"] = 3
        let moving = await observe(ecs)
        #expect(moving.operations.contains("ListTasks"))
        #expect(message(moving.live) == "revision 42: 0/4 healthy, 1 starting")
    }

    @Test("tasks are described a hundred at a time, and those that have ended only once")
    func batches() async {
        let ended = (0..<150).map {
            FakeTasks.task(42, "STOPPED", wanted: "STOPPED", stopCode: "EssentialContainerExited", number: $0)
        }
        let cache = ObservationCache()
        let ecs = ecs(ended + [FakeTasks.task(42, "PENDING", number: 999)], balanced: false)
        let described = { (operations: [String]) in operations.filter { $0 == "DescribeTasks" }.count }
        // Two for the rollout, one for why tasks fail.
        #expect(described(await observe(ecs, cache: cache).operations) == 3)
        let (live, operations) = await observe(ecs, cache: cache)
        #expect(described(operations) == 1)
        #expect(message(live)?.contains("1 starting, 150 failed") == true)
        // What ECS no longer lists is forgotten.
        let later = self.ecs([FakeTasks.task(42, "PENDING", number: 999)], balanced: false)
        #expect(message(await observe(later, cache: cache).live)?.contains("failed") == false)
    }
}
