public import CoreMetrics
import Synchronization

/// Keeps what the facade is told, for Prometheus to read. The number of series is bounded: what manifests name never makes
/// one without end.
public final class MetricRegistry: MetricsFactory {
    /// How many series a metric may have.
    public static let limit = 2_000

    private struct Family {
        let description: MetricDescription
        var series: [[MetricLabel]: MetricSeries] = [:]
    }

    private let families: Mutex<[String: Family]>
    private let dropped = MetricSeries(MetricDescription("neap_metric_series_dropped_total", .counter, [], ""), [])
    private let limit: Int

    /// A registry that knows the metrics of `catalog`; others are taken as what they are first used as.
    public init(_ catalog: [MetricDescription] = MetricCatalog.all, limit: Int = MetricRegistry.limit) {
        self.limit = limit
        families = Mutex(
            Dictionary(catalog.map { ($0.name, Family(description: $0)) }) { first, _ in first })
    }

    /// The series of every metric that has one, by name and labels.
    func snapshot() -> [(description: MetricDescription, series: [MetricSeries])] {
        let all = families.withLock { families in families.values.map { ($0.description, Array($0.series.values)) } }
        return all.filter { !$0.1.isEmpty }.sorted { $0.0.name < $1.0.name }.map { description, series in
            (description, series.sorted { $0.labels.lexicographicallyPrecedes($1.labels) })
        }
    }

    /// Forgets every series with this label value, and of `metric` alone where one is named.
    public func forget(_ label: String, _ value: String, of metric: String? = nil) {
        let gone = MetricLabel(name: label, value: value)
        families.withLock { families in
            for name in families.keys where metric == nil || metric == name {
                let kept = families[name]?.series.filter { !$0.key.contains(gone) }
                families[name]?.series = kept ?? [:]
            }
        }
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, .counter)
    }
    public func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler { series(label, dimensions, .counter) }
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, .gauge)
    }
    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler { series(label, dimensions, aggregate ? .histogram : .gauge) }
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, .histogram)
    }

    public func destroyCounter(_ handler: any CounterHandler) { forget(handler) }
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { forget(handler) }
    public func destroyMeter(_ handler: any MeterHandler) { forget(handler) }
    public func destroyRecorder(_ handler: any RecorderHandler) { forget(handler) }
    public func destroyTimer(_ handler: any TimerHandler) { forget(handler) }

    private func forget(_ handler: Any) {
        guard let series = handler as? MetricSeries else { return }
        families.withLock { $0[series.family]?.series[series.labels] = nil }
    }

    private func series(
        _ label: String, _ dimensions: [(String, String)], _ kind: MetricDescription.Kind
    ) -> MetricSeries {
        let name = PrometheusText.legalName(label)
        let labels = dimensions.map { MetricLabel(name: PrometheusText.legalName($0.0), value: $0.1) }.sorted()
        return families.withLock { families in
            let description = families[name]?.description ?? MetricDescription(name, kind, [], "Of another part.")
            var family = families[name] ?? Family(description: description)
            if let known = family.series[labels] { return known }
            guard family.series.count < limit else {
                dropped.increment(by: 1.0)
                families[dropped.family]?.series[[]] = dropped
                return MetricSeries(description, labels)
            }
            let made = MetricSeries(description, labels)
            family.series[labels] = made
            families[name] = family
            return made
        }
    }
}
