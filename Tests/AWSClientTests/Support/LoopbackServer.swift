import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A small HTTP server on this machine that behaves as badly as it is told.
final class LoopbackServer: Sendable {
    /// What it does with a request.
    enum Behaviour: Sendable {
        case answer(bytes: Int)
        case redirect(to: String)
        /// Answers so many requests of a connection, then none.
        case silent(after: Int)
        /// Says how long the body is, sends half of it, closes.
        case half
        /// Sends a byte of the body now and then, for ever.
        case trickle
        /// Answers once `count` requests are there at the same time.
        case gather(count: Int)
    }

    /// What it saw.
    struct Counts: Sendable {
        var connections = 0
        var open = 0
        var mostOpen = 0
        var requests = 0
        var waiting: [@Sendable () -> Void] = []
    }

    let port: Int
    private let channel: any Channel
    private let seen: CountsBox

    final class CountsBox: Sendable { let counts = Mutex(Counts()) }

    var counts: Counts { seen.counts.withLock { $0 } }

    init(_ behaviour: Behaviour) async throws {
        let seen = CountsBox()
        self.seen = seen
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Responder(behaviour, seen))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    func close() async throws { try await channel.close() }
}

private final class Responder: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let behaviour: LoopbackServer.Behaviour
    private let seen: LoopbackServer.CountsBox
    private var answered = 0

    init(_ behaviour: LoopbackServer.Behaviour, _ seen: LoopbackServer.CountsBox) {
        self.behaviour = behaviour
        self.seen = seen
    }

    func channelActive(context: ChannelHandlerContext) {
        seen.counts.withLock { counts in
            counts.connections += 1
            counts.open += 1
            counts.mostOpen = max(counts.mostOpen, counts.open)
        }
    }

    func channelInactive(context: ChannelHandlerContext) { seen.counts.withLock { $0.open -= 1 } }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .end = unwrapInboundIn(data) else { return }
        seen.counts.withLock { $0.requests += 1 }
        switch behaviour {
        case .answer(let bytes): answer(context, bytes)
        case .redirect(let url): head(context, .found, ["location": url, "content-length": "0"], end: true)
        case .silent(let after): if answered < after { answer(context, 0) }
        case .half:
            head(context, .ok, ["content-length": "10"], end: false)
            body(context, 5)
            context.close(promise: nil)
        case .trickle:
            head(context, .ok, ["content-length": "1000000"], end: false)
            trickle(context)
        case .gather(let count): gather(context, count)
        }
    }

    private func head(
        _ context: ChannelHandlerContext, _ status: HTTPResponseStatus, _ headers: [String: String], end: Bool
    ) {
        let fields = HTTPHeaders(headers.map { ($0.key, $0.value) })
        context.write(wrapOutboundOut(.head(.init(version: .http1_1, status: status, headers: fields))), promise: nil)
        if end { context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil) }
    }

    private func body(_ context: ChannelHandlerContext, _ bytes: Int) {
        let buffer = ByteBuffer(repeating: 120, count: bytes)
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
    }

    private func answer(_ context: ChannelHandlerContext, _ bytes: Int) {
        answered += 1
        head(context, .ok, ["content-length": "\(bytes)"], end: false)
        if bytes > 0 { body(context, bytes) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private func trickle(_ context: ChannelHandlerContext) {
        body(context, 1)
        let (bound, handler) = (
            NIOLoopBound(context, eventLoop: context.eventLoop), NIOLoopBound(self, eventLoop: context.eventLoop)
        )
        context.eventLoop.scheduleTask(in: .milliseconds(5)) {
            if bound.value.channel.isActive { handler.value.trickle(bound.value) }
        }
    }

    private func gather(_ context: ChannelHandlerContext, _ count: Int) {
        let (bound, handler) = (
            NIOLoopBound(context, eventLoop: context.eventLoop), NIOLoopBound(self, eventLoop: context.eventLoop)
        )
        let loop = context.eventLoop
        let ready = seen.counts.withLock { counts -> [@Sendable () -> Void] in
            counts.waiting.append { loop.execute { handler.value.answer(bound.value, 2) } }
            guard counts.waiting.count >= count else { return [] }
            defer { counts.waiting = [] }
            return counts.waiting
        }
        for answer in ready { answer() }
    }
}
