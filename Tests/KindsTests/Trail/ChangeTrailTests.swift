import Model
import Testing

@testable import Kinds

@Suite("Who changed it")
struct ChangeTrailTests {
    private static let arn = "arn:aws:ecs:eu-west-1:123456789012:service/main/api"
    private let service = Resource.sample("Service", "api", ["cluster": "main", "desiredCount": 2])
    private let live = Live(spec: [:], outputs: ["arn": .string(arn)])
    private let ada = "arn:aws:iam::123456789012:user/ada"

    private func event(
        _ name: String, _ input: String, at time: Int, by who: String, agent: String = "aws-cli/2", more: String = ""
    ) -> Value {
        let record = """
            {"userIdentity":{"arn":"\(who)"},"userAgent":"\(agent)","requestParameters":\(input)\(more)}
            """
        return ["eventName": .string(name), "eventTime": .integer(time), "cloudTrailEvent": .string(record)]
    }

    private func aws(_ events: [Value]) -> Scripted { Scripted(["LookupEvents": ["events": .list(events)]]) }

    private func author(
        _ aws: Scripted, changing fields: [FieldPath] = [FieldPath(["desiredCount"])]
    ) async throws -> String? {
        try await ChangeTrail(aws.context).author(of: service, live, changing: fields, Service.self)?.identity
    }

    @Test("it is the newest call that names the resource, by its name or its ARN, in its cluster")
    func newest() async throws {
        let theirs = #"{"cluster":"other","service":"api"}"#
        let events = [
            event("UpdateService", theirs, at: 50, by: "eve"),
            event("UpdateService", #"{"service":"web"}"#, at: 40, by: "eve"),
            event("UpdateService", #"{"cluster":"main","service":"\#(Self.arn)"}"#, at: 30, by: ada),
            event("UpdateService", #"{"cluster":"main","service":"api"}"#, at: 20, by: "bob"),
        ]
        let aws = aws(events)
        let found = try await ChangeTrail(aws.context).author(
            of: service, live, changing: [FieldPath(["desiredCount"])], Service.self)
        #expect(found == ChangeAuthor(identity: ada, operation: "UpdateService", at: 30))
        #expect(
            await aws.calls.map { $0.input["lookupAttributes"]?.list?.first?["attributeValue"] } == ["UpdateService"])
    }

    @Test("what AWS refused changed nothing, and what Neap did last is nobody else's")
    func others() async throws {
        let input = #"{"cluster":"main","service":"api"}"#
        let refused = event("UpdateService", input, at: 9, by: "eve", more: #","errorCode":"AccessDenied""#)
        #expect(try await author(aws([refused, event("UpdateService", input, at: 8, by: ada)])) == ada)
        let ours = event("UpdateService", input, at: 9, by: "neap", agent: "neap/0.1")
        #expect(try await author(aws([ours, event("UpdateService", input, at: 8, by: ada)])) == nil)
        #expect(try await author(aws([["eventName": "UpdateService", "cloudTrailEvent": "{"]])) == nil)
    }

    @Test("a refused question is no error, and what is gone was deleted")
    func gone() async throws {
        let denied = Scripted([:], refusing: ["LookupEvents": "AccessDeniedException"])
        #expect(try await author(denied) == nil)
        let deleted = aws([event("DeleteService", #"{"cluster":"main","service":"api"}"#, at: 9, by: ada)])
        #expect(try await author(deleted, changing: []) == ada)
        #expect(ChangeTrail.operations([], Service.self) == ["DeleteService"])
    }

    @Test("any other trouble is told")
    func trouble() async {
        let failing = Scripted([:], refusing: ["LookupEvents": "ThrottlingException"])
        await #expect(throws: (any Error).self) { try await author(failing) }
    }

    @Test("the operation that a field's rule names is asked for first, and never more than four")
    func operations() {
        let named = FieldPath(["enabledMetrics"])
        #expect(ChangeTrail.operations([named], AutoScalingGroup.self).first == "EnableMetricsCollection")
        for kind in allKinds where !kind.isDeed {
            #expect(ChangeTrail.operations([FieldPath(["tags"])], kind).count <= 4)
        }
    }

    @Test("every kind that people can change says by which calls")
    func writers() {
        let silent = allKinds.filter { $0.writers.isEmpty }.map { $0.schema.kind }
        #expect(silent == ["TaskDefinition", "BeforeRollout"])
    }
}
