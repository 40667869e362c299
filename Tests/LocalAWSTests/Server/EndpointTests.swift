import AWSECS
import AWSWire
import Foundation
import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("The embedded AWS behind its server")
struct EndpointTests {
    private func request(_ operation: String, _ input: Value) throws -> WireRequest {
        try ECS.model.encode(AWSCall("ecs", operation, input))
    }

    private func decoded(_ operation: String, _ reply: WireReply) throws -> Value {
        try ECS.model.decode(try #require(ECS.model.operation(operation)), reply)
    }

    private func options(_ directory: String? = nil) -> LocalOptions {
        var options = LocalOptions(start: Instant(milliseconds: 1_700_000_000_000))
        options.stateDirectory = directory
        options.speed = 1
        return options
    }

    private func endpoint(_ options: LocalOptions, wall: Double = 0) async throws -> LocalEndpoint {
        let endpoint = try LocalEndpoint(options) { wall }
        try await endpoint.begin()
        return endpoint
    }

    @Test("a request is read, done and answered in its protocol")
    func served() async throws {
        let endpoint = try await endpoint(options())
        let made = await endpoint.answer(try request("CreateCluster", ["clusterName": "main"]))
        #expect(try decoded("CreateCluster", made.reply)["cluster"]?["status"]?.string == "ACTIVE")
        let listed = await endpoint.answer(try request("ListClusters", [:]))
        #expect(
            try decoded("ListClusters", listed.reply)["clusterArns"]
                == ["arn:aws:ecs:us-east-1:123456789012:cluster/main"])
    }

    @Test("what the shapes forbid and what nobody knows is refused as AWS refuses it")
    func refused() async throws {
        let endpoint = try await endpoint(options())
        let missing = await endpoint.answer(try request("CreateService", ["cluster": "main"]))
        #expect(missing.reply.status == 400)
        #expect(String(decoding: missing.reply.body, as: UTF8.self).contains("InvalidParameterException"))
        let unknown = await endpoint.answer(
            WireRequest(
                headers: ["X-Amz-Target": "AmazonEC2ContainerServiceV20141113.Dance"], body: Array("{}".utf8)))
        #expect(String(decoding: unknown.reply.body, as: UTF8.self).contains("UnknownOperationException"))
    }

    @Test("state that was kept is there again, and what was cut off is not missed")
    func restarted() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "neap-\(UUID().uuidString)").path
        defer {
            do { try FileManager.default.removeItem(atPath: directory) } catch { Issue.record(error) }
        }
        let text = try await kept(in: directory)
        let journal = directory + "/journal.jsonl"
        let torn = try String(contentsOfFile: journal, encoding: .utf8) + #"{"at":17"#
        try torn.write(toFile: journal, atomically: false, encoding: .utf8)
        let second = try await endpoint(options(directory))
        #expect(await second.timeline("us-east-1").text == text)
        let listed = await second.answer(try request("ListClusters", [:]))
        #expect(try decoded("ListClusters", listed.reply)["clusterArns"]?.list?.count == 2)
    }

    /// Two clusters in a state directory; gives the timeline, and lets go of the directory.
    private func kept(in directory: String) async throws -> String {
        let endpoint = try await endpoint(options(directory))
        for name in ["a", "b"] {
            _ = await endpoint.answer(try request("CreateCluster", ["clusterName": .string(name)]))
        }
        await #expect(throws: LocalError.self, "in use") { _ = try await self.endpoint(options(directory)) }
        let text = await endpoint.timeline("us-east-1").text
        await endpoint.letGo()
        return text
    }

    @Test("faults: an error is not done, a lost reply is")
    func faults() async throws {
        let endpoint = try await endpoint(options())
        await endpoint.set(Faults(errors: 100))
        let failed = await endpoint.answer(try request("CreateCluster", ["clusterName": "a"]))
        #expect(failed.reply.status == 500)
        await endpoint.set(Faults(lostReplies: 100))
        #expect(await endpoint.answer(try request("CreateCluster", ["clusterName": "b"])).isLost)
        await endpoint.set(Faults())
        let listed = await endpoint.answer(try request("ListClusters", [:]))
        #expect(
            try decoded("ListClusters", listed.reply)["clusterArns"]
                == ["arn:aws:ecs:us-east-1:123456789012:cluster/b"])
    }
}
