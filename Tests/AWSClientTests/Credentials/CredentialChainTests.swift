import AWSSTS
import AWSWire
import Model
import Testing

@testable import AWSClient

@Suite("The credential chain")
struct CredentialChainTests {
    private static let config = """
        [profile keys]
        aws_access_key_id = AKIDKEYS
        aws_secret_access_key = s
        [profile half]
        aws_access_key_id = AKIDHALF
        [profile role]
        role_arn = arn:aws:iam::1:role/r
        source_profile = keys
        external_id = ext
        role_session_name = me
        duration_seconds = 900
        [profile chained]
        role_arn = arn:aws:iam::1:role/second
        source_profile = role
        [profile itself]
        role_arn = arn:aws:iam::1:role/r
        source_profile = itself
        aws_access_key_id = AKIDSELF
        aws_secret_access_key = s
        [profile circle]
        role_arn = arn:aws:iam::1:role/r
        source_profile = circle2
        [profile circle2]
        role_arn = arn:aws:iam::1:role/r
        source_profile = circle
        [profile sourced]
        role_arn = arn:aws:iam::1:role/r
        credential_source = Environment
        [profile mfa]
        role_arn = arn:aws:iam::1:role/r
        source_profile = keys
        mfa_serial = arn:aws:iam::1:mfa/me
        [profile lonely]
        role_arn = arn:aws:iam::1:role/r
        [profile web]
        role_arn = arn:aws:iam::1:role/web
        web_identity_token_file = /token
        [profile process]
        credential_process = /bin/keys --now
        [profile sso]
        sso_session = company
        [profile nothing]
        region = eu-west-1
        """
    private static let both = ["AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": "s"]

    private func chain(
        _ profile: String?, _ environment: [String: String] = [:], _ transport: ScriptedTransport,
        explicit: Bool = false
    ) throws -> CredentialChain {
        var environment = environment.merging(["HOME": "/h"]) { $1 }
        if !explicit { environment["AWS_PROFILE"] = profile }
        let settings = try AWSSettings(
            environment: environment, profile: explicit ? profile : nil,
            files: .memory(["/h/.aws/config": Self.config, "/token": "jwt.jwt\n"]))
        let client = AWSClient(
            services: Answers.models, region: "eu-west-1", settings: settings,
            credentials: StaticCredentials(.test), transport: transport, logger: .silent, clock: ManualClock())
        let runner = CommandRunner { _ in
            CommandRunner.Output(
                status: 0, standardOutput: Array(#"{"Version":1,"AccessKeyId":"AKIDPROC","SecretAccessKey":"s"}"#.utf8))
        }
        return .standard(
            settings, sts: SecurityTokenService(pipeline: client.pipeline, service: STS.model), transport: transport,
            runner: runner, clock: ManualClock())
    }

    private let absent = Answers.failure(.notSent("no such host"))

    @Test(
        "the first configured place decides",
        arguments: [
            (nil, Self.both, false, "AKIDENV"), ("keys", [:], false, "AKIDKEYS"), ("keys", Self.both, false, "AKIDENV"),
            ("keys", Self.both, true, "AKIDKEYS"), ("process", [:], false, "AKIDPROC"),
        ] as [(String?, [String: String], Bool, String)])
    func first(_ profile: String?, _ environment: [String: String], _ explicit: Bool, _ expected: String) async throws {
        let chain = try chain(profile, environment, ScriptedTransport(absent), explicit: explicit)
        #expect(try await chain.credentials()?.credentials.accessKeyID == expected)
    }

    @Test(
        "a profile's role is taken on",
        arguments: [
            ("role", [:], ["AKIDKEYS"]), ("chained", [:], ["AKIDKEYS", "ASIAROLE"]), ("itself", [:], ["AKIDSELF"]),
        ] as [(String, [String: String], [String])])
    func role(_ profile: String, _ environment: [String: String], _ signers: [String]) async throws {
        let transport = ScriptedTransport(Answers.session("ASIAROLE", expires: 1_704_067_200))
        let found = try #require(try await chain(profile, environment, transport).credentials())
        #expect(found.credentials.accessKeyID == "ASIAROLE")
        #expect(found.credentials.sessionToken == "session-token")
        #expect(found.expiration == 1_704_067_200)
        let authorizations = transport.requests.compactMap { $0.request.headers["Authorization"] }
        #expect(authorizations.map { $0.contains("Credential=\(signers.first ?? "")/") }.first == true)
        #expect(authorizations.count == signers.count)
        #expect(authorizations.last?.contains("Credential=\(signers.last ?? "")/") == true)
        #expect(transport.requests.first?.url == "https://sts.eu-west-1.amazonaws.com/")
    }

    @Test("the profile's role keys go along")
    func roleKeys() async throws {
        let transport = ScriptedTransport(Answers.session("ASIAROLE", expires: 1_704_067_200))
        _ = try await chain("role", transport).credentials()
        let input = try #require(try transport.requests.first.map { try STS.model.decode($0.request).input })
        #expect(
            input == [
                "roleArn": "arn:aws:iam::1:role/r", "roleSessionName": "me", "externalId": "ext",
                "durationSeconds": 900,
            ])
    }

    private func chain(_ profile: String, _ transport: ScriptedTransport) throws -> CredentialChain {
        try chain(profile, [:], transport)
    }

    @Test("a role may stand on key variables")
    func source() async throws {
        let transport = ScriptedTransport(Answers.session("ASIAROLE", expires: 1_704_067_200))
        let chain = try chain("sourced", Self.both, transport, explicit: true)
        #expect(try await chain.credentials()?.credentials.accessKeyID == "ASIAROLE")
        #expect(transport.requests.first?.request.headers["Authorization"]?.contains("Credential=AKIDENV/") == true)
    }

    @Test(
        "a web identity is taken on without a signature",
        arguments: [
            (
                nil, ["AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "arn:aws:iam::1:role/env"],
                "arn:aws:iam::1:role/env"
            ),
            ("web", [:], "arn:aws:iam::1:role/web"),
        ] as [(String?, [String: String], String)])
    func web(_ profile: String?, _ environment: [String: String], _ arn: String) async throws {
        let transport = ScriptedTransport(Answers.session("ASIAWEB", expires: 1_704_067_200))
        let found = try await chain(profile, environment, transport).credentials()
        #expect(found?.credentials.accessKeyID == "ASIAWEB")
        let request = try #require(transport.requests.first).request
        #expect(request.headers["Authorization"] == nil)
        let (operation, input) = try STS.model.decode(request)
        #expect(operation.name == "AssumeRoleWithWebIdentity")
        #expect(input == ["roleArn": .string(arn), "roleSessionName": "neap", "webIdentityToken": "jwt.jwt"])
    }

    @Test(
        "a place that is configured wrongly says so",
        arguments: [
            ("half", "aws_access_key_id stands without aws_secret_access_key"),
            ("circle", "source_profile goes in a circle: circle → circle2 → circle"),
            ("mfa", "mfa_serial asks for a code from a person, which a controller does not have"),
            ("lonely", "role_arn needs source_profile or credential_source"),
            (
                "sso",
                "single sign-on is not read; set credential_process = aws configure export-credentials --profile sso "
                    + "--format process in another profile"
            ),
        ])
    func wrong(_ profile: String, _ message: String) async throws {
        let error = await awsError { try await chain(profile, ScriptedTransport(absent)).credentials() }
        #expect(error?.message == message)
        #expect(error?.disposition == .authentication)
    }

    @Test("without any, the error lists what was tried")
    func nothing() async throws {
        let error = await awsError { try await chain("nothing", ScriptedTransport(absent)).credentials() }
        #expect(error?.disposition == .authentication)
        #expect(
            error?.message == "no AWS credentials were found; tried: environment, container endpoint, instance metadata"
        )
    }

    @Test("key variables may say when they end")
    func ending() async throws {
        let ending = Self.both.merging(["AWS_CREDENTIAL_EXPIRATION": "2024-01-01T00:00:00Z"]) { $1 }
        #expect(try await chain(nil, ending, ScriptedTransport(absent)).credentials()?.expiration == 1_704_067_200)
        let broken = Self.both.merging(["AWS_CREDENTIAL_EXPIRATION": "soon"]) { $1 }
        #expect(await awsError { try await chain(nil, broken, ScriptedTransport(absent)).credentials() } != nil)
    }

    @Test("a key variable without its secret is an error")
    func half() async throws {
        let error = await awsError {
            try await chain(nil, ["AWS_ACCESS_KEY_ID": "AKID"], ScriptedTransport(absent)).credentials()
        }
        #expect(error?.message == "AWS_ACCESS_KEY_ID is set but AWS_SECRET_ACCESS_KEY is not")
    }

    @Test("the container's refusal is an error, although an instance could answer")
    func container() async throws {
        let transport = ScriptedTransport(Answers.http(404))
        let chain = try chain(nil, ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/a"], transport)
        #expect(await awsError { try await chain.credentials() }?.message == "the endpoint refused with status 404")
    }
}
