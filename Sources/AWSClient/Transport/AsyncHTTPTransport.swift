public import AWSWire
internal import AsyncHTTPClient
internal import Logging
internal import NIOCore
internal import NIOHTTP1

/// HTTP/1.1 with keep-alive over async-http-client.
public final class AsyncHTTPTransport: HTTPTransport {
    /// How much of the network a transport may take.
    public struct Limits: Sendable {
        /// Connections to one host at a time.
        public var connectionsPerHost = 8
        /// How long making a connection may take.
        public var connectTimeout: Duration = .seconds(5)
        /// How long a server may be silent inside a reply.
        public var readTimeout: Duration = .seconds(30)
        /// How long an unused connection is kept; AWS closes its own sides later, so that reuse does not race.
        public var idleTimeout: Duration = .seconds(15)
        /// The largest reply in bytes.
        public var maxBody = 64 << 20

        /// The usual limits.
        public init() {}
    }

    /// The one that the process shares; `shutdown()` it once, when nothing is sent any more.
    public static let shared = AsyncHTTPTransport()

    private let client: HTTPClient
    private let limits: Limits
    private let silent = Logger(label: "http") { _ in SwiftLogNoOpLogHandler() }

    /// A transport of its own, to be shut down by whoever made it.
    public init(limits: Limits = Limits()) {
        self.limits = limits
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.decompression = .disabled
        configuration.httpVersion = .http1Only
        configuration.timeout = .init(
            connect: TimeAmount(limits.connectTimeout), read: TimeAmount(limits.readTimeout))
        configuration.connectionPool = .init(idleTimeout: TimeAmount(limits.idleTimeout))
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = limits.connectionsPerHost
        // Neap's own spans say what is fit to be said: URLs of credentials are not.
        configuration.tracing.tracer = nil
        // A refused connection is the retry policy's business.
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }

    /// Closes all connections. Nothing can be sent afterwards.
    public func shutdown() async throws { try await client.shutdown() }

    public func send(_ request: WireRequest, to endpoint: Endpoint, timeout: Duration) async throws -> WireReply {
        try await send(request, to: endpoint, timeout: timeout, fence: nil)
    }

    public func send(
        _ request: WireRequest, to endpoint: Endpoint, timeout: Duration, fence: WriteFence?
    ) async throws -> WireReply {
        let deadline = NIODeadline.now() + TimeAmount(try fence?.bound(timeout) ?? timeout)
        let body = fence.map { FencedBody(request.body, $0) }
        do {
            let response = try await client.execute(
                outgoing(request, endpoint, body), deadline: deadline, logger: silent)
            let headers = WireHeaders(response.headers.map { ($0.name, $0.value) })
            let body = try await collect(response.body, until: deadline)
            return WireReply(status: Int(response.status.code), headers: headers, body: body)
        } catch let error as CancellationError {
            throw error
        } catch let error as TransportError {
            throw error
        } catch {
            try Task.checkCancellation()
            if let reason = body?.heldBack { throw TransportError.fenced(reason) }
            throw TransportError(error)
        }
    }

    private func outgoing(_ request: WireRequest, _ endpoint: Endpoint, _ body: FencedBody?) -> HTTPClientRequest {
        var outgoing = HTTPClientRequest(url: endpoint.origin + request.path)
        outgoing.method = HTTPMethod(rawValue: request.method)
        outgoing.headers = HTTPHeaders(request.headers.map { ($0.name, $0.value) })
        guard !request.body.isEmpty else { return outgoing }
        outgoing.body = body.map { .stream($0, length: .known(Int64(request.body.count))) } ?? .bytes(request.body)
        return outgoing
    }

    /// The client's own deadline ends with the reply's head, so a trickling body is held against it here.
    private func collect(_ chunks: HTTPClientResponse.Body, until deadline: NIODeadline) async throws -> [UInt8] {
        var body: [UInt8] = []
        for try await chunk in chunks {
            guard NIODeadline.now() < deadline else { throw TransportError.timedOut("the reply did not end in time") }
            guard body.count + chunk.readableBytes <= limits.maxBody else {
                throw TransportError.tooLarge(limit: limits.maxBody)
            }
            body.append(contentsOf: chunk.readableBytesView)
        }
        return body
    }
}
