import CoreMetrics
import Reconciler

/// What is not counted as it happens but looked at when somebody asks.
struct ScrapedFigures: Sendable {
    private let metrics: ControllerMetrics
    private let health: ControllerHealth
    private let startedAt: Int
    private let version: String

    init(_ metrics: ControllerMetrics, health: ControllerHealth, version: String) {
        self.metrics = metrics
        self.health = health
        self.version = version
        startedAt = health.now()
    }

    /// The metrics of now in Prometheus's format.
    var text: String {
        metrics.set("neap_build_info", [("version", version)], 1)
        metrics.set("process_start_time_seconds", [], Double(startedAt))
        let figures = ProcessFigures.now
        metrics.set("process_cpu_seconds_total", [], figures.processorSeconds)
        if let bytes = figures.residentBytes { metrics.set("process_resident_memory_bytes", [], bytes) }
        if let descriptors = figures.openDescriptors { metrics.set("process_open_fds", [], descriptors) }
        let now = health.now()
        for environment in health.environments {
            let name = environment.environment
            let running = environment.roundBeganAt.map { max(0, now - $0) } ?? 0
            metrics.gauge("neap_workqueue_longest_running_processor_seconds", name, Double(running))
            guard environment.isLeading else {
                metrics.registry.forget("environment", name, of: "neap_source_age_seconds")
                continue
            }
            let silence = health.repository(environment.source)?.contact.silence(at: now) ?? 0
            metrics.gauge("neap_source_age_seconds", name, Double(silence))
        }
        return PrometheusText(metrics.registry).text
    }
}
