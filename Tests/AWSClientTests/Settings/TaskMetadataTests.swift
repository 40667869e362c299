import AWSWire
import Testing

@testable import AWSClient

@Suite("The task that this process runs in")
struct TaskMetadataTests {
    private static let variable = "ECS_CONTAINER_METADATA_URI_V4"
    private static let task = """
        {"Cluster": "arn:aws:ecs:eu-west-1:123456789012:cluster/demo", "TaskARN": "t", "Family": "neap", "Revision": "3",
         "ServiceName": "controller"}
        """

    private func read(
        _ transport: ScriptedTransport, _ environment: [String: String] = [variable: "http://169.254.170.2/v4/0a1b"]
    ) async throws -> TaskMetadata? {
        try await TaskMetadataReader(environment: environment, transport: transport, clock: ManualClock()).task()
    }

    @Test("it is asked below the URL that the container was given, and says cluster, service and family")
    func asks() async throws {
        let transport = ScriptedTransport(Answers.http(200, Self.task))
        let task = try #require(try await read(transport))
        #expect(transport.requests.map(\.url) == ["http://169.254.170.2/v4/0a1b/task"])
        #expect(task.cluster == "arn:aws:ecs:eu-west-1:123456789012:cluster/demo")
        #expect((task.service, task.family) == ("controller", "neap"))
    }

    @Test("outside of ECS nobody is asked")
    func outside() async throws {
        let transport = ScriptedTransport(Answers.http(200, Self.task))
        #expect(try await read(transport, [:]) == nil)
        #expect(try await read(transport, [Self.variable: ""]) == nil)
        #expect(transport.count == 0)
    }

    @Test("a task of its own, or an old agent, names no service")
    func serviceless() async throws {
        let transport = ScriptedTransport(Answers.http(200, #"{"Cluster": "demo", "Family": "neap"}"#))
        #expect(try await read(transport)?.service == nil)
    }

    @Test("an endpoint that fails is asked three times, and then it is an error that names the variable")
    func fails() async throws {
        let late = ScriptedTransport([
            Answers.failure(.notSent("")), Answers.http(500), Answers.http(200, Self.task),
        ])
        #expect(try await read(late)?.family == "neap")
        let never = ScriptedTransport(Answers.failure(.timedOut("")))
        let error = await #expect(throws: TaskMetadataError.self) { _ = try await read(never) }
        #expect(never.count == 3)
        #expect(error?.description.contains("\(Self.variable) names does not answer") == true)
        for body in ["<html>", "[]", #"{"Cluster": "demo"}"#] {
            await #expect(throws: TaskMetadataError.self) {
                _ = try await read(ScriptedTransport(Answers.http(200, body)))
            }
        }
        await #expect(throws: TaskMetadataError.self) { _ = try await read(never, [Self.variable: "nonsense"]) }
    }
}
