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
        let others = ["webhook.secretFiles", "webhook.allowGitlabToken"] + Forge.allCases.map(\.secretKey)
        try refuse(others, without: "webhook.listen", reader)
        guard let address = try address(reader, "webhook.listen") else { return nil }
        let secrets = try secrets(reader)
        guard !secrets.isEmpty else {
            throw reader.wrong(
                "webhook.listen",
                "needs a forge's secret: --webhook-secret-file github=FILE, or NEAP_WEBHOOK_SECRET_GITHUB")
        }
        let allows = try reader.truth("webhook.allowGitlabToken") ?? false
        return Webhooks(
            listen: address, settings: WebhookSettings(secrets: secrets, allowsGitLabToken: allows))
    }

    static func leases(_ reader: SettingReader) throws(ConfigurationError) -> Leases? {
        try refuse(["lease.duration"], without: "lease.table", reader)
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
            throw wrong(error, reader)
        }
    }

    private static func wrong(_ problem: TraceSettings.Problem, _ reader: SettingReader) -> ConfigurationError {
        let (key, usual, text) =
            switch problem {
            case .endpoint:
                (
                    "traces.endpoint", "OTEL_EXPORTER_OTLP_ENDPOINT",
                    "is the URL of an OTLP/HTTP collector without user or query, such as http://127.0.0.1:4318"
                )
            case .headers:
                (
                    "traces.headers", "OTEL_EXPORTER_OTLP_HEADERS",
                    "are name=value with commas between, values percent-encoded"
                )
            }
        return reader.isSet(key) ? reader.wrong(key, text) : ConfigurationError("\(usual) \(text)")
    }

    /// Both of a forge's are good, so that they can be exchanged.
    private static func secrets(_ reader: SettingReader) throws(ConfigurationError) -> [WebhookSecret] {
        var found: [WebhookSecret] = []
        for forge in Forge.allCases {
            guard let text = reader.text(forge.secretKey) else { continue }
            guard text.trimmingWhitespace.count >= WebhookSecret.shortest else {
                throw reader.wrong(forge.secretKey, "is shorter than \(WebhookSecret.shortest) characters")
            }
            found.append(WebhookSecret(forge: forge, secret: text))
        }
        for entry in reader.list("webhook.secretFiles") {
            let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let forge = Forge(rawValue: parts[0]) else {
                let forges = Forge.allCases.map(\.rawValue).joined(separator: ", ")
                throw reader.wrong(
                    "webhook.secretFiles", "takes FORGE=FILE with a forge of \(forges), and not \(entry)")
            }
            let secret = WebhookSecret(forge: forge, file: parts[1])
            do throws(ConfigurationError) {
                _ = try secret.read()
            } catch {
                throw reader.wrong("webhook.secretFiles", "names \(error)")
            }
            found.append(secret)
        }
        return found
    }
}

extension Forge {
    /// The setting that holds its secret, `webhook.secretGithub`.
    var secretKey: String { "webhook.secret" + rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
