import AWSWire
import Model
import Testing

@testable import Importing

/// AWS in files.
struct RecordedRepliesTests {
    @Test("a task definition is known by its family and by its revision")
    func definition() async throws {
        let replies = try RecordedStack.replies()
        for name in ["web", "web:7", "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7"] {
            let call = AWSCall("ecs", "DescribeTaskDefinition", ["taskDefinition": .string(name)])
            #expect(try await replies.send(call)["taskDefinition"]?["revision"] == 7)
        }
        await #expect(throws: AWSError.self) {
            try await replies.send(AWSCall("ecs", "DescribeTaskDefinition", ["taskDefinition": "web:6"]))
        }
    }

    @Test("keys are lowered where AWS writes them large, and labels stay as they are")
    func keys() async throws {
        let file =
            #"{"ResponseMetadata": {}, "taskDefinition": {"family": "a", "containerDefinitions": "#
            + #"[{"name": "a", "dockerLabels": {"Team.Name": "x"}}]}}"#
        let replies = try RecordedStack.replies([file])
        let reply = try await replies.send(AWSCall("ecs", "DescribeTaskDefinition", ["taskDefinition": "a"]))
        let container = reply["taskDefinition"]?["containerDefinitions"]?.list?.first
        #expect(container?["dockerLabels"] == ["Team.Name": "x"])
    }

    @Test("what is neither a reply nor a task definition is refused by its name")
    func refused() throws {
        var replies = RecordedReplies()
        #expect(throws: ImportError.self) { try replies.add(Array(#"{"a": 1}"#.utf8), file: "x.json") }
        do {
            try replies.add(Array("{".utf8), file: "x.json")
            Issue.record("half a file was taken")
        } catch {
            #expect("\(error)".hasPrefix("x.json: invalid JSON"))
        }
    }

    @Test("services of several clusters need one to be named")
    func clusters() async throws {
        let second = #"{"services": [{"serviceName": "b", "clusterArn": "arn:aws:ecs:eu-west-1:1:cluster/two"}]}"#
        let replies = try RecordedStack.replies(RecordedStack.files + [second])
        await #expect(throws: ImportError.self) {
            try await OfflineImport.run(replies, cluster: nil, region: "eu-west-1", accountID: "")
        }
        let stack = try await OfflineImport.run(replies, cluster: "old", region: "eu-west-1", accountID: "")
        #expect(stack.all("Service").map(\.awsName) == ["web"])
    }
}
