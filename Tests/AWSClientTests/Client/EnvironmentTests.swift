import AWSSTS
import AWSWire
import Model
import Testing

@testable import AWSClient

@Suite("The client of a process")
struct EnvironmentTests {
    private static let keys = ["AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": "s"]
    private static let identity: Value = [
        "account": "123456789012", "arn": "arn:aws:sts::123456789012:assumed-role/neap/neap", "userId": "u",
    ]

    private func client(
        _ transport: ScriptedTransport, region: String? = nil, assuming role: AssumeRoleCredentials.Role? = nil,
        environment: [String: String] = keys
    ) throws -> AWSClient {
        try AWSClient.forEnvironment(
            services: Answers.models, region: region, assuming: role, version: "1.0", environment: environment,
            files: .memory([:]), transport: transport, budget: nil, logger: .silent,
            clock: ManualClock(1_704_060_000))
    }

    @Test("the region stated goes before the variable; without any it is an error")
    func region() throws {
        let transport = ScriptedTransport([])
        #expect(try client(transport, region: "eu-west-1").region == "eu-west-1")
        let variable = Self.keys.merging(["AWS_REGION": "eu-north-1"]) { $1 }
        #expect(try client(transport, environment: variable).region == "eu-north-1")
        #expect(throws: SettingsError.self) { try client(transport) }
    }

    @Test("an environment's role is taken on once, with the credentials that are found")
    func role() async throws {
        let transport = ScriptedTransport([
            Answers.session("ASIAROLE", expires: 1_704_067_200), Answers.reply(Self.identity, from: STS.model),
        ])
        let client = try client(
            transport, region: "eu-west-1", assuming: .init(arn: "arn:aws:iam::123456789012:role/neap"))
        try await client.verifyAccount(expected: "123456789012")
        try await client.verifyAccount(expected: "123456789012")
        let signers = transport.requests.compactMap {
            $0.request.headers["Authorization"]?.firstMatch(of: /Credential=(\w+)/)?.1
        }
        #expect(signers == ["AKIDENV", "ASIAROLE", "ASIAROLE"])
        #expect(client.log.counts.byOperation == ["sts:AssumeRole": 1, "sts:GetCallerIdentity": 2])
        #expect(client.log.writes.isEmpty)
    }

    @Test("another account than expected is an authentication error that names both")
    func account() async throws {
        let transport = ScriptedTransport(Answers.reply(Self.identity, from: STS.model))
        let client = try client(transport, region: "eu-west-1")
        let error = await awsError { try await client.verifyAccount(expected: "999999999999") }
        #expect(error?.disposition == .authentication)
        #expect(error?.message.contains("123456789012, not to 999999999999") == true)
        #expect(try await client.callerIdentity().account == "123456789012")
    }

    @Test("neither a client, its settings nor its chain shows a secret when it is printed")
    func unprinted() throws {
        let variables = [
            "AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": "hidden", "AWS_REGION": "eu-west-1", "HOME": "/h",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN": "hidden",
        ]
        let files = FileReader.memory(["/h/.aws/credentials": "[default]\naws_secret_access_key = hidden"])
        let client = try AWSClient.forEnvironment(
            services: Answers.models, version: "1", environment: variables, files: files,
            transport: ScriptedTransport([]), logger: .silent)
        let settings = try AWSSettings(environment: variables, files: files)
        let chain = CredentialChain.standard(
            settings, sts: SecurityTokenService(pipeline: client.pipeline, service: nil),
            transport: ScriptedTransport([]), runner: CommandRunner { _ in throw CancellationError() },
            clock: ManualClock())
        for value: any Sendable in [client, client.pipeline, settings, settings.profiles, chain] {
            var dumped = ""
            dump(value, to: &dumped)
            #expect(!dumped.contains("hidden"))
            #expect(!"\(value)".contains("hidden"))
        }
    }

    @Test("a role that may not be taken on is STS's error")
    func denied() async throws {
        let transport = ScriptedTransport(Answers.error("AccessDenied", status: 403, from: STS.model))
        let client = try client(
            transport, region: "eu-west-1", assuming: .init(arn: "arn:aws:iam::123456789012:role/neap"))
        let error = await awsError { try await client.send(AWSCall("ecs", "ListServices")) }
        #expect(error?.operation == "AssumeRole")
        #expect(error?.disposition == .denied(action: "sts:AssumeRole"))
        #expect(transport.count == 1)
    }
}
