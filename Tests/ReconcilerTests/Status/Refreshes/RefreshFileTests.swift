import Kinds
import Model
import Planning
import Testing

@testable import Reconciler

@Suite("The attempts to roll a group's instances, from look to look")
struct RefreshFileTests {
    private let spot = ResourceID("AutoScalingGroup", "spot")
    private let path = "refreshes/spot/2.yaml"

    /// The group as AWS shows it: instances of these versions, and the newest refresh.
    private func show(
        _ versions: [String], _ status: String?, own: String = "1", reason: String = "", paused: Bool = false,
        obstacle: Value? = nil, to wanted: String = "2", name: String = "8f1c", in stack: inout Stack
    ) {
        stack.tamper = { id, live in
            guard id.kind == "AutoScalingGroup" else { return }
            live.detail = [
                "launchTemplate": ["launchTemplateId": "lt-1", "version": .string(own)],
                "desiredCapacity": .integer(versions.count), "availabilityZones": ["eu-west-1a", "eu-west-1b"],
                "instances": .list(
                    versions.enumerated().map { number, version in
                        [
                            "instanceId": .string("i-\(number)"), "lifecycleState": "InService",
                            "launchTemplate": ["launchTemplateId": "lt-1", "version": .string(version)],
                        ]
                    }),
            ]
            guard let status else {
                live.spec["launchTemplate"]?["version"] = .string(own)
                return
            }
            let isBack = status.hasPrefix("Rollback") || status == "Cancelled"
            if isBack { live.spec["launchTemplate"]?["version"] = .string(own) }
            live.detail["refresh"] = [
                "instanceRefreshId": .string(name), "status": .string(status),
                "percentageComplete": 33, "isOurs": true,
                "isPaused": .bool(paused), "statusReason": .string(reason),
                "preferences": ["minHealthyPercentage": 100, "maxHealthyPercentage": 110],
                "desiredConfiguration": [
                    "launchTemplate": ["launchTemplateId": "lt-1", "version": .string(wanted)]
                ],
            ]
            live.detail["refresh"]?["obstacle"] = obstacle
        }
    }

    private func rolling() throws -> (stack: Stack, turn: Turn) {
        var stack = Stack()
        stack.extra["production/spot.yaml"] = """
            apiVersion: neap/v1
            kind: AutoScalingGroup
            metadata: {name: spot}
            spec: {minSize: 1, maxSize: 4, launchTemplate: {launchTemplateId: lt-1, version: "2"}}
            """
        show(["1", "1", "1"], nil, own: "2", in: &stack)
        stack.memory = try stack.written(try stack.turn())
        show(["2", "1", "1"], "InProgress", in: &stack)
        return (stack, try stack.turn())
    }

    private func attempt(_ stack: Stack) -> Value? { stack.memory.refreshFiles[path]?["attempts"]?.list?.last }

    @Test("a refresh under way is told in its file, the README, and the commit")
    func progress() throws {
        var (stack, turn) = try rolling()
        let message = StatusMessage(try stack.input(turn))
        #expect(message.subject == "spot: rolling 3 instances to template version 2, 1/3 new")
        #expect(message.result == "progressing")
        stack.memory = try stack.written(turn)
        #expect(attempt(stack)?["result"] == "progressing")
        #expect(attempt(stack)?["refresh"] == "8f1c")
        #expect(attempt(stack)?["from"] == "1")
        #expect(
            attempt(stack)?["state"] == [
                "percentage": 33, "lowest": 3, "newInstances": ["starting": 0, "inService": 1, "leaving": 0],
                "oldInstances": ["starting": 0, "inService": 2, "leaving": 0],
            ])
        let readme = stack.memory.text("README.md")
        #expect(readme.contains("**AutoScalingGroup/spot** · template version 1 → 2 · started 2026-11-24 12:04:10Z"))
        #expect(readme.contains("| 2 (new) | 0 | 1 | 0 |\n| 1 (old) | 0 | 2 | 0 |"))
        #expect(readme.contains("| 1 → 2 |"))
        stack.now += 60
        #expect(StatusTree(try stack.input(try stack.turn(after: turn))).changes.keys.sorted() == [])
        turn = try stack.turn()
        #expect(turn.moving == [spot])
    }

    @Test("it ends once every instance is new, and stays as it was told")
    func live() throws {
        var (stack, turn) = try rolling()
        stack.memory = try stack.written(turn)
        stack.now += 300
        show(["2", "2", "2"], "Successful", own: "2", in: &stack)
        turn = try stack.turn()
        stack.memory = try stack.written(turn)
        #expect(attempt(stack)?["result"] == "live")
        #expect(attempt(stack)?["duration"] == "300s")
        #expect(attempt(stack)?["state"] == nil)
        #expect(StatusMessage(try stack.input(turn)).result == "settled")
        stack.now += 60
        show(["2", "2", "2"], nil, own: "2", in: &stack)
        #expect(StatusTree(try stack.input(try stack.turn())).changes.keys.sorted() == [])
    }

    @Test("one that went back says why, holds its version, and counts as rolled back")
    func rolledBack() throws {
        var (stack, turn) = try rolling()
        stack.memory = try stack.written(turn)
        show(["1", "1", "1"], "RollbackSuccessful", reason: "Timed out: 1 instance", in: &stack)
        turn = try stack.turn()
        #expect(turn.plan.steps == [])
        #expect(turn.states[spot]?.problem?.reason == .quarantined)
        #expect(turn.states[spot]?.health.reason == .rolledBack)
        #expect(StatusMessage(try stack.input(turn)).result == "rolled-back")
        stack.memory = try stack.written(turn)
        #expect(attempt(stack)?["result"] == "rolledBack")
        #expect(attempt(stack)?["reason"] == "Timed out: 1 instance")
        #expect(stack.memory.text("README.md").contains("`neap rollout retry spot`"))
        let held = HeldRefreshes(stack.memory)
        #expect(held["spot"] == HeldRefreshes.Held(version: "2", since: Stack.start))
        #expect(held.lifted { $0 == "spot" && $1 == "2" ? Stack.start : nil } == [])
        #expect(held.lifted { $0 == "spot" && $1 == "2" ? Stack.start + 1 : nil } == [spot])
        stack.now += 600
        #expect(StatusTree(try stack.input(try stack.turn())).changes.keys.sorted() == [])
    }

    @Test("one whose instances do not join their cluster says so, also when it has been undone")
    func lost() throws {
        var (stack, turn) = try rolling()
        let why: Value = "1 new instance does not join the cluster: i-0"
        show(["2", "1", "1"], "InProgress", obstacle: why, in: &stack)
        turn = try stack.turn()
        #expect(turn.plan.steps.map(\.planned.call.operation) == ["RollbackInstanceRefresh"])
        stack.memory = try stack.written(turn)
        #expect(attempt(stack)?["result"] == "progressing")
        #expect(attempt(stack)?["reason"] == why)
        show(["1", "1", "1"], "RollbackSuccessful", reason: "Rolled back by a call", in: &stack)
        stack.memory = try stack.written(try stack.turn())
        #expect(attempt(stack)?["result"] == "rolledBack")
        #expect(attempt(stack)?["reason"] == why)
    }

    @Test("one in whose place another came is told to be over, whoever looked meanwhile")
    func displaced() throws {
        var (stack, turn) = try rolling()
        stack.memory = try stack.written(turn)
        stack.now += 60
        stack.extra["production/spot.yaml"] = stack.extra["production/spot.yaml"]?
            .replacing("version: \"2\"", with: "version: \"3\"")
        show(["3", "1", "1"], "InProgress", to: "3", name: "9a2d", in: &stack)
        turn = try stack.turn()
        stack.memory = try stack.written(turn)
        #expect(attempt(stack)?["result"] == "superseded")
        #expect(attempt(stack)?["duration"] == "60s")
        #expect(stack.memory.refreshFiles["refreshes/spot/3.yaml"]?["attempts"]?.list?.last?["result"] == "progressing")
    }

    @Test("a pause is noted with what goes first, and the attempt goes on after it")
    func paused() throws {
        var (stack, turn) = try rolling()
        stack.memory = try stack.written(turn)
        show(["2", "1", "1"], "Cancelled", paused: true, in: &stack)
        let waits = ["AutoScalingGroup/spot#0": Outcome.deferred("after api is live: same capacity")]
        turn = try stack.turn(failing: waits)
        #expect(turn.states[spot]?.problem?.reason == .paused)
        #expect(turn.moving == [spot])
        #expect(turn.retryable == [])
        stack.memory = try stack.written(turn)
        #expect(attempt(stack)?["result"] == "paused")
        #expect(attempt(stack)?["pauses"]?.list?.first?["why"] == "after api is live: same capacity")
        #expect(stack.memory.text("README.md").contains("Paused: after api is live: same capacity."))
        show(["2", "2", "1"], "InProgress", in: &stack)
        stack.memory = try stack.written(try stack.turn())
        #expect(attempt(stack)?["number"] == 1)
        #expect(attempt(stack)?["result"] == "progressing")
        #expect(attempt(stack)?["pauses"]?.list?.count == 1)
    }

    @Test("the newest attempt of each version is what the next pass knows of the group")
    func remembered() throws {
        var (stack, turn) = try rolling()
        stack.memory = try stack.written(turn)
        let recorded = stack.memory.recordedOutputs[spot]?["refreshes"]?.list ?? []
        #expect(recorded.map { $0["refresh"] } == ["8f1c"])
        turn = try stack.turn()
        #expect(turn.states[spot]?.sync == .synced)
    }
}
