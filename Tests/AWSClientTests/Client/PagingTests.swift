import AWSELBv2
import AWSWire
import Model
import Testing

@testable import AWSClient

@Suite("Paged reads")
struct PagingTests {
    private let list = AWSCall("ecs", "ListServices", ["cluster": "demo"])

    @Test("pages are asked for by their tokens and their lists joined")
    func joins() async throws {
        let transport = ScriptedTransport([
            Answers.reply(["serviceArns": ["a", "b"], "nextToken": "one"]), Answers.reply(["nextToken": "two"]),
            Answers.reply(["serviceArns": ["c"]]),
        ])
        let client = try AWSClient.scripted(transport)
        #expect(try await client.sendAll(list) == ["serviceArns": ["a", "b", "c"]])
        let tokens = try transport.requests.map { try JSON.parse($0.request.body)["nextToken"]?.string }
        #expect(tokens == [nil, "one", "two"])
        #expect(client.log.counts.reads == 3)
    }

    @Test("pages in XML, and an empty last token")
    func xml() async throws {
        let transport = ScriptedTransport([
            Answers.reply(["targetGroups": [["targetGroupName": "a"]], "nextMarker": "m"], from: ELBv2.model),
            Answers.reply(["targetGroups": [["targetGroupName": "b"]], "nextMarker": ""], from: ELBv2.model),
        ])
        let reply = try await AWSClient.scripted(transport).sendAll(AWSCall("elbv2", "DescribeTargetGroups"))
        #expect(reply["targetGroups"]?.list?.map { $0["targetGroupName"]?.string } == ["a", "b"])
        #expect(reply["nextMarker"] == nil)
        #expect(transport.requests.last?.body.contains("Marker=m") == true)
    }

    @Test("a token that comes twice ends the loop with an error")
    func loop() async throws {
        let transport = ScriptedTransport(Answers.reply(["serviceArns": ["a"], "nextToken": "same"]))
        let client = try AWSClient.scripted(transport)
        #expect(await awsError { try await client.sendAll(list) }?.code == "RepeatedPageToken")
        #expect(transport.count == 2)
    }

    @Test("what has no pages is sent once, and what fails on a later page fails")
    func others() async throws {
        let once = ScriptedTransport(Answers.reply(["services": [["serviceName": "a"]]]))
        let reply = try await AWSClient.scripted(once).sendAll(
            AWSCall("ecs", "DescribeServices", ["services": ["a"]]))
        #expect(reply["services"]?.list?.count == 1)
        #expect(once.count == 1)

        let failing = ScriptedTransport([
            Answers.reply(["serviceArns": ["a"], "nextToken": "t"]), Answers.error("ClusterNotFoundException"),
        ])
        let client = try AWSClient.scripted(failing)
        #expect(await awsError { try await client.sendAll(list) }?.isNotFound == true)
    }
}
