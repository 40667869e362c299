import Testing

@testable import Bootstrap

@Suite("Where Neap's own variables come from")
struct SecretTests {
    private static let secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:neap-AbCdEf"

    @Test("a variable comes from a parameter or a secret, never from a value")
    func forms() {
        let arn = "arn:aws:ssm:eu-west-1:123456789012:parameter/neap/token"
        let secret = BootstrapSettings.Secret("NEAP_GIT_TOKEN=\(arn)")
        #expect(secret?.name == "NEAP_GIT_TOKEN" && secret?.arn == arn && secret?.resource == arn)
        for wrong in ["hunter2", "arn:aws:s3:::bucket", Self.secret + ":token", Self.secret + "*", arn + ":token::"] {
            #expect(BootstrapSettings.Secret("NEAP_GIT_TOKEN=\(wrong)") == nil, "\(wrong)")
        }
    }

    @Test("a key inside of a secret is ECS's to know, the policy names the secret")
    func keys() throws {
        var settings = BootstrapSettings(environments: ["production"])
        settings.secrets = try ["A=\(Self.secret):token::", "B=\(Self.secret):user:AWSCURRENT:", "C=\(Self.secret)"]
            .map { try #require(BootstrapSettings.Secret($0)) }
        let lines = ControllerTemplate(settings).text.split(separator: "\n")
        #expect(lines.contains { $0.hasSuffix("Default: \(Self.secret)") })
        #expect(!lines.contains { $0.contains(":token::") || $0.contains("\(Self.secret),") })
        let service = ControllerManifests.Service(
            image: "neap:1", cluster: "shop", repository: "https://example.com/infra.git", reference: nil,
            accountID: "123456789012", region: "eu-west-1", accounts: ["123456789012"])
        #expect(ControllerManifests(settings, service).release(in: ".").contains("A: \"\(Self.secret):token::\""))
    }

    @Test("a key of one's own may decrypt them, through the services that hold them alone")
    func encryption() {
        var settings = BootstrapSettings(environments: ["production"])
        settings.secretKeys = ["arn:aws:kms:eu-west-1:123456789012:key/1234abcd"]
        let text = ControllerTemplate(settings).text
        #expect(text.contains("Default: arn:aws:kms:eu-west-1:123456789012:key/1234abcd\n"))
        #expect(
            text.contains("Action: kms:Decrypt") && text.contains("kms:ViaService: [\"secretsmanager.*\", \"ssm.*\"]"))
    }
}
