import Manifest
import Testing

/// What looks like a secret, and what does not.
struct SecretLookTests {
    @Test(
        "names of secrets",
        arguments: [
            "DB_PASSWORD", "dbPassword", "API_KEY", "GITHUB_TOKEN", "AWS_SECRET_ACCESS_KEY", "SENTRY_DSN", "JWT_SALT",
            "SMTP_PASS", "MY_APIKEY", "ECS_ENGINE_AUTH_DATA",
        ])
    func names(_ name: String) { #expect(SecretLook.isSecret(name: name, value: "hunter2")) }

    @Test(
        "names of other things",
        arguments: [
            ("PORT", "3000"), ("TOKEN_TTL", "3600"), ("KEYBOARD", "qwerty"), ("USE_PASSWORD", "true"), ("MODE", "web"),
            ("DB_PASSWORD", ""), ("DB_PASSWORD", "arn:aws:ssm:eu-west-1:1:parameter/x"), ("COMPASS", "north"),
        ])
    func others(_ name: String, _ value: String) { #expect(!SecretLook.isSecret(name: name, value: value)) }

    @Test(
        "values that give themselves away",
        arguments: [
            "AKIAIOSFODNN7EXAMPLE", "postgres://app:hunter2@db/app", "-----BEGIN RSA PRIVATE KEY-----\nx",
            "token=ghp_0123456789abcdefghij", "glpat-0123456789abcdefghij",
        ])
    func values(_ value: String) { #expect(SecretLook.isSecret(value: value)) }

    @Test(
        "plain values",
        arguments: ["postgres://db/app", "https://user@example.com/", "nginx:1.29", "eu-west-1", "AKIA"])
    func plain(_ value: String) {
        #expect(!SecretLook.isSecret(value: value))
        #expect(!SecretLook.isRandom(value))
    }

    @Test("chance is told from words")
    func chance() {
        #expect(SecretLook.isRandom("9f86d081884c7d659a2feaa0c55ad015"))
        #expect(SecretLook.isRandom("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEK3Y"))
        #expect(!SecretLook.isRandom("a-rather-long-name-of-some-service-2"))
        #expect(!SecretLook.isRandom("0000000000000000000000000000a"))
        #expect(!SecretLook.isRandom("/ecs/demo-api/some/very/long/log/group1"))
    }
}
