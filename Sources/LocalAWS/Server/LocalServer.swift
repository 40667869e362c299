import AWSWire
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
public import Simulation

/// The HTTP front of an embedded AWS: AWS's protocols at `/`, people's wishes at `/_neap/…`.
public struct LocalServer: Sendable {
    private let endpoint: LocalEndpoint
    private let host: String
    private let port: Int

    /// A server of a new AWS, or of the one in its state directory; `port` 0 takes a free one.
    ///
    /// `wall` is seconds since 1970. Throws `LocalError` when the state can not be read.
    public init(
        _ options: LocalOptions, host: String = "127.0.0.1", port: Int = 0, wall: @escaping @Sendable () -> Double
    ) throws {
        endpoint = try LocalEndpoint(options, wall: wall)
        self.host = host
        self.port = port
    }

    /// Serves until the task is cancelled. `ready` gets the port as soon as connections are taken.
    public func run(ready: @escaping @Sendable (Int) async -> Void) async throws {
        try await endpoint.begin()
        var logger = Logger(label: "neap.local")
        logger.logLevel = .critical
        let application = Application(
            responder: EndpointResponder(endpoint: endpoint),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: "neap-local"),
            onServerRunning: { channel in await ready(channel.localAddress?.port ?? 0) }, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            group.addTask { try await keepTime() }
            // Whichever ends first, ends both.
            _ = try await group.next()
            group.cancelAll()
        }
    }

    /// Writes down how far time has come; to be called last.
    public func close() async throws {
        try await endpoint.keepTime()
        await endpoint.letGo()
    }

    /// A region's timeline.
    public func timeline(of region: String) async -> Timeline { await endpoint.timeline(region) }

    /// Regions that somebody has spoken to.
    public var regions: [String] { get async { await endpoint.account.regions } }

    /// Time goes on also when nobody asks, and is written down.
    private func keepTime() async throws {
        let clock = ContinuousClock()
        var beat = 0
        while !Task.isCancelled {
            try await clock.sleep(for: .seconds(1))
            await endpoint.tick()
            beat += 1
            if beat.isMultiple(of: 10) { try await endpoint.keepTime() }
        }
    }
}

/// Turns HTTP into wire messages and back.
struct EndpointResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let endpoint: LocalEndpoint
    /// AWS takes no larger requests.
    private static let limit = 16 << 20

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let body = try await request.body.collect(upTo: Self.limit)
        let asked = WireRequest(
            method: request.method.rawValue, path: request.uri.string, headers: headers(request),
            body: Array(body.readableBytesView))
        if ControlSurface.owns(asked) {
            return response(await ControlSurface(endpoint: endpoint).answer(asked))
        }
        let answer = await endpoint.answer(asked)
        if answer.latency > .zero {
            try await ContinuousClock().sleep(for: .milliseconds(answer.latency.milliseconds))
        }
        return answer.isLost ? broken() : response(answer.reply)
    }

    private func headers(_ request: Request) -> WireHeaders {
        var headers = WireHeaders(request.headers.map { ($0.name.rawName, $0.value) })
        if headers["Host"] == nil, let host = request.head.authority { headers["Host"] = host }
        return headers
    }

    private func response(_ reply: WireReply) -> Response {
        var fields = HTTPFields()
        for header in reply.headers {
            if let name = HTTPField.Name(header.name) { fields.append(HTTPField(name: name, value: header.value)) }
        }
        return Response(
            status: HTTPResponse.Status(code: reply.status), headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
    }

    /// Promises a body and breaks the connection.
    private func broken() -> Response {
        Response(status: .ok, body: ResponseBody(contentLength: 64) { _ in throw LostReply() })
    }

    private struct LostReply: Error {}
}
