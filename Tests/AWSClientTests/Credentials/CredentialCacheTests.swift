import AWSWire
import Synchronization
import Testing

@testable import AWSClient

/// Gives one answer after the other; can be held back until everybody is waiting.
private final class StubProvider: CredentialProvider {
    let name = "stub"
    private let answers: Mutex<[Result<ExpiringCredentials, AWSError>]>
    private let fetches = Mutex(0)
    private let gate: (@Sendable () async -> Void)?

    init(_ answers: [Result<ExpiringCredentials, AWSError>], gate: (@Sendable () async -> Void)? = nil) {
        self.answers = Mutex(answers)
        self.gate = gate
    }

    var count: Int { fetches.withLock { $0 } }

    func credentials() async throws -> ExpiringCredentials? {
        fetches.withLock { $0 += 1 }
        await gate?()
        return try answers.withLock { $0.count > 1 ? $0.removeFirst() : $0.first }?.get()
    }
}

@Suite("Credentials are kept until shortly before they end")
struct CredentialCacheTests {
    private let clock = ManualClock()

    private func keys(_ name: String, minutes: Double?) -> Result<ExpiringCredentials, AWSError> {
        .success(
            ExpiringCredentials(
                Credentials(accessKeyID: name, secretAccessKey: "s"),
                expiration: minutes.map { clock.now + $0 * 60 }, source: "stub"))
    }

    private let failure = Result<ExpiringCredentials, AWSError>.failure(
        AWSError(service: "sts", operation: "AssumeRole", code: "X", message: "", disposition: .transient))

    private func key(_ cache: CredentialCache) async throws -> String? {
        try await cache.credentials()?.credentials.accessKeyID
    }

    @Test(
        "they are fetched anew within the last fifteen minutes",
        arguments: [(0.0, "a"), (44, "a"), (46, "b"), (51, "b"), (61, "b")])
    func refresh(_ after: Double, _ expected: String) async throws {
        let cache = CredentialCache(StubProvider([keys("a", minutes: 60), keys("b", minutes: 120)]), clock: clock)
        #expect(try await key(cache) == "a")
        clock.advance(after * 60)
        #expect(try await key(cache) == expected)
    }

    @Test("keys without an end are fetched once")
    func endless() async throws {
        let provider = StubProvider([keys("a", minutes: nil)])
        let cache = CredentialCache(provider, clock: clock)
        for _ in 0..<3 { #expect(try await key(cache) == "a") }
        #expect(provider.count == 1)
    }

    @Test("a failed fetch leaves the old ones while they hold, and is not tried again at once")
    func failed() async throws {
        let provider = StubProvider([keys("a", minutes: 60), failure, failure, keys("b", minutes: 120)])
        let cache = CredentialCache(provider, clock: clock)
        #expect(try await key(cache) == "a")
        clock.advance(46 * 60)
        #expect(try await key(cache) == "a")
        #expect(try await key(cache) == "a")
        #expect(provider.count == 2)
        clock.advance(61)
        #expect(try await key(cache) == "a")
        clock.advance(61)
        #expect(try await key(cache) == "b")
    }

    @Test("once they have ended, a failed fetch is an error")
    func ended() async throws {
        let cache = CredentialCache(StubProvider([keys("a", minutes: 60), failure]), clock: clock)
        #expect(try await key(cache) == "a")
        clock.advance(60 * 60)
        #expect(await awsError { try await key(cache) }?.code == "X")
    }

    @Test("those that AWS calls ended are fetched anew once, whoever says so")
    func expire() async throws {
        let provider = StubProvider([keys("a", minutes: 60), keys("b", minutes: 60)])
        let cache = CredentialCache(provider, clock: clock)
        let old = try #require(try await cache.credentials()).credentials
        await cache.expire(old)
        await cache.expire(old)
        #expect(try await key(cache) == "b")
        await cache.expire(old)
        #expect(try await key(cache) == "b")
        #expect(provider.count == 2)
    }

    @Test("however many ask, one fetch is under way", arguments: [true, false])
    func singleFlight(_ succeeds: Bool) async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let answers = succeeds ? [keys("a", minutes: 60)] : [failure]
        let provider = StubProvider(answers) { for await _ in arrivals.prefix(20) {} }
        let cache = CredentialCache(provider, clock: clock)
        let found = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    arrived.yield()
                    return await awsError { try await cache.credentials() }?.code ?? "keys"
                }
            }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(found == [succeeds ? "keys" : "X"])
        #expect(provider.count == 1 || !succeeds)
    }

    @Test("while one fetches early, the others go on with the old")
    func advisory() async throws {
        let (starts, started) = AsyncStream.makeStream(of: Void.self)
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        let first = Mutex(true)
        let provider = StubProvider([keys("a", minutes: 60), keys("b", minutes: 120)]) {
            guard
                !first.withLock({ was in
                    defer { was = false }; return was
                })
            else { return }
            started.yield()
            for await _ in ends.prefix(1) {}
        }
        let cache = CredentialCache(provider, clock: clock)
        #expect(try await key(cache) == "a")
        clock.advance(46 * 60)
        async let fetching = key(cache)
        for await _ in starts.prefix(1) {}
        #expect(try await key(cache) == "a")
        end.yield()
        #expect(try await fetching == "b")
    }

    @Test("descriptions show no secret")
    func description() {
        let keys = ExpiringCredentials(
            Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "hidden", sessionToken: "token"), source: "here")
        var dumped = ""
        dump(keys, to: &dumped)
        for text in ["\(keys)", String(reflecting: keys), dumped] {
            #expect(!text.contains("hidden"))
            #expect(!text.contains("token"))
        }
        #expect(keys.description == "here (…MPLE)")
    }
}
