import AsyncHTTPClient
import Crypto
import Logging
import NIOCore
import NIOHTTP1
import Reconciler
import Synchronization
import Testing

@testable import Controller

/// The receiver behind its server, spoken to over a socket.
@Suite("The webhook server")
struct WebhookServerTests {
    private static let secret = "It's a Secret to Everybody"

    private static func signed(_ body: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(body.utf8), using: SymmetricKey(data: Array(secret.utf8)))
        return "sha256=" + code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Statuses of requests to a server whose one environment listens to the hints that are given back, and how often it was
    /// told.
    private func answers(
        _ requests: [(body: String, signature: String?, forge: String)],
        clock: any Clock<Duration> = ContinuousClock(),
        _ change: (inout WebhookSettings) -> Void = { _ in }
    ) async throws -> (statuses: [Int], taken: Hints.Taken, told: Int) {
        var settings = WebhookSettings(secrets: [WebhookSecret(forge: .github, secret: Self.secret)])
        change(&settings)
        let hints = Hints()
        let source = WatchedSource(repository: "https://x/acme/infra.git", reference: "refs/heads/main", hints: hints)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let told = Mutex(0)
        let desk = NewsDesk {
            told.withLock { $0 += 1 }
            return [source]
        }
        let receiver = WebhookReceiver(settings, to: desk, logger: logger, clock: clock) { 0 }
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let found = try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await WebhookServer.run(receiver, host: "127.0.0.1", port: 0, logger: logger) { port.yield($0) }
            }
            var found: [Int] = []
            for await port in ports.prefix(1) {
                for request in requests { found.append(try await Self.post(request, to: port)) }
            }
            group.cancelAll()
            return found
        }
        return (found, await hints.take(), told.withLock { $0 })
    }

    private static func post(_ request: (body: String, signature: String?, forge: String), to port: Int) async throws
        -> Int
    {
        var post = HTTPClientRequest(url: "http://127.0.0.1:\(port)/hooks/\(request.forge)")
        post.method = .POST
        post.headers.add(name: "X-GitHub-Event", value: "push")
        let header = request.forge == "generic" ? "X-Signature" : "X-Hub-Signature-256"
        if let signature = request.signature { post.headers.add(name: header, value: signature) }
        post.body = .bytes(ByteBuffer(string: request.body))
        let reply = try await HTTPClient.shared.execute(post, timeout: .seconds(600))
        _ = try await reply.body.collect(upTo: 1 << 20)
        return Int(reply.status.code)
    }

    @Test("a signed push wakes the environment, the first replay once more, and what is not signed does not")
    func signed() async throws {
        let push = #"{"ref":"refs/heads/main","repository":{"full_name":"acme/infra"}}"#
        let (statuses, taken, told) = try await answers([
            (push, nil, "github"), (push, "sha256=00", "github"), (push, Self.signed(push), "github"),
            (push, Self.signed(push), "github"), (push, Self.signed(push), "github"),
            (push, Self.signed(push), "gitlab"),
        ])
        #expect(statuses == [401, 401, 202, 202, 202, 404])
        #expect(taken.source)
        #expect(told == 2)
    }

    @Test("the same body twice, as one's own script sends it, wakes twice")
    func generic() async throws {
        let push = #"{"ref":"refs/heads/main"}"#
        let requests = Array(repeating: (push, String?.some(Self.signed(push)), "generic"), count: 2)
        let (statuses, _, told) = try await answers(requests) {
            $0.secrets = [WebhookSecret(forge: .generic, secret: Self.secret)]
        }
        #expect(statuses == [202, 202])
        #expect(told == 2)
    }

    @Test("a push to a branch that nobody reads wakes nobody")
    func otherBranch() async throws {
        let push = #"{"ref":"refs/heads/feature","repository":{"full_name":"acme/infra"}}"#
        let (statuses, taken, _) = try await answers([(push, Self.signed(push), "github")])
        #expect(statuses == [202])
        #expect(taken.isEmpty)
    }

    @Test("what is too large, too often or too slow is refused before anybody looks who signed it")
    func limits() async throws {
        let large = String(repeating: "x", count: 2_000)
        let (sizes, _, _) = try await answers([(large, Self.signed(large), "github")]) { $0.maxBody = 1_999 }
        #expect(sizes == [413])
        let requests = Array(repeating: ("{}", String?.none, "github"), count: 4)
        let (rates, taken, _) = try await answers(requests, clock: StoppedClock()) { $0.perSecond = 2 }
        #expect(rates == [401, 401, 429, 429])
        #expect(taken.isEmpty)
    }
}

/// A time that does not pass: whatever is allowed a second is allowed once.
private struct StoppedClock: Clock {
    private let instant = ContinuousClock.now
    var now: ContinuousClock.Instant { instant }
    var minimumResolution: Duration { .zero }
    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        try await Task.sleep(for: .seconds(3_600))
    }
}
