import AWSWire
import Testing

@testable import AWSClient

@Suite("The instance's role")
struct InstanceMetadataCredentialsTests {
    private let clock = ManualClock(1_704_067_200)

    private func provider(
        _ transport: ScriptedTransport, _ environment: [String: String] = [:]
    ) throws -> InstanceMetadataCredentials {
        InstanceMetadataCredentials(
            settings: try AWSSettings(environment: environment, files: .memory([:])), transport: transport, clock: clock
        )
    }

    private func document(_ expiration: String) -> ScriptedTransport.Answer {
        Answers.http(
            200,
            """
            {"Code": "Success", "AccessKeyId": "ASIA", "SecretAccessKey": "s", "Token": "t", "Expiration": "\(expiration)"}
            """)
    }

    @Test("it is asked by version 2 of the service")
    func asks() async throws {
        let transport = ScriptedTransport([
            Answers.http(200, "session"), Answers.http(200, "web-role\n"), document("2024-01-01T06:00:00Z"),
        ])
        let found = try #require(try await provider(transport).credentials())
        #expect(found.credentials.accessKeyID == "ASIA")
        #expect(found.expiration == clock.now + 6 * 3600)
        #expect(
            transport.requests.map { "\($0.request.method) \($0.url)" } == [
                "PUT http://169.254.169.254/latest/api/token",
                "GET http://169.254.169.254/latest/meta-data/iam/security-credentials/",
                "GET http://169.254.169.254/latest/meta-data/iam/security-credentials/web-role",
            ])
        #expect(transport.requests.first?.request.headers["x-aws-ec2-metadata-token-ttl-seconds"] == "21600")
        #expect(transport.requests.last?.request.headers["x-aws-ec2-metadata-token"] == "session")
    }

    @Test("credentials that have ended already are used on, for a while")
    func stale() async throws {
        let transport = ScriptedTransport([
            Answers.http(200, "session"), Answers.http(200, "role"), document("2023-12-31T23:00:00Z"),
        ])
        let found = try #require(try await provider(transport).credentials())
        #expect(found.expiration == clock.now + 15 * 60)
    }

    @Test("a machine without the service, and an instance without a role, have none")
    func none() async throws {
        #expect(try await provider(ScriptedTransport(Answers.failure(.notSent("")))).credentials() == nil)
        #expect(try await provider(ScriptedTransport(Answers.http(403))).credentials() == nil)
        let roleless = ScriptedTransport([Answers.http(200, "session"), Answers.http(404)])
        #expect(try await provider(roleless).credentials() == nil)
        let disabled = ScriptedTransport([])
        #expect(try await provider(disabled, ["AWS_EC2_METADATA_DISABLED": "true"]).credentials() == nil)
        #expect(disabled.count == 0)
    }

    @Test(
        "the service's address can be set",
        arguments: [
            (["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:1338"], "http://127.0.0.1:1338/latest/api/token"),
            (["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "IPv6"], "http://[fd00:ec2::254]/latest/api/token"),
        ])
    func address(_ environment: [String: String], _ url: String) async throws {
        let transport = ScriptedTransport(Answers.http(403))
        _ = try await provider(transport, environment).credentials()
        #expect(transport.requests.map(\.url) == [url])
    }
}
