import AWSWire
import Synchronization
import Testing

@testable import AWSClient

@Suite("The container's endpoint")
struct ContainerCredentialsTests {
    private static let document = """
        {"RoleArn": "r", "AccessKeyId": "ASIA1", "SecretAccessKey": "hidden", "Token": "t",
         "Expiration": "2024-01-01T00:00:00Z"}
        """

    private func provider(
        _ environment: [String: String], _ transport: ScriptedTransport, files: FileReader = .memory([:]),
        clock: ManualClock = ManualClock()
    ) -> ContainerCredentials {
        ContainerCredentials(environment: environment, files: files, transport: transport, clock: clock)
    }

    @Test(
        "which URL is asked",
        arguments: [
            (
                ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/credentials?id=1"],
                "http://169.254.170.2/v2/credentials?id=1"
            ),
            (
                [
                    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/a",
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost/b",
                ], "http://169.254.170.2/a"
            ),
            (["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost:1/b"], "http://localhost:1/b"),
            (["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.9/b"], "http://127.0.0.9/b"),
            (["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1"], "http://169.254.170.23/v1"),
            (["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://[fd00:ec2::23]/v1"], "http://[fd00:ec2::23]/v1"),
            (["AWS_CONTAINER_CREDENTIALS_FULL_URI": "https://any.example/v1"], "https://any.example/v1"),
        ])
    func asked(_ environment: [String: String], _ url: String) async throws {
        let transport = ScriptedTransport(Answers.http(200, Self.document))
        let found = try #require(try await provider(environment, transport).credentials())
        #expect(transport.requests.map(\.url) == [url])
        #expect(transport.requests.map(\.timeout) == [.seconds(2)])
        #expect(found.credentials == Credentials(accessKeyID: "ASIA1", secretAccessKey: "hidden", sessionToken: "t"))
        #expect(found.expiration == 1_704_067_200)
    }

    @Test(
        "what may not be asked is an error",
        arguments: [
            ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "@evil.example/"],
            ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": ".evil.example/"],
            ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://evil.example/"],
            ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.3/"],
            ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "nonsense"],
            ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost/", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "a\r\nb"],
            [
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost/",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/no",
            ],
            [
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost/",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/nl",
            ],
        ])
    func refused(_ environment: [String: String]) async throws {
        let transport = ScriptedTransport(Answers.http(200, Self.document))
        let provider = provider(environment, transport, files: .memory(["/nl": "tok\n"]))
        #expect(await awsError { try await provider.credentials() }?.disposition == .authentication)
        #expect(transport.count == 0)
    }

    @Test("without a variable there is nothing")
    func none() async throws {
        #expect(try await provider([:], ScriptedTransport([])).credentials() == nil)
    }

    @Test("the token file is read at every fetch and goes before the variable")
    func token() async throws {
        let reads = Mutex(0)
        let files = FileReader { _ in
            reads.withLock { $0 += 1 }
            return .init("token-\(reads.withLock { $0 })".utf8)
        }
        let transport = ScriptedTransport(Answers.http(200, Self.document))
        let provider = provider(
            [
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost/",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/t", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "old",
            ], transport, files: files)
        _ = try await provider.credentials()
        _ = try await provider.credentials()
        #expect(transport.requests.map { $0.request.headers["Authorization"] } == ["token-1", "token-2"])
    }

    @Test("it is asked three times, and a refusal is an error")
    func tries() async throws {
        let environment = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/a"]
        let (clock, failing) = (ManualClock(), ScriptedTransport(Answers.failure(.timedOut(""))))
        let error = await awsError { try await provider(environment, failing, clock: clock).credentials() }
        #expect(error?.disposition == .transient)
        #expect(failing.count == 3)
        #expect(clock.slept == [1, 1])

        let refusing = ScriptedTransport(Answers.http(403, "AKIASECRET"))
        let refusal = await awsError { try await provider(environment, refusing).credentials() }
        #expect(refusal?.disposition == .authentication)
        #expect(refusal?.message == "the endpoint refused with status 403")

        let late = ScriptedTransport([Answers.http(500), Answers.http(200, Self.document)])
        #expect(try await provider(environment, late).credentials()?.credentials.accessKeyID == "ASIA1")
    }

    @Test(
        "a reply that is no credentials is an error that does not quote it",
        arguments: ["", "{}", "{\"a\": ASIASECRET}", #"{"AccessKeyId": "ASIASECRET"}"#])
    func malformed(_ body: String) async throws {
        let transport = ScriptedTransport(Answers.http(200, body))
        let provider = provider(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/a"], transport)
        let error = try #require(await awsError { try await provider.credentials() })
        #expect(!error.description.contains("SECRET"))
    }
}
