import AWSWire
import Testing

@testable import AWSClient

@Suite("HTTP over a real connection")
struct AsyncHTTPTransportTests {
    /// Runs `body` with a server and a transport, and ends both.
    private func with(
        _ behaviour: LoopbackServer.Behaviour, limits: AsyncHTTPTransport.Limits = Self.patient,
        _ body: (LoopbackServer, AsyncHTTPTransport, Endpoint) async throws -> Void
    ) async throws {
        let server = try await LoopbackServer(behaviour)
        let transport = AsyncHTTPTransport(limits: limits)
        do {
            let endpoint = try #require(Endpoint(url: "http://127.0.0.1:\(server.port)"))
            try await body(server, transport, endpoint)
        } catch {
            try await transport.shutdown()
            try await server.close()
            throw error
        }
        try await transport.shutdown()
        try await server.close()
    }

    private let request = WireRequest(body: Array("hello".utf8))
    /// Where the time is not what is tested: the other tests may keep the machine busy for minutes.
    private let patience = Duration.seconds(600)
    private static let patient = {
        var limits = AsyncHTTPTransport.Limits()
        limits.readTimeout = .seconds(600)
        limits.idleTimeout = .seconds(600)
        return limits
    }()

    private func failure(_ body: () async throws -> WireReply) async -> TransportError? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? TransportError
        }
    }

    @Test("a request whose fence closes before its body goes out is none for the server")
    func fenced() async throws {
        try await with(.answer(bytes: 3)) { server, transport, endpoint in
            let asked = Count()
            let late = WriteFence { asked.next() == 1 ? .open(within: patience) : .closed("too late") }
            let found = await failure {
                try await transport.send(request, to: endpoint, timeout: patience, fence: late)
            }
            #expect(found == .fenced("too late"))
            #expect(server.counts.requests == 0)
            let open = WriteFence { .open(within: nil) }
            let reply = try await transport.send(request, to: endpoint, timeout: patience, fence: open)
            #expect(reply.status == 200)
            #expect(server.counts.requests == 1)
        }
    }

    @Test("one connection carries one request after the other")
    func keepAlive() async throws {
        try await with(.answer(bytes: 3)) { server, transport, endpoint in
            for _ in 0..<20 {
                let reply = try await transport.send(request, to: endpoint, timeout: patience)
                #expect(reply.status == 200)
                #expect(reply.body == Array("xxx".utf8))
                #expect(reply.headers["Content-Length"] == "3")
            }
            #expect(server.counts.connections == 1)
            #expect(server.counts.requests == 20)
        }
    }

    @Test("requests at the same time share a bounded number of connections", arguments: [2, 8])
    func bounded(_ bound: Int) async throws {
        var limits = Self.patient
        limits.connectionsPerHost = bound
        try await with(.gather(count: bound), limits: limits) { server, transport, endpoint in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<bound * 5 {
                    group.addTask { try await transport.send(request, to: endpoint, timeout: patience).status }
                }
                for try await status in group { #expect(status == 200) }
            }
            #expect(server.counts.mostOpen == bound)
            #expect(server.counts.requests == bound * 5)
        }
    }

    @Test("a silent server ends at the deadline")
    func silent() async throws {
        try await with(.silent(after: 1)) { _, transport, endpoint in
            _ = try await transport.send(request, to: endpoint, timeout: patience)
            let error = await failure { try await transport.send(request, to: endpoint, timeout: .milliseconds(50)) }
            #expect(error == .timedOut("no reply in time"))
        }
    }

    @Test("a body that trickles ends at the deadline")
    func trickle() async throws {
        try await with(.trickle) { _, transport, endpoint in
            let error = await failure { try await transport.send(request, to: endpoint, timeout: .milliseconds(200)) }
            guard case .timedOut = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("a body that falls silent ends at the read deadline")
    func readDeadline() async throws {
        var limits = Self.patient
        limits.readTimeout = .milliseconds(40)
        try await with(.silent(after: 0), limits: limits) { _, transport, endpoint in
            let error = await failure { try await transport.send(request, to: endpoint, timeout: patience) }
            #expect(error == .timedOut("no reply in time"))
        }
    }

    @Test("half a body is a lost reply")
    func half() async throws {
        try await with(.half) { _, transport, endpoint in
            let error = await failure { try await transport.send(request, to: endpoint, timeout: patience) }
            guard case .lost = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("a body at the bound is taken, a larger one refused")
    func large() async throws {
        var limits = Self.patient
        limits.maxBody = 1 << 18
        try await with(.answer(bytes: 1 << 18), limits: limits) { _, transport, endpoint in
            let reply = try await transport.send(request, to: endpoint, timeout: patience)
            #expect(reply.body.count == 1 << 18)
        }
        limits.maxBody -= 1
        try await with(.answer(bytes: 1 << 18), limits: limits) { _, transport, endpoint in
            let error = await failure { try await transport.send(request, to: endpoint, timeout: patience) }
            #expect(error == .tooLarge(limit: limits.maxBody))
        }
    }

    @Test("a redirect is a reply and is not followed")
    func redirect() async throws {
        try await with(.answer(bytes: 0)) { other, _, _ in
            try await with(.redirect(to: "http://127.0.0.1:\(other.port)/")) { _, transport, endpoint in
                let reply = try await transport.send(request, to: endpoint, timeout: patience)
                #expect(reply.status == 302)
                #expect(other.counts.requests == 0)
            }
        }
    }

    @Test("where nobody listens nothing was sent")
    func unreachable() async throws {
        let gone = try await LoopbackServer(.silent(after: 0))
        try await gone.close()
        let endpoint = try #require(Endpoint(url: "http://127.0.0.1:\(gone.port)"))
        try await with(.silent(after: 0)) { _, transport, _ in
            let error = await failure { try await transport.send(request, to: endpoint, timeout: patience) }
            #expect(error == .notSent("the connection was refused"))
        }
    }

    @Test("a cancelled task ends with a cancellation")
    func cancelled() async throws {
        try await with(.silent(after: 0)) { server, transport, endpoint in
            let task = Task { try await transport.send(request, to: endpoint, timeout: patience) }
            while server.counts.requests == 0 { await Task.yield() }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }
}
