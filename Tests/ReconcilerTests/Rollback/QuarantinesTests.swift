import Manifest
import Model
import Planning
import Testing

@testable import Reconciler

/// What ECS rolled back is held until its inputs change, a person lifts it, or it is live after all.
struct QuarantinesTests {
    private let api = ResourceID("Service", "api")
    private let path = "rollouts/api/2.yaml"

    private func held(_ turn: Turn) -> String? { turn.quarantine[api]?.revision }
    private func sends(_ turn: Turn) -> [String] { turn.plan.steps.map(\.planned.call.operation) }

    @Test("the service is held whole, unhealthy and stalled, with both revisions and the way out")
    func hold() throws {
        let (stack, turn) = try Stack.rolledBack()
        #expect(sends(turn) == [])
        let state = try #require(turn.states[api])
        let why =
            "revision 2 was rolled back to 1: ECS deployment circuit breaker: tasks failed to start; "
            + "commit a fix, or `neap rollout retry api`"
        #expect(state.plan.action == .blocked(.rolledBack, why))
        #expect(state.health == Health(.degraded, .rolledBack, why))
        let conditions = ConditionRules(state).conditions
        #expect(conditions.map(\.type) == [.ready, .stalled], "a rollback is nobody's drift")
        #expect(conditions.first { $0.type == .stalled }?.reason == .rolledBack)
        #expect(stack.memory.resourceFiles[api]?["drift"] == [])
        let quarantine = try #require(stack.memory.statusFile?["quarantine"]?.list?.first)
        #expect(quarantine["revision"] == "api:2")
        #expect(quarantine["commit"] == .string(stack.commit.id))
        #expect(quarantine["since"] == "2026-11-24T12:04:48Z")
        #expect(stack.memory.quarantine[api] == turn.quarantine[api])
    }

    @Test("the next passes send nothing and say nothing new, whether AWS remembers or only the branch does")
    func again() throws {
        var (stack, _) = try Stack.rolledBack()
        for history in [stack.history, nil] {
            stack.now += 600
            stack.history = history
            let turn = try stack.turn()
            #expect(sends(turn) == [])
            #expect(held(turn) == "api:2")
            #expect(StatusTree(try stack.input(turn)).changes.keys.sorted() == [])
        }
    }

    @Test("a lost branch loses nothing: AWS's own record holds it")
    func lost() throws {
        var (stack, _) = try Stack.rolledBack()
        stack.memory = StatusMemory()
        let turn = try stack.turn()
        #expect(sends(turn) == [])
        #expect(held(turn) == "api:2")
        stack.history = [Stack.recorded(1, "SUCCESSFUL", number: 2), Stack.recorded(2, "ROLLBACK_SUCCESSFUL", back: 1)]
        #expect(held(try stack.turn()) == nil, "somebody rolled out something else since")
    }

    @Test("within one pass it is not sent a second time, though nothing is written down yet")
    func onePass() throws {
        var (stack, first) = try Stack.rollingOut()
        stack.rollout = nil
        stack.deployments = [Stack.deployment(1, running: 4)]
        stack.history = [Stack.recorded(2, "ROLLBACK_SUCCESSFUL", back: 1)]
        first = try stack.turn(after: first)
        #expect(sends(first) == [])
        stack.history = nil
        #expect(sends(try stack.turn(after: first)) == [], "the turn before remembers")
    }

    @Test("another image, and another setting of the service, are other inputs")
    func inputs() throws {
        var (stack, _) = try Stack.rolledBack()
        stack.image = "1.8.1"
        let fixed = try stack.turn()
        #expect(sends(fixed) == ["RegisterTaskDefinition", "UpdateService"])
        #expect(held(fixed) == nil)
    }

    @Test("a revert goes back to the revision that serves, and writes nothing")
    func revert() throws {
        var (stack, _) = try Stack.rolledBack()
        (stack.image, stack.liveImage, stack.liveRevision) = ("1.7.4", "1.7.4", 1)
        let turn = try stack.turn()
        #expect(sends(turn) == [])
        #expect(turn.isSettled)
        #expect(held(turn) == nil)
    }

    @Test("a retry that is newer lifts it, is told as a second attempt, and is good for one")
    func retry() throws {
        var (stack, turn) = try Stack.rolledBack()
        let since = try #require(turn.quarantine[api]?.since)
        stack.control.retries = [.init(service: "api", revision: "api:2", at: since, by: "Ada")]
        #expect(sends(try stack.turn()) == [], "it is not newer")
        stack.control.retries = [.init(service: "api", revision: "api:2", at: since + 1, by: "Ada")]
        stack.now = since + 1
        let first = try stack.turn()
        #expect(sends(first) == ["UpdateService"])
        var again = Stack.deployment(2, running: 1, pending: 3, state: "IN_PROGRESS")
        again["id"] = "ecs-svc/9"
        stack.deployments = [again, Stack.deployment(1, running: 4, status: "ACTIVE")]
        stack.history = [Stack.recorded(2, "IN_PROGRESS", number: 2)] + (stack.history ?? [])
        turn = try stack.turn(after: first)
        stack.memory = try stack.written(turn)
        #expect(stack.memory.quarantine.isEmpty)
        stack.deployments = [Stack.deployment(1, running: 4)]
        stack.history?[0] = Stack.recorded(2, "ROLLBACK_SUCCESSFUL", number: 2, back: 1)
        turn = try stack.turn(after: turn)
        #expect(sends(turn) == [])
        #expect(turn.quarantine[api]?.since == since + 1)
        stack.memory = try stack.written(turn)
        let attempts = try #require(stack.memory.rolloutFiles[path]?["attempts"]?.list)
        #expect(attempts.map { $0["result"] } == ["rolledBack", "rolledBack"])
        #expect(attempts.map { $0["trigger"] } == ["commit", "retry"])
        #expect(sends(try stack.turn()) == [])
    }

    @Test("a retry whose end nobody saw holds again")
    func unseen() throws {
        var (stack, turn) = try Stack.rolledBack()
        let since = try #require(turn.quarantine[api]?.since)
        stack.control.retries = [.init(service: "api", revision: "api:2", at: since + 5, by: "Ada")]
        stack.history = [Stack.recorded(2, "ROLLBACK_SUCCESSFUL", number: 2, back: 1)] + (stack.history ?? [])
        turn = try stack.turn()
        #expect(sends(turn) == [])
        #expect(turn.quarantine[api]?.since == since + 5)
    }

    @Test("a manifest that can not be read lifts nothing")
    func broken() throws {
        var (stack, _) = try Stack.rolledBack()
        stack.extra = ["production/broken.yaml": "kind: ["]
        let target = try stack.target()
        #expect(!target.desired.isComplete)
        #expect(held(try stack.turn()) == "api:2")
    }
}
