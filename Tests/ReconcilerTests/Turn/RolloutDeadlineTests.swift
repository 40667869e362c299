import Model
import Testing

@testable import Reconciler

/// How long a rollout may take, and what is said of one that takes longer.
@Suite("Deadlines of rollouts")
struct RolloutDeadlineTests {
    private static let service = ResourceID("Service", "api")

    @Test("the manifest's word counts, then three times the forecast and at least ten minutes, then half an hour")
    func seconds() {
        #expect(RolloutDeadline(timeout: .seconds(90), p95: 1_000).seconds == 90)
        #expect(RolloutDeadline(timeout: nil, p95: 125).seconds == 600)
        #expect(RolloutDeadline(timeout: nil, p95: 500).seconds == 1_500)
        #expect(RolloutDeadline(timeout: nil, p95: nil).seconds == 1_800)
    }

    @Test("one second before it nothing is said; from then on the rollout is stalled, not ready, and goes on")
    func exceeded() throws {
        let (before, turn) = try Stack.rollingOut()
        var stack = before
        #expect(turn.states[Self.service]?.track?.since == Stack.start)
        stack.now = Stack.start + 1_799
        #expect(try stack.turn(after: turn).states[Self.service]?.health.reason == .rollingOut)
        stack.now += 1
        let late = try stack.turn(after: turn)
        let state = try #require(late.states[Self.service])
        #expect(state.health.reason == .deadlineExceeded)
        #expect(
            state.health.message.hasPrefix("revision 2 is not live after 30m, the deadline without a forecast: new 2/4")
        )
        #expect(late.moving.contains(Self.service) && late.isOverdue)
        let rules = ConditionRules(state).conditions
        #expect(rules.map(\.type) == [.ready, .stalled])
        #expect(rules.allSatisfy { $0.reason == .deadlineExceeded } && rules.map(\.isTrue) == [false, true])
    }

    @Test("what it waits for is the cause, where there is one")
    func cause() {
        let cause = Cause(
            rule: "image-not-found", cause: "the image does not exist", evidence: "2 of 2", fix: "push it")
        let health = RolloutDeadline(timeout: .seconds(600), p95: nil).health(of: 42, cause: cause, standing: "new 0/4")
        #expect(
            health.message
                == "revision 42 is not live after 10m, policy.rolloutTimeout: the image does not exist (2 of 2); push it"
        )
        #expect(health.status == .progressing)
    }

    @Test("a controller that was started again goes on with the attempt that the status branch remembers")
    func restarted() throws {
        var (stack, turn) = try Stack.rollingOut()
        stack.memory = try stack.written(turn)
        stack.now = Stack.start + 1_000
        turn = try stack.turn()
        #expect(turn.states[Self.service]?.track?.since == Stack.start)
        #expect(turn.states[Self.service]?.health.reason == .rollingOut)
        stack.now = Stack.start + 1_800
        #expect(try stack.turn().states[Self.service]?.health.reason == .deadlineExceeded)
    }

    @Test("a rollout that nobody wrote down began when ECS says; a clock that is another one than ours does not count")
    func unwritten() throws {
        var stack = try Stack.rollingOut().stack
        stack.memory = StatusMemory()
        for (created, since) in [(-100, -100), (50, 0), (-8 * 86_400, 0)] {
            stack.deployments[0]["createdAt"] = .integer(Stack.start + created)
            #expect(try stack.turn().states[Self.service]?.track?.since == Stack.start + since)
        }
    }

    @Test("what is late and then live is live")
    func lateAndLive() throws {
        var (stack, turn) = try Stack.rollingOut()
        stack.now = Stack.start + 2_000
        let late = try stack.turn(after: turn)
        stack.deployments = [Stack.deployment(2, running: 4)]
        stack.rollout = nil
        turn = try stack.turn(after: late)
        #expect(turn.states[Self.service]?.health.status == .healthy)
        #expect(turn.states[Self.service]?.track == nil)
    }
}
