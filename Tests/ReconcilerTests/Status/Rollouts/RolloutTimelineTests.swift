import GitStore
import Model
import Planning
import Testing

@testable import Reconciler

/// What a rollout's file tells from look to look, and at its end.
struct RolloutTimelineTests {
    private func attempt(_ stack: Stack) throws -> Value {
        try #require(stack.memory.rolloutFiles["rollouts/api/2.yaml"]?["attempts"]?.list?.last)
    }

    private func what(_ attempt: Value) -> [String] {
        (attempt["timeline"]?.list ?? []).compactMap { $0["what"]?.string }
    }

    @Test("our write and what changed since the look before, and never a clock alone")
    func entries() throws {
        var (stack, turn) = try Stack.rollingOut()
        stack.memory = try stack.written(turn)
        stack.now += 30
        turn = try stack.turn(after: turn)
        stack.rollout?["deployments"] = [Stack.tasks(waiting: 1, healthy: 3, failed: 1), Stack.tasks()]
        stack.memory = try stack.written(try stack.turn(after: turn))
        let told = try attempt(stack)
        #expect(
            what(told) == [
                "UpdateService: revision 2 is PRIMARY", "4 new tasks started; 2 new tasks healthy",
                "1 new task healthy; 1 new task failed; 1 task waiting for room",
            ])
        #expect(told["timeline"]?.list?.last?["at"] == "2026-11-24T12:04:40Z")
    }

    @Test("however long it takes, the first entry and the newest are kept")
    func limit() throws {
        var (stack, turn) = try Stack.rollingOut()
        for look in 0..<60 {
            stack.now += 30
            stack.rollout = ["deployments": [Stack.tasks(healthy: 1, failed: look), Stack.tasks(healthy: 2)]]
            turn = try stack.turn(after: turn)
            stack.memory = try stack.written(turn)
        }
        let told = what(try attempt(stack))
        #expect(told.count == 40)
        #expect(told.first == "UpdateService: revision 2 is PRIMARY")
    }

    @Test("another wave begins when tasks start again after none was starting")
    func waves() throws {
        var (stack, turn) = try Stack.rollingOut()
        var waves: [Value?] = []
        for starting in [2, 1, 0, 2] {
            stack.rollout = ["deployments": [Stack.tasks(starting: starting, healthy: 4 - starting), Stack.tasks()]]
            turn = try stack.turn(after: turn)
            stack.memory = try stack.written(turn)
            waves.append(try attempt(stack)["state"]?["wave"])
        }
        #expect(waves == [1, 1, 1, 2])
    }

    @Test("a rollback ends it with AWS's record, the digests, the cause and what to do")
    func rolledBack() throws {
        let (stack, turn) = try Stack.rolledBack()
        let told = try attempt(stack)
        #expect(told["result"] == "rolledBack")
        #expect(told["serviceDeployment"] == .string("\(Stack.account):service-deployment/demo-api/api/1"))
        #expect(told["digests"] == ["api": "sha256:2"])
        #expect(told["cause"] == "ECS deployment circuit breaker: tasks failed to start.")
        #expect(told["fix"] == "commit a fix, or `neap rollout retry api`")
        #expect(told["duration"] == "38s")
        #expect(
            what(told).last == "ECS went back to revision 1: ECS deployment circuit breaker: tasks failed to start.")
        let message = StatusMessage(try stack.input(turn))
        #expect(message.message.renderedSubject == "api: revision 2 rolled back to 1: ECS deployment circuit breaker:…")
        #expect(message.result == "rolled-back")
        let readme = stack.memory.text("README.md")
        #expect(readme.contains("| 1 (2 rolled back) |"))
        #expect(!readme.contains("## Moving"))
    }

    @Test("the cause that was found is told instead of AWS's reason")
    func cause() throws {
        var (stack, turn) = try Stack.rolledBack()
        turn.states[ResourceID("Service", "api")]?.cause = Cause(
            rule: "image-not-found", cause: "the image does not exist", evidence: "2 of 2 tasks", fix: "push it")
        stack.memory.rolloutFiles = [:]
        stack.memory = try stack.written(turn)
        let told = try attempt(stack)
        #expect(told["cause"] == "the image does not exist")
        #expect(told["evidence"] == "2 of 2 tasks")
        #expect(told["fix"] == "push it")
        #expect(
            StatusMessage(try stack.input(turn)).subject
                == "api: revision 2 rolled back to 1: the image does not exist")
    }

    @Test("what was foretold stays with the attempt, and the breaker counts while it runs")
    func forecast() throws {
        var (stack, turn) = try Stack.rollingOut()
        stack.history = [Stack.recorded(2, "IN_PROGRESS")]
        turn = try stack.turn(after: turn)
        var forecast = Forecast(seeds: 32)
        forecast.services = [
            ServiceForecast(
                ResourceID("Service", "api"), strategy: "rolling 50/150", desired: 4, floor: 2, ceiling: 6, waves: 2,
                waveSize: 2, duration: Durations(p5: 60, p50: 75, p95: 125), unended: 0, lowestHealthy: 2,
                lowestAt: 10, peakTasks: 6)
        ]
        var input = try stack.input(turn)
        input.forecast = forecast
        stack.memory = stack.memory.writing(StatusTree(input).changes)
        stack.memory = try stack.written(turn)
        let told = try attempt(stack)
        #expect(
            told["forecast"] == [
                "seeds": 32, "p50": "1m15s", "p95": "2m05s", "waves": 2, "lowestHealthy": 2, "peakTasks": 6,
                "addedInstances": 0,
            ])
        #expect(told["state"]?["circuitBreaker"] == ["failures": 1, "threshold": 3])
    }
}
