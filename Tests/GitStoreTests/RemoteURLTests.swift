import Testing

@testable import GitStore

/// Which URLs are contacted, and what text about them may say.
struct RemoteURLTests {
    private static let all = URLPolicy(allowsPlainHTTP: true, allowsLocalPaths: true, allowsSSH: true)

    @Test(
        "a usable URL is taken apart",
        arguments: [
            ("https://Example.org/a/b.git", RemoteURL.Scheme.https, "example.org", nil as Int?),
            ("http://localhost:8080/a", .http, "localhost", 8080),
            ("ssh://git@example.org:22/a", .ssh, "example.org", 22),
            ("git@example.org:team/a.git", .ssh, "example.org", nil),
            ("https://[2001:db8::1]:444/a", .https, "2001:db8::1", 444),
            ("file:///srv/a.git", .file, "", nil), ("/srv/a.git", .file, "", nil),
        ])
    func usable(text: String, scheme: RemoteURL.Scheme, host: String, port: Int?) throws {
        let url = try RemoteURL(text, policy: Self.all)
        #expect(url.scheme == scheme)
        #expect(url.host == host)
        #expect(url.port == port)
    }

    @Test("a path at which there is nothing is told as that, and may be there later")
    func noRepository() throws {
        let url = try RemoteURL("/nonexistent.git", policy: Self.all)
        let failure = TransportEvent.Failure(
            category: .network, retryable: true, code: -1, message: "unsupported URL protocol")
        let error = GitError(failure, operation: "fetching from \(url)", url: url, secrets: [])
        #expect(
            error.description == "fetching from /nonexistent.git failed: there is no repository at /nonexistent.git")
        #expect(error.isRetryable && error.isOutage)
    }

    @Test(
        "a URL is refused whatever the policy allows",
        arguments: [
            "", "relative/path", "git://example.org/a", "ext::sh -c id", "https://example.org", "https:///a",
            "ftp://x/a",
            "https://u:hunter2@example.org/a", "https://hunter2@example.org/a", "ssh://git:hunter2@example.org/a",
            "https://example.org/a?b", "https://example.org/a#b", "https://example.org:0/a", "https://example.org:x/a",
            "https://exa mple.org/a", "https://example.org/a\n", "ssh://-oProxyCommand=x/a", "ssh://-x@example.org/a",
            "http://169.254.169.254/a", "http://169.254.170.2/a", "https://[fe80::1]/a", "https://[fd00:ec2::254]/a",
            "https://[::ffff:169.254.169.254]/a", "http://0xA9FEA9FE/a", "http://2852039166/a", "http://0.0.0.0/a",
            "https://[64:ff9b::a9fe:a9fe]/a", "file://host/a",
        ])
    func refused(text: String) throws {
        let error = #expect(throws: GitError.self) { try RemoteURL(text, policy: Self.all) }
        guard case .refusedURL = error else { throw Unexpected(error) }
        #expect(!"\(error as Any)".contains("hunter2"))
    }

    @Test(
        "what the policy does not allow is refused",
        arguments: [
            "http://example.org/a", "/srv/a.git", "file:///srv/a", "ssh://git@example.org/a", "git@example.org:a",
        ])
    func policy(text: String) throws {
        #expect(throws: GitError.self) { try RemoteURL(text) }
        #expect(throws: Never.self) { try RemoteURL(text, policy: Self.all) }
    }

    @Test(
        "plain http goes to this machine", arguments: ["http://localhost/a", "http://127.0.0.1:3/a", "http://[::1]/a"])
    func loopback(text: String) throws {
        #expect(try RemoteURL(text).scheme == .http)
    }

    @Test(
        "user information and secrets are taken out of text",
        arguments: [
            ("failed: https://u:p@h/x and http://t@h", "failed: https://h/x and http://h"), ("no url", "no url"),
            ("https://h/a@b", "https://h/a@b"), ("key s3cret\n", "key (redacted)"), ("a\u{1B}b", "a\\u{1B}b"),
        ])
    func redaction(text: String, expected: String) {
        #expect(Redaction.clean(text, secrets: ["s3cret", ""]) == expected)
    }

    @Test("a credential prints as redacted, and comes from a file or a variable")
    func credentials() async throws {
        let sandbox = try Sandbox()
        try sandbox.write(" t0ken\n", to: "token")
        let fromFile = try Credential.token(file: sandbox("token"))
        let fromVariable = try Credential.token(variable: "TOKEN", environment: ["TOKEN": "t0ken"])
        for credential in [fromFile, fromVariable] {
            #expect("\(credential)" == "redacted")
            #expect(String(reflecting: credential) == "redacted")
            var dumped = ""
            dump(credential, to: &dumped)
            #expect(!dumped.contains("t0ken"))
            guard case .token("x-access-token", "t0ken") = credential.secret else { throw Unexpected(nil) }
        }
        #expect(throws: GitError.self) { try Credential.token(file: sandbox("none")) }
        #expect(throws: GitError.self) { try Credential.token(variable: "TOKEN", environment: [:]) }
    }
}
