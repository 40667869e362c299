/// A registry's content in Prometheus's text format, version 0.0.4.
struct PrometheusText {
    /// The answer's media type.
    static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    let registry: MetricRegistry

    init(_ registry: MetricRegistry) { self.registry = registry }

    var text: String {
        registry.snapshot().map { description, series in
            let head = """
                # HELP \(description.name) \(Self.escaped(description.help, quotes: false))
                # TYPE \(description.name) \(description.kind.rawValue)

                """
            return head + series.map { Self.lines(of: $0, description) }.joined()
        }.joined()
    }

    private static func lines(of series: MetricSeries, _ description: MetricDescription) -> String {
        let content = series.read
        guard description.kind == .histogram else {
            return line(description.name, series.labels, number(content.value))
        }
        var (text, total) = ("", UInt64(0))
        for (bound, count) in zip(description.buckets + [.infinity], content.buckets) {
            total += count
            let labels = series.labels + [MetricLabel(name: "le", value: number(bound))]
            text += line(description.name + "_bucket", labels, "\(total)")
        }
        return text + line(description.name + "_sum", series.labels, number(content.value))
            + line(description.name + "_count", series.labels, "\(total)")
    }

    private static func line(_ name: String, _ labels: [MetricLabel], _ value: String) -> String {
        let inside = labels.map { "\($0.name)=\"\(escaped($0.value, quotes: true))\"" }.joined(separator: ",")
        return name + (inside.isEmpty ? "" : "{\(inside)}") + " \(value)\n"
    }

    /// Whole numbers without a fraction, as Prometheus itself writes them.
    private static func number(_ value: Double) -> String {
        if value == .infinity { return "+Inf" }
        return value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, character in
            switch character {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(character)
            }
        }
    }

    /// The name with what Prometheus does not take replaced by underscores.
    static func legalName(_ name: String) -> String {
        let legal = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" ? $0 : "_" })
        return legal.first?.isNumber == false ? legal : "_" + legal
    }
}
