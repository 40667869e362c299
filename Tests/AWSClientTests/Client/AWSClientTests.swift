import AWSELBv2
import AWSWire
import Model
import Testing

@testable import AWSClient

@Suite("A call's way to AWS")
struct AWSClientTests {
    private let clock = ManualClock(1_704_067_200)
    private static let describe = AWSCall("ecs", "DescribeServices", ["services": ["api"]])
    private static let update = AWSCall("ecs", "UpdateService", ["service": "api", "desiredCount": 2])
    private static let register = AWSCall(
        "ecs", "RegisterTaskDefinition", ["family": "api", "containerDefinitions": []])

    @Test("it is signed and sent, and its reply read")
    func send() async throws {
        let transport = ScriptedTransport(Answers.reply(["services": [["serviceName": "api"]]]))
        let reply = try await AWSClient.scripted(transport, clock: clock).send(Self.describe)
        #expect(reply["services"] == [["serviceName": "api"]])
        let sent = try #require(transport.requests.first)
        #expect(sent.url == "https://ecs.eu-west-1.amazonaws.com/")
        #expect(sent.request.headers["Host"] == "ecs.eu-west-1.amazonaws.com")
        #expect(sent.request.headers["User-Agent"] == "neap/1.2.3")
        #expect(sent.request.headers["X-Amz-Date"] == "20240101T000000Z")
        let authorization = try #require(sent.request.headers["Authorization"])
        #expect(authorization.contains("Credential=AKIDTEST/20240101/eu-west-1/ecs/aws4_request"))
        #expect(!authorization.contains("user-agent"))
    }

    @Test("a custom endpoint's path is signed and sent")
    func custom() async throws {
        let transport = ScriptedTransport(Answers.reply([:]))
        let client = try AWSClient.scripted(
            transport, clock: clock, environment: ["AWS_ENDPOINT_URL": "http://localhost:4566/aws/"])
        _ = try await client.send(Self.describe)
        #expect(transport.requests.map(\.url) == ["http://localhost:4566/aws/"])
        #expect(transport.requests.first?.request.headers["Host"] == "localhost:4566")
    }

    @Test(
        "what can not be right is refused before anything is sent",
        arguments: [
            (AWSCall("s3", "GetObject"), "UnknownService"), (AWSCall("ecs", "Nonsense"), "UnknownOperation"),
            (
                AWSCall("ecs", "UpdateService", ["service": .reference(ResourceID("Service", "api"), "arn")]),
                "UnresolvedReference"
            ),
            (AWSCall("ecs", "UpdateService", ["service": "api", "desiredCount": "two"]), "InvalidRequest"),
            (AWSCall("ecs", "UpdateService", ["desiredCount": 2]), "InvalidRequest"),
        ])
    func refused(_ call: AWSCall, _ code: String) async throws {
        let transport = ScriptedTransport(Answers.reply([:]))
        let client = try AWSClient.scripted(transport)
        let error = await awsError { try await client.send(call) }
        #expect(error?.code == code)
        #expect(error?.disposition == .permanent)
        #expect(transport.count == 0)
    }

    @Test("members and words that are newer than the model are sent")
    func newer() async throws {
        let transport = ScriptedTransport(Answers.reply([:]))
        let call = AWSCall(
            "ecs", "UpdateService",
            ["service": "api", "brandNew": 1, "propagateTags": "EVERYTHING", "availabilityZoneRebalancing": "MAYBE"])
        _ = try await AWSClient.scripted(transport).send(call)
        let body = try #require(transport.requests.first?.body)
        #expect(body.contains("brandNew"))
        #expect(body.contains("EVERYTHING"))
    }

    @Test(
        "how often a failing call is made",
        arguments: [
            ("permanent", Self.describe, Answers.error("InvalidParameterException"), 1),
            ("denied", Self.update, Answers.error("AccessDeniedException"), 1),
            ("throttled", Self.register, Answers.error("ThrottlingException"), 3),
            ("server trouble, read", Self.describe, Answers.error("ServerException", status: 500), 3),
            ("server trouble, safe", Self.update, Answers.error("ServerException", status: 500), 3),
            ("server trouble, unsafe", Self.register, Answers.error("ServerException", status: 500), 1),
            ("lost read", Self.describe, Answers.failure(.lost("")), 3),
            ("lost safe write", Self.update, Answers.failure(.timedOut("")), 3),
            ("lost unsafe write", Self.register, Answers.failure(.lost("")), 1),
            ("unreachable, unsafe", Self.register, Answers.failure(.notSent("")), 3),
            ("malformed, read", Self.describe, Answers.http(200, "<html>"), 3),
            ("malformed, unsafe", Self.register, Answers.http(200, "<html>"), 1),
            ("too large", Self.describe, Answers.failure(.tooLarge(limit: 1)), 1),
        ] as [(String, AWSCall, ScriptedTransport.Answer, Int)])
    func attempts(_ name: String, _ call: AWSCall, _ answer: @escaping ScriptedTransport.Answer, _ count: Int)
        async throws
    {
        let transport = ScriptedTransport(answer)
        let client = try AWSClient.scripted(transport, clock: clock)
        #expect(await awsError { try await client.send(call) } != nil)
        #expect(transport.count == count)
        #expect(clock.slept == Array([0.5, 1].prefix(count - 1)))
        #expect(client.log.calls.map(\.attempts) == [count])
    }

    @Test("safe writes may be made more often than the rest")
    func eager() async throws {
        let policy = RetryPolicy(repeatableWriteAttempts: 6, random: { 0 })
        for (call, count) in [(Self.update, 6), (Self.register, 3), (Self.describe, 3)] {
            let transport = ScriptedTransport(Answers.error("ThrottlingException"))
            let client = try AWSClient.scripted(transport, retry: policy)
            #expect(await awsError { try await client.send(call) }?.disposition == .throttled)
            #expect(transport.count == count)
        }
    }

    @Test("a retry that works gives the reply")
    func recovers() async throws {
        let transport = ScriptedTransport([
            Answers.error("ThrottlingException", headers: [("Retry-After", "7")]), Answers.failure(.lost("")),
            Answers.reply(["services": []]),
        ])
        let client = try AWSClient.scripted(transport, clock: clock)
        #expect(try await client.send(Self.describe)["services"] == [])
        #expect(clock.slept == [7, 1])
        #expect(client.pipeline.quota.left == 495)
    }

    @Test("Retry-After may be a date")
    func retryAfterDate() async throws {
        let transport = ScriptedTransport([
            Answers.error("ThrottlingException", headers: [("Retry-After", "Mon, 01 Jan 2024 00:00:30 GMT")]),
            Answers.reply([:]),
        ])
        _ = try await AWSClient.scripted(transport, clock: clock).send(Self.describe)
        #expect(clock.slept == [30])
    }

    @Test("an outage uses the quota up, then every call is made once")
    func outage() async throws {
        let transport = ScriptedTransport(Answers.failure(.timedOut("")))
        let client = try AWSClient.scripted(transport, clock: clock)
        for _ in 0..<100 { #expect(await awsError { try await client.send(Self.describe) } != nil) }
        #expect(transport.count == 100 + 50)
    }

    @Test("expired credentials are fetched anew once, and the call made again at once")
    func expired() async throws {
        let provider = RotatingCredentials()
        let cache = CredentialCache(provider, clock: clock)
        let transport = ScriptedTransport([Answers.error("ExpiredTokenException"), Answers.reply([:])])
        _ = try await AWSClient.scripted(transport, clock: clock, credentials: cache).send(Self.register)
        let keys = transport.requests.compactMap { $0.request.headers["Authorization"]?.split(separator: "/").first }
        #expect(keys.map { $0.suffix(5) } == ["AKID1", "AKID2"])
        #expect(clock.slept == [])

        let stubborn = ScriptedTransport(Answers.error("ExpiredTokenException"))
        let client = try AWSClient.scripted(stubborn, credentials: cache)
        #expect(await awsError { try await client.send(Self.describe) }?.disposition == .expiredCredentials)
        #expect(stubborn.count == 2)
    }

    @Test("a clock that is off is set right by AWS's, and stays so")
    func skew() async throws {
        let late = [("Date", "Mon, 01 Jan 2024 00:10:00 GMT")]
        let transport = ScriptedTransport([
            Answers.error("InvalidSignatureException", "Signature expired: 1 is now earlier than 2", headers: late),
            Answers.reply([:]),
        ])
        let client = try AWSClient.scripted(transport, clock: clock)
        _ = try await client.send(Self.register)
        _ = try await client.send(Self.register)
        #expect(
            transport.requests.map { $0.request.headers["X-Amz-Date"] } == [
                "20240101T000000Z", "20240101T001000Z", "20240101T001000Z",
            ])
    }

    @Test("a clock that is right, or an answer without a date, is not signed for again")
    func noSkew() async throws {
        for headers in [[("Date", "Mon, 01 Jan 2024 00:01:00 GMT")], []] {
            let transport = ScriptedTransport(Answers.error("RequestTimeTooSkewed", headers: headers))
            let client = try AWSClient.scripted(transport, clock: clock)
            #expect(await awsError { try await client.send(Self.describe) }?.disposition == .clockSkew)
            #expect(transport.count == 1)
        }
    }

    @Test("sensitive values that AWS repeats are masked")
    func masking() async throws {
        let call = AWSCall(
            "ecs", "RegisterTaskDefinition",
            [
                "family": "api",
                "containerDefinitions": [
                    [
                        "name": "api",
                        "environment": [["name": "KEY", "value": "hunter22"], ["name": "S", "value": "x1"]],
                    ]
                ],
            ])
        let transport = ScriptedTransport(
            Answers.error("ClientException", "family api: value 'hunter22' and 'x1' are bad, x1y is not"))
        let client = try AWSClient.scripted(transport)
        let error = await awsError { try await client.send(call) }
        #expect(error?.message == "family api: value '(masked)' and (masked) are bad, x1y is not")
    }

    @Test("a login's client secret that AWS repeats is masked", arguments: ["CreateRuleInput", "ModifyListenerInput"])
    func clientSecret(_ shape: String) {
        let login: Value = [
            "type": "authenticate-oidc", "authenticateOidcConfig": ["clientId": "web", "clientSecret": "hunter22"],
        ]
        let error = AWSError(
            service: "elbv2", operation: "Write", code: "ValidationError", message: "'hunter22' is bad for web",
            status: 400)
        let secrets = Secrets(["actions": [login], "defaultActions": [login]], ELBv2.model.shapes[shape])
        #expect(secrets.masked(error).message == "'(masked)' is bad for web")
    }

    @Test("without credentials nothing is sent")
    func nobody() async throws {
        let transport = ScriptedTransport(Answers.reply([:]))
        let client = try AWSClient.scripted(transport, credentials: CredentialChain([]))
        let error = await awsError { try await client.send(Self.describe) }
        #expect(error?.disposition == .authentication)
        #expect(transport.count == 0)
        #expect(client.log.calls.map(\.attempts) == [0])
    }

    @Test("a cancelled call ends as cancelled, an error that is not AWS's as one that shows nothing")
    func odd() async throws {
        struct Odd: Error { let secret = "hidden" }
        let cancelled = try AWSClient.scripted(ScriptedTransport { _ in throw CancellationError() })
        await #expect(throws: CancellationError.self) { try await cancelled.send(Self.update) }
        #expect(cancelled.log.writes.map(\.errorCode) == ["Cancelled"])
        let odd = try AWSClient.scripted(ScriptedTransport { _ in throw Odd() })
        #expect(await awsError { try await odd.send(Self.update) }?.message == "Odd")
    }

    @Test("the budget is asked before every attempt, except on this machine's own endpoints")
    func budget() async throws {
        for (environment, waits) in [([:], [1, 0.5, 0.5]), (["AWS_ENDPOINT_URL": "http://127.0.0.1:1"], [0.5])] {
            let clock = ManualClock()
            let table = RateTable([.init("ecs", "all", burst: 1, perSecond: 1, ["*"])])
            let transport = ScriptedTransport([
                Answers.reply([:]), Answers.error("ThrottlingException"), Answers.reply([:]),
            ])
            let client = try AWSClient.scripted(
                transport, clock: clock, budget: RateBudget(table, clock: clock), environment: environment)
            _ = try await client.send(Self.describe)
            _ = try await client.send(Self.describe)
            #expect(clock.slept == waits)
        }
    }
}

/// A new key at every fetch.
private actor RotatingCredentials: CredentialProvider {
    nonisolated let name = "rotating"
    private var number = 0

    func credentials() async throws -> ExpiringCredentials? {
        number += 1
        return ExpiringCredentials(Credentials(accessKeyID: "AKID\(number)", secretAccessKey: "s"), source: name)
    }
}
