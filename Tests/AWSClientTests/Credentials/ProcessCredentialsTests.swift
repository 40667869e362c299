import AWSWire
import Testing

@testable import AWSClient

@Suite("credential_process")
struct ProcessCredentialsTests {
    @Test(
        "a command line is split as a shell does",
        arguments: [
            ("a b  c", ["a", "b", "c"]), ("a 'b c' \"d e\"", ["a", "b c", "d e"]), ("a\\ b c", ["a b", "c"]),
            ("a\"b\"'c'", ["abc"]), ("''", [""]), ("\"a\\\"b\" 'c\\d' \"e\\f\"", ["a\"b", "c\\d", "e\\f"]),
            ("'open", nil), ("end\\", nil), ("  ", []),
        ] as [(String, [String]?)])
    func words(_ command: String, _ expected: [String]?) { #expect(ProcessCredentials.words(command) == expected) }

    private func run(_ status: Int, _ output: String) async throws -> ExpiringCredentials? {
        let runner = CommandRunner { words in
            #expect(words == ["give", "me keys"])
            return CommandRunner.Output(status: status, standardOutput: Array(output.utf8))
        }
        return try await ProcessCredentials(name: "p", command: "give 'me keys'", runner: runner).credentials()
    }

    @Test("what it prints")
    func prints() async throws {
        let found = try #require(
            try await run(
                0,
                """
                {"Version": 1, "AccessKeyId": "A", "SecretAccessKey": "S", "SessionToken": "T",
                 "Expiration": "2024-01-01T01:00:00+01:00"}
                """))
        #expect(found.credentials == Credentials(accessKeyID: "A", secretAccessKey: "S", sessionToken: "T"))
        #expect(found.expiration == 1_704_067_200)
    }

    @Test(
        "what is no use is an error that does not quote it",
        arguments: [
            (1, "HIDDEN"), (0, "HIDDEN"), (0, #"{"Version": 2, "AccessKeyId": "HIDDEN", "SecretAccessKey": "S"}"#),
            (0, #"{"Version": 1, "AccessKeyId": "HIDDEN"}"#),
            (0, #"{"Version": 1, "AccessKeyId": "HIDDEN", "SecretAccessKey": "S", "Expiration": "soon"}"#),
        ])
    func useless(_ status: Int, _ output: String) async throws {
        let error = try #require(await awsError { try await run(status, output) })
        #expect(error.disposition == .authentication)
        #expect(!error.description.contains("HIDDEN"))
    }

    @Test("a real child process is run")
    func child() async throws {
        let runner = CommandRunner.system(clock: SystemClock())
        let output = try await runner.run(["sh", "-c", "printf %s \"$0\"; echo lost >&2; exit 3", "said"])
        #expect(output.status == 3)
        #expect(String(decoding: output.standardOutput, as: UTF8.self) == "said")
        await #expect(throws: (any Error).self) { try await runner.run(["/no/such/program"]) }
    }
}
