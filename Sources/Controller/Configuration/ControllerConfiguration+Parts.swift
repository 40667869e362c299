import FoundationEssentials

extension ControllerConfiguration {
    /// Where webhooks are taken, and what is believed of them.
    public struct Webhooks: Sendable {
        /// Strangers reach it; never the address of health and metrics.
        public var listen: ListenAddress
        public var settings: WebhookSettings
    }

    /// Where leases stand, and how long they last.
    public struct Leases: Sendable, Equatable {
        /// The DynamoDB table's name or ARN.
        public var table: String
        public var duration: Duration
    }

    static func webhooks(_ reader: SettingReader) throws(ConfigurationError) -> Webhooks? {
        guard let text = reader.text("webhook.listen") else { return nil }
        let secrets = try secrets(reader)
        guard !secrets.isEmpty else {
            throw reader.wrong(
                "webhook.listen",
                "needs a forge's secret: --webhook-secret-file github=FILE, or NEAP_WEBHOOK_SECRET_GITHUB")
        }
        let allows = try reader.truth("webhook.allowGitlabToken") ?? false
        return Webhooks(
            listen: try ListenAddress(text), settings: WebhookSettings(secrets: secrets, allowsGitLabToken: allows))
    }

    static func queue(_ reader: SettingReader) -> QueueSettings? {
        reader.text("queue.url").map { QueueSettings(url: $0) }
    }

    static func leases(_ reader: SettingReader) throws(ConfigurationError) -> Leases? {
        guard let table = reader.text("lease.table") else { return nil }
        let shortest = Int(LeaseSettings.shortest.components.seconds)
        return Leases(
            table: table, duration: try reader.duration("lease.duration", in: shortest...3_600) ?? .seconds(30))
    }

    /// OpenTelemetry's own variables hold where Neap's settings say nothing.
    static func traces(
        _ reader: SettingReader, _ variables: [String: String]
    ) throws(ConfigurationError) -> TraceSettings? {
        let usual = variables["OTEL_EXPORTER_OTLP_ENDPOINT"].flatMap { $0.isEmpty ? nil : $0 }
        guard let endpoint = reader.text("traces.endpoint") ?? usual else { return nil }
        let headers = reader.text("traces.headers") ?? variables["OTEL_EXPORTER_OTLP_HEADERS"] ?? ""
        do throws(TraceSettings.Problem) {
            return try TraceSettings(endpoint: endpoint, headers: headers)
        } catch {
            switch error {
            case .endpoint:
                throw reader.wrong(
                    "traces.endpoint",
                    "is the URL of an OTLP/HTTP collector without user or query, such as http://127.0.0.1:4318")
            case .headers:
                throw reader.wrong("traces.headers", "are name=value with commas between, values percent-encoded")
            }
        }
    }

    /// Both of a forge's are good, so that they can be exchanged.
    private static func secrets(_ reader: SettingReader) throws(ConfigurationError) -> [WebhookSecret] {
        var found: [WebhookSecret] = []
        for forge in Forge.allCases {
            guard let text = reader.text(forge.secretKey) else { continue }
            found.append(WebhookSecret(forge: forge, secret: text))
        }
        for entry in reader.list("webhook.secretFiles") {
            let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let forge = Forge(rawValue: parts[0]) else {
                let forges = Forge.allCases.map(\.rawValue).joined(separator: ", ")
                throw reader.wrong(
                    "webhook.secretFiles", "takes FORGE=FILE with a forge of \(forges), and not \(entry)")
            }
            found.append(WebhookSecret(forge: forge, secret: try secret(parts[1], reader)))
        }
        return found
    }

    private static func secret(_ path: String, _ reader: SettingReader) throws(ConfigurationError) -> String {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw reader.wrong("webhook.secretFiles", "names \(path), which is not there or can not be read")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let secret = text.hasSuffix("\n") ? String(text.dropLast()) : text
        guard secret.utf8.count >= 16 else {
            throw reader.wrong("webhook.secretFiles", "names \(path), whose secret is shorter than 16 characters")
        }
        return secret
    }
}

extension Forge {
    /// The setting that holds its secret, `webhook.secretGithub`.
    var secretKey: String { "webhook.secret" + rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
