import AWSWire
import FoundationEssentials

/// Where traces go.
public struct TraceSettings: Sendable, Equatable {
    /// The collector's whole URL, `http://127.0.0.1:4318/v1/traces`.
    public let url: String
    /// What each request carries besides, such as a token; never logged.
    let headers: [Header]

    struct Header: Sendable, Equatable {
        let name: String
        let value: String
    }

    /// The collector below `endpoint`. `headers` are `name=value` with commas between, values percent-encoded as
    /// OpenTelemetry's `OTEL_EXPORTER_OTLP_HEADERS` has them. Throws what is wrong, without quoting it.
    init(endpoint: String, headers: String) throws(Problem) {
        guard let parsed = URL(string: endpoint), ["http", "https"].contains(parsed.scheme ?? ""),
            parsed.host()?.isEmpty == false, parsed.query() == nil, parsed.user() == nil
        else { throw .endpoint }
        let base = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
        url = base.hasSuffix("/v1/traces") ? base : base + "/v1/traces"
        self.headers = try Self.headers(headers)
    }

    /// What can be wrong.
    enum Problem: Error { case endpoint, headers }

    private static func headers(_ text: String) throws(Problem) -> [Header] {
        var found: [Header] = []
        for entry in text.split(separator: ",") where !entry.trimmingWhitespace.isEmpty {
            let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, isName(parts[0].trimmingWhitespace) else { throw .headers }
            let value = QueryText.percentDecoded(parts[1].trimmingWhitespace[...]) ?? parts[1].trimmingWhitespace
            guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }) else { throw .headers }
            found.append(Header(name: parts[0].trimmingWhitespace, value: value))
        }
        return found
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { Character(Unicode.Scalar($0)).isLetter || "-_0123456789".utf8.contains($0) }
    }
}
