import AWSECS
import AWSWire
import Model
import Testing

@testable import AWSClient

@Suite("Client tokens follow from the request")
struct IdempotencyTokenTests {
    private func create(_ input: Value) -> AWSCall { AWSCall("ecs", "CreateService", input) }
    private let api: Value = ["serviceName": "api", "desiredCount": 2, "launchType": "EC2"]

    @Test("the same request has the same token, in any process")
    func same() {
        let token = IdempotencyToken.token(create(api), scope: "")
        #expect(token == "1e5daf4df9ddfa774f9286f0b0a07228")
        #expect(token == IdempotencyToken.token(create(api), scope: ""))
        #expect(token.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) })
    }

    @Test("anything else has another one")
    func others() {
        var other = api
        other["desiredCount"] = 3
        let tokens = [
            IdempotencyToken.token(create(api), scope: ""), IdempotencyToken.token(create(api), scope: "commit"),
            IdempotencyToken.token(create(other), scope: ""),
            IdempotencyToken.token(AWSCall("ecs", "CreateTaskSet", api), scope: ""),
            IdempotencyToken.token(AWSCall("ec2", "CreateService", api), scope: ""),
        ]
        #expect(Set(tokens).count == tokens.count)
    }

    @Test("a token is filled in where the shape has one, and one that is there stays")
    func fill() throws {
        let operation = try #require(ECS.model.operation("CreateService"))
        let filled = IdempotencyToken.fill(create(api), operation, scope: "")
        #expect(filled.hasToken)
        #expect(filled.input["clientToken"] == .string(IdempotencyToken.token(create(api), scope: "")))

        var own = api
        own["clientToken"] = "mine"
        #expect(IdempotencyToken.fill(create(own), operation, scope: "").input == own)

        let update = try #require(ECS.model.operation("RegisterTaskDefinition"))
        let none = IdempotencyToken.fill(AWSCall("ecs", "RegisterTaskDefinition", api), update, scope: "")
        #expect(!none.hasToken)
        #expect(none.input == api)
    }

    @Test("a lost creation is made again with its token; a scoped client has another")
    func sent() async throws {
        let transport = ScriptedTransport([
            Answers.failure(.lost("")), Answers.reply([:]), Answers.reply([:]),
        ])
        let client = try AWSClient.scripted(transport)
        _ = try await client.send(create(api))
        _ = try await client.scopingTokens("second").send(create(api))
        let tokens = try transport.requests.map { try ECS.model.decode($0.request).input["clientToken"]?.string }
        #expect(tokens.count == 3)
        #expect(tokens[0] == tokens[1])
        #expect(tokens[1] != tokens[2])
        #expect(client.log.counts.writes == 2)
    }
}
