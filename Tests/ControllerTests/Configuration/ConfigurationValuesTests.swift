import Foundation
import GitStore
import Testing

@testable import Controller

@Suite("Values of the controller's configuration")
struct ConfigurationValuesTests {
    private static let secret = "0123456789abcdef"

    private func configuration(_ file: String, _ variables: [String: String] = [:]) throws -> ControllerConfiguration {
        let file = try ConfigurationFile(Array("repo: x\n\(file)".utf8), name: "c.yaml")
        let reader = SettingReader(flags: [:], variables: variables, file: file)
        return try ControllerConfiguration(reader, repositories: file.repositories, variables: variables)
    }

    private func error(_ file: String, _ variables: [String: String] = [:]) -> String {
        do {
            _ = try configuration(file, variables)
            return "none"
        } catch {
            return "\(error)"
        }
    }

    @Test(
        "what is none is refused where it stands",
        arguments: [
            (
                "allow: {accounts: [012345678901]}",
                "c.yaml:2:9: allow.accounts takes ids of AWS accounts, 12 digits each, and not "
            ),
            ("allow: {roles: [foo]}", "c.yaml:2:9: allow.roles takes ARNs of roles, such as "),
            (
                "allow: {roles: [\"arn:aws:iam::123456789012:user/x\"]}",
                "c.yaml:2:9: allow.roles takes ARNs of roles, such as "
            ),
            (
                "acceptRewrite: abc",
                "c.yaml:2:1: acceptRewrite takes a commit as its 40 small hexadecimal digits, and not abc"
            ),
            ("queue: {url: not a url}", "c.yaml:2:9: queue.url is the URL of an SQS queue, such as "),
            ("queue: {url: \"https://sqs\"}", "c.yaml:2:9: queue.url is the URL of an SQS queue, such as "),
        ])
    func wrong(file: String, message: String) { #expect(error(file).hasPrefix(message), "\(error(file))") }

    @Test("signers that a variable holds go before those that the file names")
    func signers() throws {
        let file = "verify: {sshFile: old, mode: all}"
        #expect(try configuration(file).verification["NEAP_VERIFY_SSH_FILE"] == "old")
        let found = try configuration(file, ["NEAP_VERIFY_SSH": "ada@example.com ssh-ed25519 AAAA"]).verification
        #expect(found["NEAP_VERIFY_SSH_FILE"] == nil && found["NEAP_VERIFY_MODE"] == "all")
        let other = try configuration(file, ["NEAP_VERIFY_OPENPGP": "keys"]).verification
        #expect(other["NEAP_VERIFY_SSH_FILE"] == "old")
    }

    @Test("an account that lost its zero says what keeps it")
    func zero() { #expect(error("allow: {accounts: [012345678901]}").contains("quotes keep a zero in front")) }

    @Test("what is one is taken")
    func right() throws {
        let roles = ["arn:aws:iam::123456789012:role/neap", "arn:aws-us-gov:iam::123456789012:role/a/b"]
        let found = try configuration(
            """
            allow: {accounts: [123456789012, "012345678901"], roles: \(roles)}
            acceptRewrite: 0123456789abcdef0123456789abcdef01234567
            queue: {url: "http://127.0.0.1:4510/123456789012/events"}
            """)
        #expect(found.allowedAccounts == ["123456789012", "012345678901"])
        #expect(found.allowedRoles == Set(roles))
        #expect(found.acceptedRewrite?.count == 40)
        #expect(found.queue?.url.hasSuffix("/events") == true)
    }

    @Test(
        "what does nothing without another setting says so",
        arguments: [
            (
                "lease: {duration: 30s}", [:],
                "c.yaml:2:9: lease.duration does nothing without lease.table (--lease-table)"
            ),
            (
                "webhook: {secretFiles: [github=/x]}", [:],
                "c.yaml:2:11: webhook.secretFiles does nothing without webhook.listen (--webhook-listen)"
            ),
            (
                "", ["NEAP_WEBHOOK_SECRET_GITEA": secret],
                "NEAP_WEBHOOK_SECRET_GITEA does nothing without webhook.listen (--webhook-listen)"
            ),
        ])
    func useless(file: String, variables: [String: String], message: String) {
        #expect(error(file, variables) == message)
    }

    @Test("a short webhook secret is refused wherever it stands")
    func short() {
        let message = error("webhook: {listen: \":0\"}", ["NEAP_WEBHOOK_SECRET_GITHUB": " x "])
        #expect(message == "NEAP_WEBHOOK_SECRET_GITHUB is shorter than 16 characters")
    }

    @Test(
        "what OpenTelemetry's variables say is not said of Neap's settings",
        arguments: [
            (["OTEL_EXPORTER_OTLP_ENDPOINT": "collector:4317"], "OTEL_EXPORTER_OTLP_ENDPOINT is the URL of "),
            (
                ["OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318", "OTEL_EXPORTER_OTLP_HEADERS": "canary"],
                "OTEL_EXPORTER_OTLP_HEADERS are name=value"
            ),
            (
                ["OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318", "NEAP_TRACES_HEADERS": "canary"],
                "NEAP_TRACES_HEADERS are name=value"
            ),
        ])
    func collectors(variables: [String: String], message: String) {
        let error = error("", variables)
        #expect(error.hasPrefix(message), "\(error)")
        #expect(!error.contains("canary"))
    }

    @Test("where it serves is known, whatever else is wrong")
    func listen() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).yaml").path
        defer { unlink(path) }
        try "listen: \":18778\"\n".write(toFile: path, atomically: true, encoding: .utf8)
        let address = try ControllerConfiguration.listen(flags: [:], variables: [:], file: path)
        #expect(address?.description == "0.0.0.0:18778")
    }

    @Test("a repository over SSH without a key is told what to give")
    func ssh() {
        let error = #expect(throws: GitError.self) { try GitSettings().access(to: "git@host:a.git") }
        #expect("\(error.map { "\($0)" } ?? "")".contains("ssh takes a deploy key: give --git-ssh-key-file"))
    }
}
