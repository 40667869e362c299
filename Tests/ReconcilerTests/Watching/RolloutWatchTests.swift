import Model
import Planning
import Testing

@testable import Reconciler

/// What is told of rollouts, from look to look.
@Suite("The watch of rollouts")
struct RolloutWatchTests {
    private static let service = ResourceID("Service", "api")

    /// A rollout that was seen settled before, at its first look.
    private func rolling() throws -> (stack: Stack, turn: Turn, watch: RolloutWatch) {
        var watch = RolloutWatch()
        _ = watch.news(in: try Stack.settled().turn(), at: Stack.start - 3_600)
        let (stack, turn) = try Stack.rollingOut()
        return (stack, turn, watch)
    }

    private func ended(_ stack: Stack, after turn: Turn) throws -> Turn {
        var stack = stack
        stack.now += 72
        stack.deployments = [Stack.deployment(2, running: 4)]
        stack.rollout = nil
        return try stack.turn(after: turn)
    }

    @Test("what is settled is not told of")
    func settled() throws {
        var watch = RolloutWatch()
        let turn = try Stack.settled().turn()
        #expect(watch.news(in: turn, at: Stack.start) == [])
    }

    @Test("a rollout begins with its deployment and goes on with its numbers")
    func began() throws {
        let (_, turn, before) = try rolling()
        var watch = before
        let news = watch.news(in: turn, at: Stack.start)
        #expect(news.map(\.event) == [.began, .moved])
        #expect(news.first?.text == "revision 2 registered, deployment ecs-svc/8260153744109482212")
        #expect(
            news.last?.text
                == "new 2/4 healthy, 2 starting   old 0 healthy, 2 draining   "
                + "targets 2 initial, 2 healthy, 2 draining   wave 1")
        #expect(news.last?.members["new"]?["healthy"] == 2)
    }

    @Test("the same numbers are told once, and once a minute")
    func still() throws {
        let (_, turn, before) = try rolling()
        var watch = before
        _ = watch.news(in: turn, at: Stack.start)
        #expect(watch.news(in: turn, at: Stack.start + 59) == [])
        #expect(watch.news(in: turn, at: Stack.start + 60).map(\.event) == [.still])
        #expect(watch.news(in: turn, at: Stack.start + 119) == [])
    }

    @Test("the end is the deployment's own, with how long it took")
    func live() throws {
        let (stack, turn, before) = try rolling()
        var watch = before
        _ = watch.news(in: turn, at: Stack.start)
        let over = try ended(stack, after: turn)
        let end = watch.news(in: over, at: Stack.start + 72)
        #expect(end.map(\.text) == ["revision 2 live, 4/4 healthy, 1m12s"])
        #expect(watch.news(in: over, at: Stack.start + 200) == [])
    }

    @Test("with a forecast it says the wave of how many, the time that is left, and at the end what was foretold")
    func forecast() throws {
        let (stack, first, before) = try rolling()
        var (turn, watch) = (first, before)
        turn.states[Self.service]?.track?.expected = .init(waves: 2, p50: 75, p95: 125)
        let line = watch.news(in: turn, at: Stack.start + 30).last?.text
        #expect(line?.hasSuffix("wave 1 of 2   about 45s left") == true, "\(line ?? "")")
        let state = try #require(turn.states[Self.service])
        let view = try #require(ServiceView(state))
        let track = turn.states[Self.service]?.track
        #expect(RolloutLine(view, track).left(at: Stack.start + 100) == "at most 25s left")
        #expect(RolloutLine(view, track).left(at: Stack.start + 125) == "longer than the forecast")
        let end = watch.news(in: try ended(stack, after: turn), at: Stack.start + 72)
        #expect(end.last?.text == "revision 2 live, 4/4 healthy, 1m12s (forecast 1m15s)")
    }

    @Test("tasks without room are told apart from tasks that fail")
    func room() throws {
        let (before, turn, seen) = try rolling()
        var (stack, watch) = (before, seen)
        _ = watch.news(in: turn, at: Stack.start)
        stack.rollout = ["deployments": [Stack.tasks(starting: 1, waiting: 1, healthy: 2, failed: 1), Stack.tasks()]]
        let text = watch.news(in: try stack.turn(after: turn), at: Stack.start + 5).last?.text ?? ""
        #expect(text.contains("   1 waits for room   1 failed"), "\(text)")
    }

    @Test("a rollback is no success, whatever looks stable")
    func rolledBack() throws {
        let (before, turn, seen) = try rolling()
        var (stack, watch) = (before, seen)
        _ = watch.news(in: turn, at: Stack.start)
        var failed = Stack.deployment(2, running: 0, status: "ACTIVE", state: "FAILED")
        failed["rolloutStateReason"] = "ECS deployment circuit breaker: tasks failed to start."
        stack.deployments = [Stack.deployment(1, running: 4), failed]
        stack.rollout = nil
        let news = watch.news(in: try stack.turn(after: turn), at: Stack.start + 60)
        #expect(news.map(\.event) == [.rolledBack])
        #expect(news.first?.text.contains("rolled back to 1") == true)
    }

    @Test("what began and ended between two looks of the pass that wrote it is told once")
    func missed() throws {
        let (before, turn) = try Stack.rollingOut()
        var (stack, watch) = (before, RolloutWatch())
        let over = try ended(stack, after: turn)
        #expect(watch.news(in: over, at: Stack.start + 72).map(\.event) == [.began, .live])
        #expect(watch.news(in: over, at: Stack.start + 80) == [])
        var failed = Stack.deployment(2, running: 0, status: "ACTIVE", state: "FAILED")
        failed["rolloutStateReason"] = "ECS deployment circuit breaker: tasks failed to start."
        stack.deployments = [Stack.deployment(1, running: 4), failed]
        stack.rollout = nil
        let back = try stack.turn(after: turn)
        watch = RolloutWatch()
        #expect(watch.news(in: back, at: Stack.start + 60).map(\.event) == [.rolledBack])
        #expect(watch.news(in: back, at: Stack.start + 70) == [])
    }

    @Test("a newer deployment supersedes the one that was watched")
    func superseded() throws {
        let (before, turn, seen) = try rolling()
        var (stack, watch) = (before, seen)
        _ = watch.news(in: turn, at: Stack.start)
        stack.deployments = [
            Stack.deployment(3, running: 0, state: "IN_PROGRESS"),
            Stack.deployment(2, running: 2, status: "ACTIVE", state: "IN_PROGRESS"),
        ]
        (stack.liveRevision, stack.rollout) = (3, nil)
        let news = watch.news(in: try stack.turn(after: turn), at: Stack.start + 10)
        #expect(
            news.prefix(2).map(\.text) == [
                "revision 2 superseded by 3", "revision 3 registered, deployment ecs-svc/8260153744109482213",
            ])
    }
}
