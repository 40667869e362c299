import Testing

@testable import AWSClient

@Suite("Settings come from variables and shared files")
struct AWSSettingsTests {
    private static let config = """
        [default]
        region = eu-central-1
        [profile prod]
        region = eu-west-1
        output = json
        [profile "two words"]
        region = us-east-2
        [stray]
        region = nowhere
        """
    private static let credentials = """
        [prod]
        aws_access_key_id = AKIDPROD
        aws_secret_access_key = hidden
        region = eu-north-1
        [only]
        aws_access_key_id = AKIDONLY
        """

    private func settings(_ environment: [String: String], profile: String? = nil) throws -> AWSSettings {
        try AWSSettings(
            environment: ["HOME": "/home/me"].merging(environment) { $1 }, profile: profile,
            files: .memory([
                "/home/me/.aws/config": Self.config, "/home/me/.aws/credentials": Self.credentials,
                "/else/config": "[profile prod]\nregion = ap-south-1", "/home/me/c2": "[default]\nregion = sa-east-1",
            ]))
    }

    @Test(
        "the region",
        arguments: [
            ([:], "eu-central-1"), (["AWS_PROFILE": "two words"], "us-east-2"),
            (["AWS_PROFILE": "prod"], "eu-north-1"), (["AWS_DEFAULT_REGION": "us-west-1"], "us-west-1"),
            (["AWS_DEFAULT_REGION": "us-west-1", "AWS_REGION": "us-west-2"], "us-west-2"),
            (["AWS_REGION": ""], "eu-central-1"),
            (
                ["AWS_CONFIG_FILE": "/else/config", "AWS_SHARED_CREDENTIALS_FILE": "/none", "AWS_PROFILE": "prod"],
                "ap-south-1"
            ),
            (["AWS_CONFIG_FILE": "~/c2"], "sa-east-1"),
        ] as [([String: String], String)])
    func region(_ environment: [String: String], _ expected: String) throws {
        #expect(try settings(environment).region == expected)
    }

    @Test("a profile asked for by name goes before AWS_PROFILE")
    func named() throws {
        let settings = try settings(["AWS_PROFILE": "prod"], profile: "two words")
        #expect(settings.profileName == "two words")
        #expect(settings.profileIsExplicit)
    }

    @Test("the credentials file's keys lie over the configuration file's")
    func merged() throws {
        let profile = try settings(["AWS_PROFILE": "prod"]).profile
        #expect(profile?["output"] == "json")
        #expect(profile?["aws_access_key_id"] == "AKIDPROD")
    }

    @Test("a profile that does not exist is an error that lists those that do", arguments: ["stray", "missing"])
    func unknown(_ name: String) {
        let error = #expect(throws: SettingsError.self) { try settings(["AWS_PROFILE": name]) }
        #expect(
            error?.description
                == "the AWS profile \"\(name)\" does not exist (there are: default, only, prod, two words)")
    }

    @Test("[profile default] goes before [default]")
    func defaultTwice() throws {
        let profiles = try SharedProfiles(config: ("[profile default]\na = 1\n[default]\na = 2\nb = 3", "f"))
        #expect(profiles["default"]?["a"] == "1")
        #expect(profiles["default"]?["b"] == "3")
    }

    @Test(
        "how often a call is made", arguments: [([:], 3), (["AWS_MAX_ATTEMPTS": "5"], 5)] as [([String: String], Int)])
    func attempts(_ environment: [String: String], _ expected: Int) throws {
        #expect(try settings(environment).maxAttempts == expected)
        #expect(throws: SettingsError.self) { try settings(["AWS_MAX_ATTEMPTS": "many"]).maxAttempts }
    }

    @Test("missing files are no error, malformed and unreadable ones are")
    func files() throws {
        #expect(try AWSSettings(environment: ["HOME": "/h"], files: .memory([:])).region == nil)
        #expect(try AWSSettings(environment: [:], files: .memory([:])).region == nil)
        #expect(throws: SettingsError("/h/.aws/config:1: neither a section, a property nor a comment")) {
            try AWSSettings(environment: ["HOME": "/h"], files: .memory(["/h/.aws/config": "rubbish"]))
        }
        #expect(throws: SettingsError.self) {
            try AWSSettings(environment: ["HOME": "/h"], files: FileReader { _ in throw CancellationError() })
        }
    }

    @Test("the machine's reader tells missing files from unreadable ones")
    func systemReader() throws {
        #expect(try FileReader.system.read("/nowhere/at/all") == nil)
        #expect(throws: (any Error).self) { try FileReader.system.read("/") }
    }
}
