import Controller
import Logging

/// What runs beside the watch.
struct TriggerServices: Sendable {
    /// A receiver at an address.
    struct Webhooks: Sendable {
        let receiver: WebhookReceiver
        let host: String
        let port: Int
        let logger: Logger
    }

    var webhooks: Webhooks?
    var queue: QueueListener?

    /// Runs `watch` with the services beside it, until `watch` ends or one of them can not go on.
    func during(_ watch: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            if let webhooks { group.addTask { try await serve(webhooks) } }
            if let queue { group.addTask { try await queue.run() } }
            group.addTask { try await watch() }
            _ = try await group.next()
            group.cancelAll()
        }
    }

    private func serve(_ webhooks: Webhooks) async throws {
        try await WebhookServer.run(
            webhooks.receiver, host: webhooks.host, port: webhooks.port, logger: webhooks.logger
        ) { port in
            Terminal.error("neap: webhooks are taken at http://\(webhooks.host):\(port)/hooks/")
        }
    }
}
