import AWSWire
import Model
import Testing

@testable import Kinds

@Suite("Container logs")
struct ContainerLogsTests {
    private static let task: Value = [
        "taskArn": "arn:aws:ecs:eu-west-1:123456789012:task/demo/0123456789abcdef0123456789abcdef",
        "containers": [["name": "api", "runtimeId": "d1"], ["name": "proxy", "runtimeId": "d2"]],
    ]

    private func definition(_ options: Value, driver: String = "awslogs") -> Value {
        [
            "containerDefinitions": [
                ["name": "api", "logConfiguration": ["logDriver": .string(driver), "options": options]],
                ["name": "proxy"],
            ]
        ]
    }

    @Test("a stream is named by prefix, container and task; without a prefix it is the container's own id")
    func streams() {
        let named = definition([
            "awslogs-group": "/ecs/api", "awslogs-stream-prefix": "p", "awslogs-region": "eu-west-1",
        ])
        let sources = ContainerLogSource.all(of: Self.task, by: named)
        #expect(sources.map(\.stream) == ["p/api/0123456789abcdef0123456789abcdef"])
        #expect(sources.first?.region == nil)
        let elsewhere = definition(["awslogs-group": "/ecs/api", "awslogs-region": "us-east-1"])
        let other = ContainerLogSource.all(of: Self.task, by: elsewhere).first
        #expect(other?.stream == "d1")
        #expect(other?.region == "us-east-1")
        #expect(ContainerLogSource.all(of: Self.task, by: definition([:], driver: "fluentd")).isEmpty)
    }

    @Test("the last lines of a container are asked for from the end, and a stream that is not there has none")
    func last() async throws {
        let source = try #require(
            ContainerLogSource.all(
                of: Self.task, by: definition(["awslogs-group": "/ecs/api", "awslogs-stream-prefix": "p"])
            ).first)
        let aws = Scripted(["GetLogEvents": ["events": [["timestamp": 1_000, "message": "one\n"]]]])
        let lines = try await ContainerLogs.last(20, of: source, through: aws)
        #expect(lines.map(\.message) == ["one"])
        let asked = await aws.calls.first?.input
        #expect(asked?["limit"] == 20)
        #expect(asked?["startFromHead"] == false)
        let none = Scripted([:], refusing: ["GetLogEvents": "ResourceNotFoundException"])
        #expect(try await ContainerLogs.last(20, of: source, through: none).isEmpty)
        let denied = Scripted([:], refusing: ["GetLogEvents": "AccessDeniedException"])
        await #expect(throws: AWSError.self) { try await ContainerLogs.last(20, of: source, through: denied) }
    }

    @Test("of the stopped tasks the newest that had run is the one whose log says most")
    func failed() {
        let stopped: [Value] = [
            Self.stopped("a", at: 10, exit: 1), Self.stopped("b", at: 30, exit: nil),
            Self.stopped("c", at: 20, exit: 2),
        ]
        let detail: Value = ["evidence": ["stopped": .list(stopped)]]
        #expect(FailedContainer.newest(in: detail) == FailedContainer(task: "c", container: "api"))
        #expect(FailedContainer.newest(in: [:]) == nil)
        #expect(!FailedContainer.isExpected(in: [:]))
    }

    private static func stopped(_ id: String, at: Int, exit: Int?) -> Value {
        var container: Value = ["name": "api"]
        container["exitCode"] = exit.map { .integer($0) }
        return [
            "taskArn": .string("arn:aws:ecs:eu-west-1:123456789012:task/demo/\(id)"), "stoppedAt": .integer(at),
            "containers": [container],
        ]
    }
}
