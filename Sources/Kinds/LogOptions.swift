import Model

/// The options of a log driver: names that plugins make up, a provider's token or key among them. Only those that are known to
/// hold none are shown.
enum LogOptions {
    /// The rules for a map of options at `path`.
    static func rules(at path: FieldPath) -> [FieldRule] {
        let open = harmless.map { FieldRule(path.appending($0), sensitive: false, normal: Normal.text) }
        return [FieldRule(path.appending("*"), sensitive: true, normal: Normal.text)] + open
    }

    private static let harmless = Set(drivers + plugins + plugins.map { $0.lowercased() }).sorted()

    private static let drivers = [
        "awslogs-create-group", "awslogs-datetime-format", "awslogs-endpoint", "awslogs-group",
        "awslogs-multiline-pattern", "awslogs-region", "awslogs-stream", "awslogs-stream-prefix", "cache-disabled",
        "compress", "fluentd-address", "fluentd-async", "gelf-address", "labels", "log-driver-buffer-limit",
        "max-buffer-size", "max-file", "max-size", "mode", "splunk-format", "splunk-gzip", "splunk-index",
        "splunk-source", "splunk-sourcetype", "syslog-address", "syslog-facility", "syslog-format", "tag",
    ]

    /// Of Fluent Bit, which does not tell capitals from small letters.
    private static let plugins = [
        "Format", "Host", "Match", "Name", "Port", "Retry_Limit", "TLS", "auto_create_group", "bucket", "compress",
        "data_stream", "delivery_stream", "index", "log_group_name", "log_stream_name", "log_stream_prefix", "provider",
        "region", "s3_key_format", "store_dir", "stream", "total_file_size", "upload_timeout", "use_put_object",
    ]
}
