import Model
import AWSClient
import Controller
import FoundationEssentials
import Logging
import Reconciler
import Tracing

extension ControllerParts {
    /// Takes on what the configuration asks for besides reconciling: leases, webhooks, AWS's events.
    ///
    /// Throws `SettingsError` for an AWS that can not be spoken to.
    mutating func add(
        _ configuration: ControllerConfiguration, watching repositories: [WatchedRepository], _ hints: HintDirectory
    ) throws {
        // What is said of leases and events is said by their own words; each call would be a line every few seconds.
        var quiet = logger
        quiet.logLevel = .critical
        let calls = CallLog()
        services.append(CallCounter(calls, metrics))
        let desk = try desk(configuration, NewsDesk { await hints.sources(of: repositories) }, calls, quiet)
        if let webhooks = configuration.webhooks {
            let receiver = WebhookReceiver(webhooks.settings, to: desk, logger: logger) { Date().timeIntervalSince1970 }
            services.append(WebhookService(receiver, at: webhooks.listen, logger: logger))
        }
        if let queue = configuration.queue {
            let client = try AWSClient.forEnvironment(
                services: neap.services, region: queue.region, version: Neap.version,
                budget: Loopback.isEndpoint ? nil : .shared, log: calls, logger: quiet)
            services.append(QueueListener(queue, aws: client, to: desk, logger: logger))
        }
        if let traces = configuration.traces {
            let spans = SpanBuffer()
            InstrumentationSystem.bootstrap(PassTracer { spans.add($0) })
            services.append(TraceExporter(traces, spans, version: Neap.version, logger: logger))
        }
    }

    /// Where news goes: with leases to the other controllers too, whose news comes here.
    private mutating func desk(
        _ configuration: ControllerConfiguration, _ own: NewsDesk, _ calls: CallLog, _ quiet: Logger
    ) throws -> NewsDesk {
        guard let leases = configuration.leases else { return own }
        let told = progress(nil)
        let shared = try LeaseLeadership(
            leases, calls, quiet, note: { await told.note($0, $1) }, hear: { await own.deliver($0) },
            heard: LeaseTroubles(self).heard)
        leadership = shared
        return own.relayed { await shared.tell($0) }
    }
}

extension LeaseLeadership {
    /// Leases of this process. Throws `SettingsError`.
    init(
        _ leases: ControllerConfiguration.Leases, _ calls: CallLog, _ logger: Logger,
        note: @escaping @Sendable (String, String) async -> Void, hear: @escaping @Sendable (News) async -> Void,
        heard: @escaping @Sendable (String, String?) async -> Void
    ) throws {
        let host = ProcessInfo.processInfo.hostName
        // The host, the process and a few random digits, so that no other process was ever called the same.
        let holder = "\(host)/\(ProcessInfo.processInfo.processIdentifier)/\(RandomID.draw().prefix(8))"
        let settings = LeaseSettings(table: leases.table, duration: leases.duration, holder: holder, host: host)
        let client = try LeaseTableOptions.client(timeout: settings.callTimeout, log: calls, logger: logger)
        self.init(settings, aws: client, wall: { Wall.now }, note: note, hear: hear, heard: heard)
    }
}
