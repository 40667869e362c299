public import Logging
public import ServiceLifecycle

/// The webhook server as a part of the controller.
public struct WebhookService: Service {
    private let receiver: WebhookReceiver
    private let address: ListenAddress
    private let logger: Logger

    /// Serves `receiver` at `address`.
    public init(_ receiver: WebhookReceiver, at address: ListenAddress, logger: Logger) {
        self.receiver = receiver
        self.address = address
        self.logger = logger
    }

    /// Serves until the process is asked to end. Throws `ListenError` when the address can not be listened at.
    public func run() async throws {
        do {
            try await WebhookServer.run(receiver, host: address.host, port: address.port, logger: logger) { port in
                logger.notice("webhooks are taken at http://\(address.shownHost):\(port)/hooks/")
            }
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw ListenError("webhooks: \(address.refusal(error)); choose another with --webhook-listen")
        }
    }
}
