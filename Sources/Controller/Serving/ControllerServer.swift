import HTTPTypes
import Hummingbird
public import Logging
import NIOCore
public import ServiceLifecycle

/// The HTTP front of the controller: health and metrics. It changes nothing.
public struct ControllerServer: Service {
    private let address: ListenAddress
    private let health: ControllerHealth
    private let figures: ScrapedFigures
    private let logger: Logger

    /// A server at `address`.
    public init(
        _ address: ListenAddress, health: ControllerHealth, metrics: ControllerMetrics, version: String,
        logger: Logger
    ) {
        self.address = address
        self.health = health
        figures = ScrapedFigures(metrics, health: health, version: version)
        self.logger = logger
    }

    /// Serves until the process is asked to end. Throws when the address can not be listened at.
    public func run() async throws {
        var quiet = logger
        quiet.logLevel = .critical
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname(address.host, port: address.port)),
            onServerRunning: { [logger, address] channel in
                let port = channel.localAddress?.port ?? address.port
                logger.notice("serving /healthz, /readyz and /metrics at http://\(address.shownHost):\(port)")
            }, logger: quiet)
        do {
            try await application.run()
        } catch  where !address.isExplicit {
            // Nobody asked for it: a second controller on this machine goes on without.
            logger.warning(
                "health and metrics are not served: \(address.refusal(error)); choose another with --listen")
            try await gracefulShutdown()
        } catch {
            throw ListenError("\(address.refusal(error)); choose another with --listen")
        }
    }

    var router: Router<BasicRequestContext> {
        let router = Router()
        router.get("healthz") { [health] _, _ in
            let stuck = health.stuck
            return Self.answer(
                stuck.isEmpty, stuck.isEmpty ? "ok\n" : stuck.joined(separator: "\n") + "\n", "text/plain")
        }
        router.get("readyz") { [health] _, _ in
            Self.answer(health.isReady, ReadyReport(health).json, "application/json")
        }
        router.get("metrics") { [figures] _, _ in
            Self.answer(true, figures.text, PrometheusText.mediaType)
        }
        return router
    }

    private static func answer(_ isGood: Bool, _ text: String, _ type: String) -> Response {
        Response(
            status: isGood ? .ok : .serviceUnavailable, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

/// The server can not begin.
public struct ListenError: Error, CustomStringConvertible {
    public let description: String
    init(_ text: String) { description = text }
}
