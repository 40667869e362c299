import Testing

@testable import GitStore

/// Who a server is, over HTTPS.
struct TLSTests {
    @Test("a server that shows a certificate of the configured authority is fetched from, and pushed to")
    func trusted() async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        let file = try await sandbox.certificate(for: "localhost", in: "good.pem")
        let repository = try Repository(cache: sandbox("cache"))
        try await withServer(.auth(user: "me", password: "t0ken"), in: sandbox, certificate: file) { server in
            let url = try RemoteURL("https://localhost:\(server.port)/app.git")
            let remote = Remote(url: url, credential: .token("t0ken", username: "me"), authorityFile: file)
            let transport = GitTransport.forTests()
            let tips = try await transport.fetch(["refs/heads/main"], from: remote, into: repository)
            #expect(tips == ["refs/heads/main": tip])
            let next = try #require(try repository.write(["a": "2"], onto: tip))
            let outcome = try await transport.push(
                next, to: "refs/heads/main", expecting: tip, at: remote, from: repository)
            #expect(outcome == .pushed)
        }
    }

    @Test(
        "a certificate of nobody, of another authority or for another host is refused before credentials are asked for")
    func untrusted() async throws {
        let sandbox = try Sandbox()
        let good = try await sandbox.certificate(for: "localhost", in: "good.pem")
        let other = try await sandbox.certificate(for: "example.org", in: "other.pem")
        for (shown, trusted) in [(good, nil), (good, other), (other, other)] {
            try await withServer(.auth(user: "x", password: "y"), in: sandbox, certificate: shown) { server in
                let url = try RemoteURL("https://localhost:\(server.port)/app.git")
                let remote = Remote(url: url, credential: .token("t0ken"), authorityFile: trusted)
                let error = await gitError { _ = try await GitTransport.forTests().list(remote) }
                guard case .untrusted = error else { throw Unexpected(error) }
                #expect(try server.requests() == [])
            }
        }
    }

    @Test("a redirect from HTTPS to another port is not followed")
    func redirect() async throws {
        let sandbox = try Sandbox()
        let file = try await sandbox.certificate(for: "localhost", in: "good.pem")
        try await withServer(.auth(user: "x", password: "y"), in: sandbox, certificate: file) { evil in
            try await withServer(.redirect(to: "https://localhost:\(evil.port)"), in: sandbox, certificate: file) {
                server in
                let url = try RemoteURL("https://localhost:\(server.port)/app.git")
                let remote = Remote(url: url, credential: .token("y", username: "x"), authorityFile: file)
                let error = await gitError { _ = try await GitTransport.forTests().list(remote) }
                #expect(error?.description.contains("redirect") == true)
            }
            #expect(try evil.requests() == [])
        }
    }
}
