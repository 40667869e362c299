import Configuration
import Logging
import Testing

@testable import Controller

@Suite("The controller's configuration")
struct ConfigurationTests {
    private func configuration(
        flags: [String: ConfigContent] = [:], variables: [String: String] = [:], file: String = ""
    ) throws -> ControllerConfiguration {
        let file = try ConfigurationFile(Array(file.utf8), name: "controller.yaml")
        let reader = SettingReader(flags: flags, variables: variables, file: file)
        return try ControllerConfiguration(reader, repositories: file.repositories, variables: variables)
    }

    private func error(_ file: String, variables: [String: String] = [:]) -> String? {
        do {
            _ = try configuration(variables: variables, file: file)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test("a flag goes before a variable, a variable before the file")
    func precedence() throws {
        let file = "repo: file\nref: refs/heads/file\ncacheDir: /file\n"
        let variables = ["NEAP_REF": "refs/heads/variable", "NEAP_REPO": "variable"]
        let found = try configuration(flags: ["repo": .string("flag")], variables: variables, file: file)
        #expect(found.repositories.map(\.url) == ["flag"])
        #expect(found.repositories.map(\.reference) == ["refs/heads/variable"])
        #expect(found.cacheDirectory == "/file")
    }

    @Test("what nobody says is as the page says")
    func defaults() throws {
        let found = try configuration(variables: ["NEAP_REPO": "x", "NEAP_REF": ""])
        #expect(found.repositories.first?.reference == "refs/heads/main")
        #expect(found.listen == .standard)
        #expect(found.logFormat == .text)
        #expect(found.logLevel == .info)
        #expect(found.repositories.first?.git == GitSettings())
    }

    @Test("lists stand in the file as lists, in variables with commas")
    func lists() throws {
        let file = "repo: x\nenvironments: [a, b]\nallow: {accounts: [\"123456789012\"]}\n"
        #expect(try configuration(file: file).repositories.first?.environments == ["a", "b"])
        #expect(try configuration(file: file).allowedAccounts == ["123456789012"])
        let variables = ["NEAP_ENVIRONMENTS": "c, d"]
        #expect(try configuration(variables: variables, file: file).repositories.first?.environments == ["c", "d"])
    }

    @Test("several repositories have settings of their own, and else those that hold for all")
    func repositories() throws {
        let file = """
            git: {tokenFile: /all, user: robot}
            repositories:
              infra: {repo: https://example.org/infra.git, git: {tokenFile: /own}}
              other: {repo: "git@example.org:other.git", ref: refs/heads/live, environments: [x]}
            """
        let found = try configuration(variables: ["NEAP_REPOSITORIES_OTHER_GIT_TOKEN": "t"], file: file).repositories
        #expect(found.map(\.name) == ["infra", "other"])
        #expect(found.map(\.reference) == ["refs/heads/main", "refs/heads/live"])
        #expect(found.map(\.git.token) == [.file("/own"), .variable("NEAP_REPOSITORIES_OTHER_GIT_TOKEN")])
        #expect(found.map(\.git.user) == ["robot", "robot"])
    }

    @Test(
        "what is wrong is said with its place and what to do",
        arguments: [
            ("repo: x\nlisen: 1", "controller.yaml:2:1: lisen is no setting (did you mean listen?)"),
            (
                "repo: x\ngit:\n  tokenfile: /t",
                "controller.yaml:3:3: git.tokenfile is no setting (did you mean git.tokenFile?)"
            ),
            (
                "repo: x\ngit: {token: abc}",
                "controller.yaml:2:14: git.token is a secret and does not stand here: give it in the variable "
                    + "NEAP_GIT_TOKEN, or a file of it in git.tokenFile"
            ),
            ("repo: x\nref: main", "controller.yaml:2:1: ref takes a full ref name, such as refs/heads/main"),
            ("listen: here", "no repository is named: give its URL with --repo, NEAP_REPO or repo in the file"),
            (
                "repo: x\nlisten: here",
                "controller.yaml:2:1: listen takes an address and a port, such as 127.0.0.1:8090, and not here"
            ),
            (
                "repo: x\nwebhook: {listen: 8091}",
                "controller.yaml:2:11: webhook.listen takes an address and a port, such as 127.0.0.1:8090, and not 8091"
            ),
            (
                "repo: x\nlisten: \"::1:80\"",
                "controller.yaml:2:1: listen takes an IPv6 address in brackets, such as [::1]:8090, and not ::1:80"
            ),
            ("repo: x\nlog: {format: xml}", "controller.yaml:2:7: log.format is one of text, json, and not xml"),
            (
                "repo: x\ngit: {timeout: 30}",
                "controller.yaml:2:7: git.timeout is a time from 10s to 1h with its unit, such as 30s, and not 30"
            ),
            ("[a]", "controller.yaml:1:1: the configuration is a mapping of settings"),
            (
                "repositories: {infra: {ref: refs/heads/x}}",
                "controller.yaml:1:16: repositories.infra names no repository: give its URL in repo"
            ),
        ])
    func errors(file: String, message: String) { #expect(error(file) == message) }

    @Test("an error about a variable names the variable")
    func variables() {
        #expect(error("repo: x", variables: ["NEAP_LOG_LEVEL": "loud"])?.hasPrefix("NEAP_LOG_LEVEL is one of ") == true)
    }

    @Test("no setting's secret has a flag, and each variable is its key's")
    func settings() {
        #expect(Setting.all.filter { $0.kind == .secret }.allSatisfy { $0.flag == nil })
        #expect(Setting.all.first { $0.key == "git.allowPlainHttp" }?.variable == "NEAP_GIT_ALLOW_PLAIN_HTTP")
        #expect(Set(Setting.all.map(\.variable)).count == Setting.all.count)
    }

    @Test(
        "addresses to listen at",
        arguments: [
            ("127.0.0.1:80", "127.0.0.1", 80), (":9", "0.0.0.0", 9), ("[::1]:0", "::1", 0), ("host:8090", "host", 8090),
        ])
    func addresses(text: String, host: String, port: Int) throws {
        let address = try ListenAddress(text)
        #expect(address.host == host)
        #expect(address.port == port)
    }

    @Test("what is no address", arguments: ["", "8090", "::1:80", "h:70000", "h:x"])
    func noAddresses(text: String) { #expect(throws: ListenAddress.Problem.self) { try ListenAddress(text) } }
}
