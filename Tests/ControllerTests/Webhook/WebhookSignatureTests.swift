import AWSWire
import Crypto
import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import Controller

/// Who signed a webhook.
@Suite("Webhook signatures")
struct WebhookSignatureTests {
    private static let secret = "It's a Secret to Everybody"
    private static let body = Array("Hello, World!".utf8)
    private static let signingToken = "whsec_" + Base64.encode(Array("0123456789abcdef0123456789abcdef".utf8))

    private static func signature(allowsToken: Bool = false, at now: Double = 1_000_000) -> WebhookSignature {
        var secrets = Forge.allCases.map { WebhookSecret(forge: $0, secret: secret) }
        secrets.append(WebhookSecret(forge: .gitlab, secret: signingToken))
        return WebhookSignature(WebhookSettings(secrets: secrets, allowsGitLabToken: allowsToken)) { now }
    }

    private static func fields(_ pairs: KeyValuePairs<String, String>) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in pairs { fields[.known(name)] = value }
        return fields
    }

    private static func isGood(_ forge: Forge, _ pairs: KeyValuePairs<String, String>) -> Bool {
        signature().isGood(forge, fields(pairs), body)
    }

    /// As GitHub's documentation has it for this secret and body.
    private static let code = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"

    @Test("GitHub's own example is good, and nothing beside it is")
    func github() {
        #expect(Self.isGood(.github, ["X-Hub-Signature-256": "sha256=" + Self.code]))
        #expect(!Self.isGood(.github, [:]))
        #expect(!Self.isGood(.github, ["X-Hub-Signature": "sha1=" + Self.code.prefix(40)]))
        #expect(!Self.isGood(.github, ["X-Hub-Signature-256": "sha256=" + Self.code.dropLast()]))
        #expect(!Self.isGood(.github, ["X-Hub-Signature-256": "sha256=" + Self.code.uppercased()]))
        #expect(!Self.isGood(.github, ["X-Hub-Signature-256": Self.code]))
        #expect(!Self.signature().isGood(.github, Self.fields(["X-Hub-Signature-256": "sha256=" + Self.code]), [1]))
    }

    @Test("Gitea signs without a prefix, the generic form with one")
    func others() {
        #expect(Self.isGood(.gitea, ["X-Gitea-Signature": Self.code]))
        #expect(!Self.isGood(.gitea, ["X-Gitea-Signature": "sha256=" + Self.code]))
        #expect(Self.isGood(.generic, ["X-Signature": "sha256=" + Self.code]))
        #expect(!Self.isGood(.generic, ["X-Signature": "sha1=" + Self.code]))
    }

    private static func standard(id: String = "msg_1", time: String = "1000000", key: String = signingToken)
        -> HTTPFields
    {
        let bytes = Base64.decode(String(key.dropFirst(6))) ?? []
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("\(id).\(time).".utf8) + body, using: SymmetricKey(data: bytes))
        return fields([
            "webhook-id": id, "webhook-timestamp": time,
            "webhook-signature": "v1,bm90aGluZw== v1,\(Base64.encode(Array(code)))",
        ])
    }

    @Test("GitLab signs as Standard Webhooks says; one of several signatures has to be good, and its time near ours")
    func gitlab() {
        let signed = Self.standard()
        #expect(Self.signature().isGood(.gitlab, signed, Self.body))
        #expect(Self.signature(at: 1_000_299).isGood(.gitlab, signed, Self.body))
        #expect(!Self.signature(at: 1_000_301).isGood(.gitlab, signed, Self.body))
        #expect(!Self.signature(at: 999_699).isGood(.gitlab, signed, Self.body))
        var other = signed
        other[.known("webhook-id")] = "msg_2"
        #expect(!Self.signature().isGood(.gitlab, other, Self.body))
        let stranger = "whsec_" + Base64.encode(Array("another key of thirty-two bytes.".utf8))
        #expect(!Self.signature().isGood(.gitlab, Self.standard(key: stranger), Self.body))
    }

    @Test("GitLab's secret token is believed only where that is allowed")
    func token() {
        let fields = Self.fields(["X-Gitlab-Token": Self.secret])
        #expect(!Self.signature().isGood(.gitlab, fields, Self.body))
        #expect(Self.signature(allowsToken: true).isGood(.gitlab, fields, Self.body))
        #expect(!Self.signature(allowsToken: true).isGood(.gitlab, Self.fields(["X-Gitlab-Token": "It's"]), Self.body))
    }

    @Test("a forge without a secret signs nothing, an empty secret is none")
    func none() {
        let settings = WebhookSettings(secrets: [WebhookSecret(forge: .github, secret: "")])
        let signature = WebhookSignature(settings) { 0 }
        #expect(Forge.allCases.allSatisfy { !signature.knows($0) })
        #expect(!signature.isGood(.github, Self.fields(["X-Hub-Signature-256": "sha256=" + Self.code]), Self.body))
    }

    @Test(
        "a secret's file is read each time, whatever ends its line; one that can not be read signs nothing, told once")
    func files() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID())").path
        defer { unlink(path) }
        let told = Mutex<[String]>([])
        let settings = WebhookSettings(secrets: [WebhookSecret(forge: .github, file: path)])
        let signature = WebhookSignature(settings, now: { 0 }) { line in told.withLock { $0.append(line) } }
        let fields = Self.fields(["X-Hub-Signature-256": "sha256=" + Self.code])
        let contents = [
            nil, "short", "another secret that is long enough", Self.secret, Self.secret + "\r\n", nil, nil,
        ]
        let answers = try contents.map { content in
            if let content {
                try content.write(toFile: path, atomically: true, encoding: .utf8)
            } else {
                unlink(path)
            }
            return signature.isGood(.github, fields, Self.body)
        }
        #expect(answers == [false, false, false, true, true, false, false])
        let lines = told.withLock { $0 }
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasPrefix("webhooks of github are refused: their secret is in \(path), which ") })
    }

    @Test("white space around a secret is none of it")
    func whiteSpace() {
        let settings = WebhookSettings(secrets: [WebhookSecret(forge: .github, secret: " \(Self.secret)\r\n")])
        let signature = WebhookSignature(settings) { 0 }
        #expect(signature.isGood(.github, Self.fields(["X-Hub-Signature-256": "sha256=" + Self.code]), Self.body))
    }

    @Test("a secret is not printed")
    func unprinted() { #expect("\(WebhookSecret(forge: .github, secret: Self.secret))" == "github's secret") }
}
