import CoreMetrics
import Testing

@testable import Controller

@Suite("Metrics for Prometheus")
struct MetricRegistryTests {
    private static let catalog = [
        MetricDescription("neap_things_total", .counter, ["name"], "Things."),
        MetricDescription("neap_wait_seconds", .histogram, [], buckets: [0.5, 2], "Waiting."),
        MetricDescription("neap_level", .gauge, [], "A level."),
    ]

    @Test("counters, gauges and histograms in the text format, sorted, with their help")
    func text() {
        let registry = MetricRegistry(Self.catalog)
        for name in ["b", "a", "b"] {
            Counter(label: "neap_things_total", dimensions: [("name", name)], factory: registry).increment()
        }
        Meter(label: "neap_level", factory: registry).set(2.5)
        let timer = Timer(label: "neap_wait_seconds", factory: registry)
        for milliseconds in [100, 500, 1_000, 9_000] { timer.recordMilliseconds(milliseconds) }
        #expect(
            PrometheusText(registry).text == """
                # HELP neap_level A level.
                # TYPE neap_level gauge
                neap_level 2.5
                # HELP neap_things_total Things.
                # TYPE neap_things_total counter
                neap_things_total{name="a"} 1
                neap_things_total{name="b"} 2
                # HELP neap_wait_seconds Waiting.
                # TYPE neap_wait_seconds histogram
                neap_wait_seconds_bucket{le="0.5"} 2
                neap_wait_seconds_bucket{le="2"} 3
                neap_wait_seconds_bucket{le="+Inf"} 4
                neap_wait_seconds_sum 10.6
                neap_wait_seconds_count 4

                """)
    }

    @Test("what a label holds can not break out of its quotes or its line")
    func escaping() {
        let registry = MetricRegistry(Self.catalog)
        let hostile = "a\"} 1\nevil_total{x=\"\\"
        Counter(label: "neap_things_total", dimensions: [("name", hostile)], factory: registry).increment()
        let lines = PrometheusText(registry).text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.last == #"neap_things_total{name="a\"} 1\nevil_total{x=\"\\"} 1"#)
    }

    @Test("the number of series is bounded, and what is left out is counted")
    func bounds() {
        let registry = MetricRegistry(MetricCatalog.all, limit: 3)
        for number in 0..<10 {
            Counter(
                label: "neap_reconcile_errors_total", dimensions: [("environment", "e\(number)")], factory: registry
            )
            .increment()
        }
        let text = PrometheusText(registry).text
        #expect(text.split(separator: "\n").count { $0.hasPrefix("neap_reconcile_errors_total{") } == 3)
        #expect(text.contains("neap_metric_series_dropped_total 7\n"))
    }

    @Test("an environment that left takes its series with it")
    func forgetting() {
        let registry = MetricRegistry()
        let metrics = ControllerMetrics(registry)
        metrics.leads("blue", epoch: 3)
        metrics.leads("green", epoch: 0)
        metrics.forget("blue")
        let text = PrometheusText(registry).text
        #expect(!text.contains("blue"))
        #expect(text.contains(#"neap_leader_election_master_status{environment="green"} 1"#))
    }

    @Test("what was registered as one kind stays it, whatever the facade calls it")
    func kinds() {
        let registry = MetricRegistry(Self.catalog)
        Recorder(label: "neap_level", factory: registry).record(4)
        #expect(PrometheusText(registry).text.contains("neap_level 4\n"))
    }
}
