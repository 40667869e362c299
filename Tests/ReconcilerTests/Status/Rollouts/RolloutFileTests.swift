import GitStore
import Model
import Planning
import Testing

@testable import Reconciler

/// The attempts to bring a revision live, from look to look.
struct RolloutFileTests {
    private let api = ResourceID("Service", "api")
    private let path = "rollouts/api/2.yaml"

    @Test("a rollout's file keeps its attempt, and is ended when the revision is live")
    func rollout() throws {
        var (stack, turn) = try Stack.rollingOut()
        stack.memory = try stack.written(turn)
        stack.now += 72
        (stack.deployments, stack.rollout) = ([Stack.deployment(2, running: 4)], nil)
        let live = try stack.turn()
        stack.memory = try stack.written(live)
        let attempts = try #require(stack.memory.rolloutFiles["rollouts/api/2.yaml"]?["attempts"]?.list)
        #expect(attempts.count == 1)
        let attempt = try #require(attempts.first)
        #expect(attempt["result"] == "live")
        #expect(attempt["startedAt"] == "2026-11-24T12:04:10Z")
        #expect(attempt["endedAt"] == "2026-11-24T12:05:22Z")
        #expect(attempt["duration"] == "1m12s")
        #expect(attempt["state"] == nil)
        #expect(attempt["changes"]?.list?.count == 1)
        #expect(attempt["from"] == 1)
        #expect(stack.memory.resourceFiles[api]?["rollout"] == nil)
        #expect(stack.memory.resourceFiles[api]?["revision"]?["lastGood"] == 2)
        #expect(StatusMessage(try stack.input(live)).message.text.contains("Neap-Result: settled"))
    }

    @Test("a rollout that ECS took back is told as such")
    func rolledBack() throws {
        var (stack, turn) = try Stack.rollingOut()
        stack.memory = try stack.written(turn)
        stack.rollout = nil
        stack.deployments = [
            Stack.deployment(1, running: 4), Stack.deployment(2, running: 0, status: "INACTIVE", state: "FAILED"),
        ]
        stack.tamper = { id, live in
            if id.kind == "Service" { live.spec["taskDefinition"] = .string("\(Stack.account):task-definition/api:2") }
        }
        let after = try stack.turn()
        #expect(after.states[api]?.health.reason == .rolledBack)
        stack.memory = try stack.written(after)
        #expect(stack.memory.rolloutFiles["rollouts/api/2.yaml"]?["attempts"]?.list?.first?["result"] == "rolledBack")
        #expect(StatusMessage(try stack.input(after)).result == "rolled-back")
        #expect(stack.memory.text("README.md").contains("rolled back to 1"))
        stack.now += 600
        for previous in [after, nil] {
            let changed = StatusTree(try stack.input(try stack.turn(after: previous))).changes
            #expect(changed.keys.sorted() == [])
        }
        let deployment = stack.memory.rolloutFiles[path]?["attempts"]?.list?.first?["deployment"]
        #expect(deployment == "ecs-svc/8260153744109482212")
    }

    @Test("the rounds of a watch that wrote the revision stay one attempt, until it is live and after")
    func rounds() throws {
        var (stack, turn) = try Stack.rollingOut()
        stack.memory = try stack.written(turn)
        stack.rollout = nil
        for running in [3, 4, 4, 4] {
            stack.now += 30
            let state = running == 4 ? "COMPLETED" : "IN_PROGRESS"
            stack.deployments = [Stack.deployment(2, running: running, pending: 4 - running, state: state)]
            turn = try stack.turn(after: turn)
            stack.memory = try stack.written(turn)
        }
        let attempts = try #require(stack.memory.rolloutFiles[path]?["attempts"]?.list)
        #expect(attempts.map { $0["result"] } == ["live"])
        #expect(attempts.first?["startedAt"] == "2026-11-24T12:04:10Z")
        #expect(attempts.first?["duration"] == "1m")
        stack.now += 30
        #expect(StatusTree(try stack.input(try stack.turn(after: turn))).changes.keys.sorted() == [])
    }

    @Test("the same revision sent once more, by another commit, is a second attempt")
    func second() throws {
        var (stack, turn) = try Stack.rollingOut()
        (stack.deployments, stack.rollout) = ([Stack.deployment(2, running: 4)], nil)
        turn = try stack.turn(after: turn)
        stack.memory = try stack.written(turn)
        stack.commit.id = "d4a81b70d07f5538e1a6c92b7d3f40e8a5b61c27"
        stack.now += 600
        stack.deployments = [
            Stack.deployment(1, running: 4), Stack.deployment(2, running: 0, status: "ACTIVE"),
        ]
        let first = try stack.turn()
        #expect(first.states[api]?.wasWritten == true)
        var again = Stack.deployment(2, running: 1, pending: 3, state: "IN_PROGRESS")
        again["id"] = "ecs-svc/1"
        stack.deployments = [again, Stack.deployment(1, running: 3, status: "ACTIVE")]
        stack.memory = try stack.written(try stack.turn(after: first))
        let attempts = try #require(stack.memory.rolloutFiles[path]?["attempts"]?.list)
        #expect(attempts.map { $0["result"] } == ["live", "progressing"])
        #expect(attempts.map { $0["number"] } == [1, 2])
        #expect(attempts.last?["commit"] == .string(stack.commit.id))
    }

    @Test("a service that is made has an attempt of its own, which changes nothing")
    func creation() throws {
        var stack = Stack()
        stack.isEmpty = true
        let first = try stack.turn()
        #expect(first.plan.counts.add == 5)
        stack.isEmpty = false
        stack.deployments = [Stack.deployment(1, running: 1, pending: 3, state: "IN_PROGRESS")]
        let turn = try stack.turn(after: first)
        stack.memory = try stack.written(turn)
        let attempt = try #require(stack.memory.rolloutFiles["rollouts/api/1.yaml"]?["attempts"]?.list?.first)
        #expect(attempt["result"] == "progressing")
        #expect(attempt["from"] == nil)
        #expect(attempt["changes"] == nil)
        #expect(StatusMessage(try stack.input(turn)).message.text.contains("Service/api: created"))
        stack.now += 60
        #expect(StatusTree(try stack.input(try stack.turn())).changes.keys.sorted() == [])
    }

    private func state(_ stack: Stack) throws -> Value {
        let attempts = try #require(stack.memory.rolloutFiles[path]?["attempts"]?.list)
        return try #require(attempts.last?["state"])
    }

    @Test("the lowest count of healthy tasks is kept from look to look; a look that can not tell changes nothing")
    func lowest() throws {
        var (stack, turn) = try Stack.rollingOut()
        let looks: [(tasks: [Value], lowest: Value)] = [
            ([Stack.tasks(starting: 2, healthy: 1), Stack.tasks(healthy: 2)], 3),
            ([Stack.tasks(starting: 2, healthy: 1), Stack.tasks(draining: 2)], 1),
            ([["running": 3], ["running": 0]], 1), ([Stack.tasks(healthy: 4), Stack.tasks()], 1),
        ]
        for look in looks {
            stack.now += 30
            stack.rollout = ["deployments": .list(look.tasks)]
            turn = try stack.turn(after: turn)
            stack.memory = try stack.written(turn)
            #expect(try state(stack)["lowestHealthy"] == look.lowest)
        }
        #expect(try state(stack)["new"] == ["starting": 0, "healthy": 4, "failed": 0])
    }

    @Test("counts make a new state, a clock does not")
    func stamp() throws {
        var (stack, turn) = try Stack.rollingOut()
        stack.memory = try stack.written(turn)
        stack.now += 30
        turn = try stack.turn(after: turn)
        #expect(StatusTree(try stack.input(turn)).changes.keys.sorted() == [])
        stack.rollout?["targets"] = ["healthy": 3, "initial": 1, "draining": 2]
        stack.memory = try stack.written(try stack.turn(after: turn))
        #expect(try state(stack)["at"] == "2026-11-24T12:04:40Z")
        #expect(try state(stack)["targets"] == ["healthy": 3, "initial": 1, "draining": 2])
    }

    @Test("tasks whose health is not known are said to run, with the reason")
    func unknown() throws {
        var (stack, turn) = try Stack.rollingOut()
        stack.rollout = ["unknown": "ListTasks: AccessDeniedException"]
        turn = try stack.turn(after: turn)
        stack.memory = try stack.written(turn)
        #expect(try state(stack)["new"] == ["starting": 0, "running": 4, "failed": 0])
        #expect(try state(stack)["lowestHealthy"] == nil)
        let readme = stack.memory.text("README.md")
        #expect(readme.contains("| 2 (new) | 0 | 4 running | 0 |"))
        #expect(readme.contains("Running 4 of 4; the floor is 2"))
        #expect(readme.contains("Not all is known: ListTasks: AccessDeniedException."))
        #expect(StatusMessage(try stack.input(turn)).subject == "api: revision 2 rolling out, 4/4 running")
    }

    @Test("what waits for room, runs unhealthy and failed is said under the table")
    func sentences() throws {
        var (stack, turn) = try Stack.rollingOut()
        stack.rollout = [
            "deployments": [Stack.tasks(waiting: 1, healthy: 1, unhealthy: 1, failed: 3), Stack.tasks(healthy: 1)]
        ]
        turn = try stack.turn(after: turn)
        stack.memory = try stack.written(turn)
        let line = "Healthy 2 of 4; the floor is 2 (`minimumHealthyPercent: 50`), the ceiling 6. "
        #expect(
            stack.memory.text("README.md").contains(
                line + "1 task waits for room. 1 task runs unhealthy. 3 tasks failed."))
        #expect(try state(stack)["waitingForRoom"] == 1)
    }
}
