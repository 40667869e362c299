import Kinds
import Model
import Planning
import Testing

@testable import Reconciler

/// A service whose image does not exist: what people read of it, and what stays of it.
struct ExplainedTests {
    private let api = ResourceID("Service", "api")

    /// A new image was committed and can not be pulled.
    private func stuck() throws -> (stack: Stack, turn: Turn) {
        var (stack, _) = try Stack.rollingOut()
        stack.tamper = { id, live in
            guard id.kind == "Service" else { return }
            let reason = "CannotPullContainerError: failed to resolve ref api:1.8.0: api:1.8.0: not found"
            let container: Value = ["name": "api", "reason": .string(reason)]
            let stopped: Value = [
                "taskArn": "arn:aws:ecs:eu-west-1:123456789012:task/demo-api/00aa", "stopCode": "TaskFailedToStart",
                "stoppedReason": .string(reason), "stoppedAt": .integer(Stack.start + 21), "containers": [container],
            ]
            let definition: Value = [
                "taskDefinitionArn": .string("\(Stack.account):task-definition/api:2"),
                "containerDefinitions": [["name": "api", "image": "registry.example/api:1.8.0"]],
            ]
            live.detail["evidence"] = ["stopped": [stopped], "definition": definition]
        }
        return (stack, try stack.turn())
    }

    @Test("the condition names the cause, the resource's file holds it, and README.md says what to do")
    func status() throws {
        let (stack, turn) = try stuck()
        let memory = try stack.written(turn)
        let cause = try #require(turn.states[api]?.cause)
        #expect(cause.rule == "image-not-found")
        let file = memory.text("resources/Service/api.yaml")
        #expect(file.contains("(the image does not exist)"))
        #expect(file.contains("rule: image-not-found"))
        #expect(file.contains("declared: production/api.yaml:"))
        let row = memory.text("README.md").split(separator: "\n").first { $0.contains("the image does not exist") }
        #expect(row?.contains("1 of 1 task stopped") == true)
        #expect(row?.contains("push the image or correct production/api.yaml:") == true)
    }

    @Test("a cause that was written down is not written again while nothing changes")
    func stillness() throws {
        var (stack, turn) = try stuck()
        stack.memory = try stack.written(turn)
        stack.now += 600
        #expect(StatusTree(try stack.input(try stack.turn(after: turn))).changes.keys.sorted() == [])
    }

    @Test("the cause of what was rolled back stays when ECS has forgotten the tasks", arguments: [true, false])
    func kept(sameProcess: Bool) throws {
        var (stack, _) = try stuck()
        stack.deployments = [
            Stack.deployment(1, running: 4), Stack.deployment(2, running: 0, status: "INACTIVE", state: "FAILED"),
        ]
        let tamper = stack.tamper
        stack.tamper = { id, live in
            tamper(id, &live)
            if id.kind == "Service" { live.spec["taskDefinition"] = .string("\(Stack.account):task-definition/api:2") }
        }
        let turn = try stack.turn()
        #expect(turn.states[api]?.health.reason == .rolledBack)
        #expect(turn.states[api]?.cause?.rule == "image-not-found")
        stack.memory = try stack.written(turn)
        let remembering = stack.tamper
        stack.tamper = { id, live in
            remembering(id, &live)
            if id.kind == "Service" { live.detail["evidence"] = ["stopped": []] }
        }
        let later = try stack.turn(after: sameProcess ? turn : nil)
        #expect(later.states[api]?.cause?.cause == "the image does not exist")
    }

    @Test("what neap why prints: what Git says, what AWS has, the cause, and the last lines")
    func text() throws {
        let (stack, turn) = try stuck()
        let state = try #require(turn.states[api])
        let explained = Explained(state: state, below: [], target: try stack.target())
        let line = ContainerLogs.Line(
            at: Int64(Stack.start) * 1_000, task: "00aa", container: "api", message: "fatal: \u{1B}[31mno database")
        let text = ExplainedText(explained, log: [line], logProblem: nil).text
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("Service/api   production/api.yaml:") == true)
        #expect(lines.contains { $0.hasPrefix("  Git    ") && $0.hasSuffix("which AWS was told") })
        #expect(lines.contains { $0.hasPrefix("  Cause  the image does not exist   production/api.yaml:") })
        #expect(
            lines.contains {
                $0.hasPrefix("         1 of 1 task stopped: CannotPullContainerError, api:1.8.0 not found")
            })
        #expect(lines.contains { $0.hasPrefix("  Do     push the image or correct production/api.yaml:") })
        #expect(
            lines.suffix(2) == [
                "  Log    the last line of api, task 00aa", "         12:04:10Z  fatal:  [31mno database",
            ])
        #expect(!explained.isFine)
        let json = ExplainedText(explained, log: [], logProblem: nil).json
        #expect(json.contains(#""rule":"image-not-found""#) || json.contains(#""rule": "image-not-found""#))
        #expect(!json.contains(#""log""#))
    }
}
