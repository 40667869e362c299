import AsyncHTTPClient
import AWSWire
import FoundationEssentials
import GitStore
import JWTKit
import Model
import NIOCore
import NIOHTTP1

/// The tokens of a GitHub App's installation: each is good for an hour, and a new one is asked for before it ends.
actor GitHubApp {
    private let settings: GitHubAppSettings
    private let client: HTTPClient
    private let now: @Sendable () -> Date
    private var kept: (token: String, until: Date)?

    /// A token is not used in its last minutes: what is begun with it has to end with it.
    private static let reserve: TimeInterval = 300
    private static let largestReply = 1 << 20

    init(
        _ settings: GitHubAppSettings, client: HTTPClient = .shared, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.settings = settings
        self.client = client
        self.now = now
    }

    /// A token that is good for some minutes at least. Throws `GitError`.
    func token() async throws -> String {
        if let kept, now().addingTimeInterval(Self.reserve) < kept.until { return kept.token }
        let fresh = try await ask()
        kept = fresh
        return fresh.token
    }

    private func ask() async throws -> (token: String, until: Date) {
        let operation = "asking \(settings.url) for a token of the GitHub App \(settings.id)"
        let (status, body) = try await post(try await assertion(), operation)
        guard status == 201 else { throw Self.refusal(status, body, operation) }
        let reply: Value
        do {
            reply = try JSON.parse(body)
        } catch {
            throw GitError.network(operation: operation, message: "the reply is no JSON", retryable: true)
        }
        guard let token = reply["token"]?.string, !token.isEmpty,
            let until = reply["expires_at"]?.string.flatMap(Self.time)
        else { throw GitError.network(operation: operation, message: "the reply holds no token", retryable: true) }
        return (token, until)
    }

    private func post(_ assertion: String, _ operation: String) async throws -> (status: UInt, body: [UInt8]) {
        var request = HTTPClientRequest(
            url: "\(settings.url)/app/installations/\(settings.installation)/access_tokens")
        request.method = .POST
        request.headers.add(name: "authorization", value: "Bearer \(assertion)")
        request.headers.add(name: "accept", value: "application/vnd.github+json")
        request.headers.add(name: "user-agent", value: "neap")
        do {
            let response = try await client.execute(request, timeout: .seconds(15))
            let body = try await response.body.collect(upTo: Self.largestReply)
            return (response.status.code, Array(body.readableBytesView))
        } catch {
            try Task.checkCancellation()
            throw GitError.network(operation: operation, message: "\(error)", retryable: true)
        }
    }

    /// The app's own claim, good for nine minutes: GitHub takes no more than ten, from a clock that may be ahead of ours.
    private func assertion() async throws -> String {
        let time = Int(now().timeIntervalSince1970)
        let claims = AppClaims(iss: settings.id, iat: time - 60, exp: time + 540)
        let pem = try settings.key.read()
        do {
            let keys = JWTKeyCollection()
            await keys.add(rsa: try Insecure.RSA.PrivateKey(pem: pem), digestAlgorithm: .sha256)
            return try await keys.sign(claims)
        } catch {
            throw GitError.authentication("the key of the GitHub App \(settings.id) is no RSA private key in PEM form")
        }
    }

    /// GitHub's own words say which of app, installation and key it does not know.
    private static func refusal(_ status: UInt, _ body: [UInt8], _ operation: String) -> GitError {
        let text: String?
        do { text = try JSON.parse(body)["message"]?.string } catch { text = nil }
        let message = "\(operation): HTTP \(status)" + (text.map { ", \($0.prefix(200))" } ?? "")
        if [401, 403, 404].contains(status) { return .authentication(message) }
        return .network(operation: operation, message: "HTTP \(status)", retryable: status >= 500 || status == 429)
    }

    private static func time(_ text: String) -> Date? {
        do { return try Date(text, strategy: .iso8601) } catch { return nil }
    }
}

/// What an app says of itself. GitHub takes whole seconds since 1970 alone.
private struct AppClaims: JWTPayload {
    let iss: String
    let iat: Int
    let exp: Int

    /// It is only ever signed here.
    func verify(using algorithm: some JWTAlgorithm) async throws {}
}
