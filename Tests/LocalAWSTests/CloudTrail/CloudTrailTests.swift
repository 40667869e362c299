import AWSCloudTrail
import AWSECS
import AWSWire
import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("CloudTrail's event history")
struct CloudTrailTests {
    private func endpoint() async throws -> LocalEndpoint {
        var options = LocalOptions(start: Instant(milliseconds: 1_700_000_000_000))
        options.speed = 0
        let endpoint = try LocalEndpoint(options) { 0 }
        try await endpoint.begin()
        return endpoint
    }

    private func send(_ operation: String, _ input: Value, to endpoint: LocalEndpoint) async throws {
        var request = try ECS.model.encode(AWSCall("ecs", operation, input))
        request.headers.append("User-Agent", "aws-cli/2")
        _ = await endpoint.answer(request)
    }

    private func events(_ endpoint: LocalEndpoint, _ input: Value = [:]) async throws -> [Value] {
        let call = AWSCall("cloudtrail", "LookupEvents", input)
        let reply = await endpoint.answer(try CloudTrail.model.encode(call)).reply
        let operation = try #require(CloudTrail.model.operation("LookupEvents"))
        return try CloudTrail.model.decode(operation, reply)["events"]?.list ?? []
    }

    @Test("calls that changed something are told five minutes later, newest first, with their input")
    func told() async throws {
        let endpoint = try await endpoint()
        try await send("CreateCluster", ["clusterName": "a"], to: endpoint)
        try await send("CreateCluster", ["clusterName": "b"], to: endpoint)
        try await send("ListClusters", [:], to: endpoint)
        try await send("DeleteCluster", ["cluster": "none"], to: endpoint)
        #expect(try await events(endpoint) == [])
        await endpoint.set(speed: nil, advance: .minutes(5))
        let found = try await events(endpoint)
        #expect(found.map { $0["eventName"] } == ["CreateCluster", "CreateCluster"])
        let record = try JSON.parse(Array((found.first?["cloudTrailEvent"]?.string ?? "").utf8))
        #expect(record["requestParameters"]?["clusterName"] == "b")
        #expect(record["userIdentity"]?["arn"] == "arn:aws:iam::123456789012:root")
        #expect(record["userAgent"] == "aws-cli/2")
        let named: Value = ["lookupAttributes": [["attributeKey": "EventName", "attributeValue": "DeleteCluster"]]]
        #expect(try await events(endpoint, named) == [])
    }

    @Test("what AWS calls sensitive is hidden")
    func hidden() async throws {
        let endpoint = try await endpoint()
        let container: Value = [
            "name": "api", "image": "api", "memory": 64, "environment": [["name": "TOKEN", "value": "s3cret"]],
        ]
        try await send(
            "RegisterTaskDefinition", ["family": "api", "containerDefinitions": [container]], to: endpoint)
        await endpoint.set(speed: nil, advance: .minutes(5))
        let text = try await events(endpoint).first?["cloudTrailEvent"]?.string ?? ""
        #expect(text.contains("RegisterTaskDefinition"))
        #expect(!text.contains("s3cret"))
    }
}
