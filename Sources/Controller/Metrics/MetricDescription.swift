/// What a metric is: the page of docs, the exporter's header lines and the dashboard are held against this.
public struct MetricDescription: Sendable, Hashable {
    /// Prometheus's types, as far as they are used.
    public enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    /// `neap_reconcile_total`.
    public let name: String
    public let kind: Kind
    /// The labels that each series has, in their order.
    public let labels: [String]
    /// One line for people.
    public let help: String
    /// Upper bounds of a histogram's buckets, rising, in seconds; empty for the others.
    let buckets: [Double]

    init(_ name: String, _ kind: Kind, _ labels: [String] = [], buckets: [Double] = [], _ help: String) {
        (self.name, self.kind, self.labels, self.help) = (name, kind, labels, help)
        self.buckets = kind == .histogram && buckets.isEmpty ? Self.seconds : buckets
    }

    /// From a warm pass over little to one that waits for AWS.
    static let seconds: [Double] = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300]
}
