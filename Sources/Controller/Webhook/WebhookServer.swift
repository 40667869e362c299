public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import ServiceLifecycle

/// The HTTP server that webhooks are taken by, as strangers may speak to it: connections are bounded in number, and one that
/// says nothing, or its headers too slowly, is closed.
public enum WebhookServer {
    /// Connections at a time; more wait to be taken.
    private static let connections = 512
    /// A connection on which nothing comes is closed.
    private static let idle = TimeAmount.seconds(15)
    /// A request's headers have to be there.
    private static let head = TimeAmount.seconds(5)

    /// Serves until the task is cancelled, or the process's service group shuts down.
    ///
    /// Throws when the address can not be listened at.
    public static func run(
        _ receiver: WebhookReceiver, host: String, port: Int, logger: Logger,
        ready: @escaping @Sendable (Int) async -> Void = { _ in }
    ) async throws {
        try await application(receiver, host: host, port: port, logger: logger, ready: ready).run()
    }

    /// A server of `receiver` at an address. `ready` gets the port as soon as connections are taken.
    public static func application(
        _ receiver: WebhookReceiver, host: String, port: Int, logger: Logger,
        ready: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let router = Router(context: WebhookContext.self)
        receiver.routes(on: router)
        // What a load balancer's health check asks.
        router.get("healthz") { _, _ in Response(status: .ok) }
        var quiet = logger
        quiet.logLevel = .critical
        return Application(
            router: router,
            server: .http1(configuration: .init(additionalChannelHandlers: [HeadDeadline(head)], idleTimeout: idle)),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: "neap",
                availableConnectionsDelegate: MaximumAvailableConnections(connections)),
            onServerRunning: { channel in await ready(channel.localAddress?.port ?? 0) }, logger: quiet)
    }
}
