import AWSWire
import FoundationEssentials

/// Where traces go.
public struct TraceSettings: Sendable, Equatable {
    /// The collector's whole URL, `http://127.0.0.1:4318/v1/traces`.
    public let url: String
    /// What each request carries besides, such as a token; never logged.
    let headers: [(name: String, value: String)]

    /// The collector below `endpoint`. `headers` are `name=value` with commas between, values percent-encoded as
    /// OpenTelemetry's `OTEL_EXPORTER_OTLP_HEADERS` has them. Nil for what is no URL of HTTP.
    init?(endpoint: String, headers: String) {
        guard let parsed = URL(string: endpoint), ["http", "https"].contains(parsed.scheme ?? ""),
            parsed.host()?.isEmpty == false, parsed.query() == nil, parsed.user() == nil
        else { return nil }
        let base = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
        url = base.hasSuffix("/v1/traces") ? base : base + "/v1/traces"
        self.headers = headers.split(separator: ",").compactMap { entry in
            let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            let name = parts[0].trimmed
            let value = parts[1].trimmed
            return (name, QueryText.percentDecoded(value[...]) ?? value)
        }
    }

    public static func == (a: Self, b: Self) -> Bool {
        a.url == b.url && a.headers.elementsEqual(b.headers) { $0 == $1 }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var rest = self
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
