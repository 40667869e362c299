import AWSClient
import ArgumentParser
import Controller
import FoundationEssentials
import Logging
import Reconciler

/// What wakes the controller before its intervals are over: webhooks of forges, and AWS's events in a queue.
struct TriggerOptions: ParsableArguments {
    @Option(help: "The URL of an SQS queue that EventBridge puts AWS's events into; also NEAP_QUEUE_URL.")
    var queueUrl: String?

    @Option(
        help: "Take webhooks at HOST:PORT, at /hooks/github and so on; also NEAP_WEBHOOK_LISTEN. Needs a secret.")
    var webhookListen: String?

    @Option(
        help: """
            A forge (github, gitlab, gitea, generic) and the file that holds its secret, github=/run/secrets/hook; may be \
            repeated. Also the secret itself in NEAP_WEBHOOK_SECRET_GITHUB and so on.
            """)
    var webhookSecretFile: [String] = []

    @Flag(help: "Believe GitLab's X-Gitlab-Token as well as its signatures, for versions that do not sign.")
    var allowGitlabToken = false

    /// The services that the flags and variables ask for, which wake the watch of `source`.
    ///
    /// Throws `ValidationError` for what can not be used.
    func services(for source: WatchedSource) throws -> TriggerServices {
        let variables = ProcessInfo.processInfo.environment
        var logger = Logger(label: "neap") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .warning
        var services = TriggerServices()
        if let listen = webhookListen ?? variables["NEAP_WEBHOOK_LISTEN"] {
            services.webhooks = try webhooks(listen, variables, source, logger)
        }
        if let url = queueUrl ?? variables["NEAP_QUEUE_URL"] {
            let settings = QueueSettings(url: url)
            let client = try AWSClient.forEnvironment(
                services: neap.services, region: settings.region, version: Neap.version,
                budget: Loopback.isEndpoint ? nil : .shared, logger: logger)
            services.queue = QueueListener(settings, aws: client, to: [source.hints], logger: logger)
        }
        return services
    }

    private func webhooks(
        _ listen: String, _ variables: [String: String], _ source: WatchedSource, _ logger: Logger
    ) throws -> TriggerServices.Webhooks {
        let settings = WebhookSettings(secrets: try secrets(variables), allowsGitLabToken: allowGitlabToken)
        guard !settings.secrets.isEmpty else {
            throw ValidationError("--webhook-listen needs a secret: --webhook-secret-file github=FILE")
        }
        guard let colon = listen.lastIndex(of: ":"), let port = Int(listen[listen.index(after: colon)...]),
            (0...65_535).contains(port), colon > listen.startIndex
        else { throw ValidationError("--webhook-listen \(listen) is no HOST:PORT such as 127.0.0.1:8090") }
        let receiver = WebhookReceiver(settings, for: [source], logger: logger) { Date().timeIntervalSince1970 }
        return TriggerServices.Webhooks(
            receiver: receiver, host: String(listen[..<colon]).trimmingBrackets, port: port, logger: logger)
    }

    private func secrets(_ variables: [String: String]) throws -> [WebhookSecret] {
        let written = Forge.allCases.compactMap { forge in
            variables["NEAP_WEBHOOK_SECRET_\(forge.rawValue.uppercased())"].map {
                WebhookSecret(forge: forge, secret: $0)
            }
        }
        return try written
            + webhookSecretFile.map { entry in
                let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2, let forge = Forge(rawValue: parts[0]) else {
                    let forges = Forge.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("--webhook-secret-file \(entry) is no FORGE=FILE, with a forge of \(forges)")
                }
                return WebhookSecret(forge: forge, secret: try Self.secret(parts[1]))
            }
    }

    private static func secret(_ path: String) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ValidationError("--webhook-secret-file \(path): no such file, or it can not be read")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let secret = text.hasSuffix("\n") ? String(text.dropLast()) : text
        guard secret.utf8.count >= 16 else {
            throw ValidationError("--webhook-secret-file \(path): a secret of at least 16 characters is needed")
        }
        return secret
    }
}

extension String {
    /// An IPv6 address without the brackets that a port needs.
    fileprivate var trimmingBrackets: String {
        hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
    }
}
