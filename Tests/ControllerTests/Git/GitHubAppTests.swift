import AsyncHTTPClient
import CryptoExtras
import Foundation
import GitStore
import HTTPTypes
import Hummingbird
import JWTKit
import Logging
import NIOCore
import Synchronization
import Testing

@testable import Controller

/// A GitHub that knows one app with one installation, and gives tokens out for an hour.
@Suite("Tokens of a GitHub App", .serialized)
struct GitHubAppTests {
    private let key: _RSA.Signing.PrivateKey
    private let clock = WallClock()

    /// The time that the app and its forge see.
    private final class WallClock: Sendable {
        private let time = Mutex(Date(timeIntervalSince1970: 1_795_000_000.2788))
        var now: Date { time.withLock { $0 } }
        func pass(_ seconds: Double) { time.withLock { $0 += seconds } }
    }

    /// How many tokens were given out.
    private final class Given: Sendable {
        private let count = Mutex(0)
        var now: Int { count.withLock { $0 } }
        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }

    init() throws { key = try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    private struct Claims: JWTPayload {
        let iss: IssuerClaim
        let iat: IssuedAtClaim
        let exp: ExpirationClaim
        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }

    /// As GitHub looks at it: by the digits of the payload itself.
    private static func hasWholeSeconds(_ bearer: String) -> Bool {
        let parts = bearer.split(separator: ".").map(String.init)
        guard parts.count == 3 else { return false }
        let plain = parts[1].replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)
        let payload = Data(base64Encoded: padded).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return payload.contains(/"iat":[0-9]+[,}]/) && payload.contains(/"exp":[0-9]+[,}]/)
    }

    /// Serves while `body` runs, which gets the forge's URL and how many tokens it gave.
    private func withForge(
        knowing installation: String = "77", _ body: (String, @Sendable () -> Int) async throws -> Void
    ) async throws {
        let given = Given()
        let keys = JWTKeyCollection()
        await keys.add(
            rsa: try Insecure.RSA.PublicKey(pem: key.publicKey.pemRepresentation), digestAlgorithm: .sha256)
        let router = Router()
        router.post("app/installations/:id/access_tokens") { [clock] request, context in
            guard context.parameters.get("id") == installation else {
                return Response(
                    status: .notFound, body: .init(byteBuffer: ByteBuffer(string: #"{"message":"Not Found"}"#)))
            }
            let bearer = String((request.headers[.authorization] ?? "").dropFirst("Bearer ".count))
            let claims = try await keys.verify(bearer, as: Claims.self)
            let now = clock.now
            guard Self.hasWholeSeconds(bearer) else {
                let text = #"{"message":"'Issued at' claim ('iat') must be an Integer"}"#
                return Response(status: .unauthorized, body: .init(byteBuffer: ByteBuffer(string: text)))
            }
            guard claims.iss.value == "12", claims.iat.value < now, claims.exp.value.timeIntervalSince(now) <= 600
            else {
                return Response(status: .unauthorized)
            }
            let number = given.next()
            let until = now.addingTimeInterval(3_600).formatted(.iso8601)
            return Response(
                status: .created,
                body: .init(byteBuffer: ByteBuffer(string: #"{"token":"ghs_\#(number)","expires_at":"\#(until)"}"#)))
        }
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        var quiet = Logger(label: "forge")
        quiet.logLevel = .critical
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in port.yield(channel.localAddress?.port ?? 0) }, logger: quiet)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            let first = try #require(await ports.first { _ in true })
            try await body("http://127.0.0.1:\(first)") { given.now }
            group.cancelAll()
        }
    }

    private func app(_ url: String, pem: String? = nil, _ body: (GitHubApp) async throws -> Void) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).pem")
        try (pem ?? key.pemRepresentation).write(to: file, atomically: true, encoding: .utf8)
        defer { unlink(file.path) }
        let settings = GitHubAppSettings(id: "12", installation: "77", key: .file(file.path), url: url)
        let time: @Sendable () -> Date = { [clock] in clock.now }
        try await body(GitHubApp(settings, now: time))
    }

    @Test("one is kept until its last minutes, then another is asked for")
    func refreshed() async throws {
        try await withForge { url, given in
            try await app(url) { app in
                let first = try await app.token()
                clock.pass(3_200)
                let kept = try await app.token()
                clock.pass(200)
                let second = try await app.token()
                #expect([first, kept, second] == ["ghs_1", "ghs_1", "ghs_2"])
                #expect(given() == 2)
            }
        }
    }

    @Test("times are whole seconds, as GitHub takes no others")
    func wholeSeconds() async throws {
        try await withForge { url, _ in
            try await app(url) { app in
                let token = try await app.token()
                #expect(token == "ghs_1")
            }
        }
    }

    @Test("an installation that GitHub does not know is a matter of credentials, in GitHub's words")
    func unknown() async throws {
        try await withForge(knowing: "78") { url, _ in
            try await app(url) { app in
                let error = await #expect(throws: GitError.self) { try await app.token() }
                #expect(error?.isAuthentication == true)
                #expect("\(error.map { "\($0)" } ?? "")".contains("HTTP 404, Not Found"))
            }
        }
    }

    @Test("a file that holds no key says so, and nothing of what it holds")
    func noKey() async throws {
        try await app("http://127.0.0.1:9", pem: "canary-7f3") { app in
            let error = await #expect(throws: GitError.self) { try await app.token() }
            #expect("\(error.map { "\($0)" } ?? "")".contains("is no RSA private key"))
            #expect(!"\(error.map { "\($0)" } ?? "")".contains("canary"))
        }
    }

    @Test("a forge that is away is an outage")
    func away() async throws {
        try await app("http://127.0.0.1:9") { app in
            let error = await #expect(throws: GitError.self) { try await app.token() }
            #expect(error?.isOutage == true)
        }
    }
}
