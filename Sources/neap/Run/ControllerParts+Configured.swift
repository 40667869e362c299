import AWSClient
import Controller
import FoundationEssentials
import Logging
import Reconciler

extension ControllerParts {
    /// Takes on what the configuration asks for besides reconciling: leases, webhooks, AWS's events.
    ///
    /// Throws `SettingsError` for an AWS that can not be spoken to.
    mutating func add(
        _ configuration: ControllerConfiguration, watching repositories: [WatchedRepository], _ hints: HintDirectory
    ) throws {
        let logger = logger
        // What is said of leases and events is said by their own words; each call would be a line every few seconds.
        var quiet = logger
        quiet.logLevel = .critical
        if let leases = configuration.leases {
            let told = progress(nil)
            leadership = try LeaseLeadership(leases, quiet) { await told.note($0, $1) }
        }
        if let webhooks = configuration.webhooks {
            let receiver = WebhookReceiver(
                webhooks.settings, for: { await hints.sources(of: repositories) }, logger: logger
            ) { Date().timeIntervalSince1970 }
            services.append(WebhookService(receiver, at: webhooks.listen, logger: logger))
        }
        if let queue = configuration.queue {
            let client = try AWSClient.forEnvironment(
                services: neap.services, region: queue.region, version: Neap.version,
                budget: Loopback.isEndpoint ? nil : .shared, logger: quiet)
            services.append(QueueListener(queue, aws: client, to: { await hints.all() }, logger: logger))
        }
    }
}

extension LeaseLeadership {
    /// Leases of this process. Throws `SettingsError`.
    init(
        _ leases: ControllerConfiguration.Leases, _ logger: Logger,
        note: @escaping @Sendable (String, String) async -> Void
    ) throws {
        let host = ProcessInfo.processInfo.hostName
        // The host, the process and a few random digits, so that no other process was ever called the same.
        let holder = "\(host)/\(ProcessInfo.processInfo.processIdentifier)/\(LeaseNonce.draw().prefix(8))"
        let settings = LeaseSettings(table: leases.table, duration: leases.duration, holder: holder, host: host)
        let client = try LeaseTableOptions.client(timeout: settings.callTimeout, logger)
        self.init(settings, aws: client, wall: { Wall.now }, note: note)
    }
}
