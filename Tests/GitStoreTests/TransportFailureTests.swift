import Foundation
import Synchronization
import Testing

@testable import GitStore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Servers that misbehave, children that die, credentials that must not leak.
@Suite(.timeLimit(.minutes(15)))
struct TransportFailureTests {
    private let main = "refs/heads/main"

    @Test("the right token opens the repository")
    func rightToken() async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        let repository = try Repository(cache: sandbox("cache"))
        try await withServer(.auth(user: "x-access-token", password: "s3cret-t0ken"), in: sandbox) { server in
            let remote = Remote(url: try server.url(), credential: .token("s3cret-t0ken"))
            let transport = GitTransport.forTests()
            #expect(try await transport.fetch([main], from: remote, into: repository) == [main: tip])
            let next = try #require(try repository.write(["a": "2"], onto: tip))
            #expect(try await transport.push(next, to: main, expecting: tip, at: remote, from: repository) == .pushed)
        }
    }

    @Test("a wrong or missing token is an authentication failure that names no token", arguments: ["wr0ng-t0ken", nil])
    func wrongToken(token: String?) async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        try await withServer(.auth(user: "x-access-token", password: "right"), in: sandbox) { server in
            let remote = Remote(url: try server.url(), credential: token.map { .token($0) })
            let error = try #require(await gitError { _ = try await GitTransport.forTests().list(remote) })
            #expect(error.isAuthentication)
            #expect(!error.isRetryable)
            #expect(!"\(error)".contains("wr0ng"))
            #expect(error.description.contains(token == nil ? "none are configured" : "refused the credentials"))
            // Asked without, answered once, never again.
            #expect(try server.requests().count == (token == nil ? 1 : 2))
        }
    }

    @Test("a running child shows the token neither in its arguments nor in its environment, and ends when cancelled")
    func tokenIsInvisible() async throws {
        let sandbox = try Sandbox()
        try await withServer(.silent, in: sandbox) { server in
            let remote = Remote(url: try server.url(), credential: .token("s3cret-t0ken"))
            #expect(!"\(remote)".contains("s3cret"))
            let (started, continuation) = AsyncStream.makeStream(of: Int32.self)
            let transport = GitTransport.forTests { continuation.yield($0) }
            let task = Task { try await transport.list(remote) }
            let pid = try #require(await started.first { _ in true })
            while try server.requests().isEmpty { await Task.yield() }
            #if os(Linux)
                let files = ["cmdline", "environ"].map { FileManager.default.contents(atPath: "/proc/\(pid)/\($0)") }
                let text = files.map { String(decoding: $0 ?? Data(), as: UTF8.self) }.joined(separator: "|")
                #expect(text.contains("git-transport"))
                #expect(text.contains("HOME=/nonexistent"))
                #expect(!text.contains("s3cret"))
            #endif
            task.cancel()
            await #expect(throws: CancellationError.self) { _ = try await task.value }
            #expect(kill(pid, 0) == -1, "the child was killed and reaped")
        }
    }

    @Test(
        "a server that falls silent, or sends a byte a second, is given up at the deadline", arguments: [true, false])
    func silentServer(isSilent: Bool) async throws {
        let sandbox = try Sandbox()
        let started = Mutex<Int32>(0)
        try await withServer(isSilent ? .silent : .drip, in: sandbox) { server in
            let deadlines = TransportDeadlines(connect: .milliseconds(100))
            let transport = GitTransport.forTests(deadlines: deadlines) { pid in started.withLock { $0 = pid } }
            let error = await gitError { _ = try await transport.list(Remote(url: try server.url())) }
            guard case .timedOut(_, .connect, .milliseconds(100)) = error else { throw Unexpected(error) }
            #expect(error?.isRetryable == true)
        }
        #expect(kill(started.withLock { $0 }, 0) == -1, "the child was killed and reaped")
    }

    @Test("a server that falls silent while it should send is given up at the idle deadline")
    func stalledServer() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        let repository = try Repository(cache: sandbox("cache"))
        let clock = ManualClock()
        try await withServer(.stall, in: sandbox) { server in
            let remote = Remote(url: try server.url())
            let (progress, continuation) = AsyncStream.makeStream(of: TransportProgress.self)
            let transport = GitTransport.forTests(clock: clock, onProgress: { continuation.yield($0) })
            async let error = gitError { _ = try await transport.fetch([main], from: remote, into: repository) }
            #expect(await progress.first { _ in true }?.phase == "connected")
            await clock.passDeadlines(of: [.seconds(15), .seconds(30)])
            let thrown = await error
            guard case .timedOut(_, .idle, .seconds(30)) = thrown else { throw Unexpected(thrown) }
        }
    }

    @Test("a stopped child is ended by the total deadline")
    func stoppedChild() async throws {
        let sandbox = try Sandbox()
        try await withServer(.silent, in: sandbox) { server in
            let deadlines = TransportDeadlines(total: .milliseconds(100))
            let transport = GitTransport.forTests(deadlines: deadlines) { kill($0, SIGSTOP) }
            let error = await gitError { _ = try await transport.list(Remote(url: try server.url())) }
            guard case .timedOut(_, .total, _) = error else { throw Unexpected(error) }
        }
    }

    @Test("a killed child is a retryable failure, and the next fetch works")
    func killedChild() async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        let repository = try Repository(cache: sandbox("cache"))
        try await withServer(in: sandbox) { server in
            let remote = Remote(url: try server.url())
            let doomed = GitTransport.forTests { kill($0, SIGKILL) }
            let error = await gitError { _ = try await doomed.fetch([main], from: remote, into: repository) }
            guard case .childDied = error else { throw Unexpected(error) }
            #expect(error?.isRetryable == true)
            #expect(try await GitTransport.forTests().fetch([main], from: remote, into: repository) == [main: tip])
        }
    }

    @Test(
        "a redirect is not followed, so another host or port gets no request and no credentials",
        arguments: ["localhost", "127.0.0.1"])
    func redirect(host: String) async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        try await withServer(.auth(user: "x-access-token", password: "right"), in: sandbox) { evil in
            try await withServer(.redirect(to: "http://\(host):\(evil.port)"), in: sandbox) { server in
                let remote = Remote(url: try server.url(), credential: .token("right"))
                let error = await gitError { _ = try await GitTransport.forTests().list(remote) }
                #expect(error?.isRetryable == false, "\(String(describing: error))")
            }
            #expect(try evil.requests() == [])
        }
    }

    @Test(
        "an HTTP status tells whether to try again",
        arguments: [
            (404, false, false), (403, false, true), (429, true, false), (500, true, false), (503, true, false),
        ])
    func statuses(status: Int, retryable: Bool, authentication: Bool) async throws {
        let sandbox = try Sandbox()
        try await withServer(.status(status), in: sandbox) { server in
            let remote = Remote(url: try server.url())
            let error = try #require(await gitError { _ = try await GitTransport.forTests().list(remote) })
            #expect(error.isRetryable == retryable, "\(error)")
            #expect(error.isAuthentication == authentication, "\(error)")
        }
    }

    @Test("nobody listening is a retryable failure")
    func refusedConnection() async throws {
        let remote = Remote(url: try RemoteURL("http://127.0.0.1:1/app.git"))
        let error = await gitError { _ = try await GitTransport.forTests().list(remote) }
        guard case .network(_, _, retryable: true) = error else { throw Unexpected(error) }
    }

    @Test("a pack above the limit fails, and leaves a clone that works")
    func packTooLarge() async throws {
        let sandbox = try Sandbox()
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<40_000).map { _ in String(generator.next(), radix: 36) }.joined()
        let tip = try await sandbox.repository("work", files: ["a": noise])
        try await sandbox.remote(of: "work")
        let repository = try Repository(cache: sandbox("cache"))
        try await withServer(in: sandbox) { server in
            let remote = Remote(url: try server.url())
            let tight = GitTransport.forTests(limits: TransportLimits(pack: 64 << 10))
            let error = await gitError { _ = try await tight.fetch([main], from: remote, into: repository) }
            #expect(error != nil)
            #expect(try !repository.contains(tip))
            #expect(try await GitTransport.forTests().fetch([main], from: remote, into: repository) == [main: tip])
        }
    }

    @Test("a child without memory fails alone")
    func memoryLimit() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.remote(of: "work")
        try await withServer(in: sandbox) { server in
            let starved = GitTransport.forTests(limits: TransportLimits(memory: 1 << 20))
            let error = await gitError { _ = try await starved.list(Remote(url: try server.url())) }
            #expect(error != nil)
        }
    }

    @Test("an executable that is not there is told, and not retried")
    func missingExecutable() async throws {
        let transport = GitTransport(configuration: TransportConfiguration(executable: "/nonexistent/neap"))
        let remote = Remote(url: try RemoteURL("http://127.0.0.1:1/app.git"))
        let error = await gitError { _ = try await transport.list(remote) }
        #expect(error?.isRetryable == false)
    }

    @Test("an executable that speaks nonsense is a dead child", arguments: ["/bin/cat", "/bin/echo", "/bin/false"])
    func nonsense(executable: String) async throws {
        let transport = GitTransport(configuration: TransportConfiguration(executable: executable))
        let remote = Remote(url: try RemoteURL("http://127.0.0.1:1/app.git"))
        let error = await gitError { _ = try await transport.list(remote) }
        guard case .childDied = error else { throw Unexpected(error) }
    }
}
