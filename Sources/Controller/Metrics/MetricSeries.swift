import CoreMetrics
import Synchronization

/// One series of a metric: a name with label values. It stands behind every kind of handle of the facade.
final class MetricSeries: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler, TimerHandler {
    /// What was observed.
    struct Content: Sendable {
        /// A counter's or a gauge's value; a histogram's sum.
        var value = 0.0
        /// How many observations fell into each bucket alone; the last one is above every bound.
        var buckets: [UInt64] = []
    }

    let family: String
    let labels: [MetricLabel]
    private let bounds: [Double]
    private let content: Mutex<Content>

    init(_ description: MetricDescription, _ labels: [MetricLabel]) {
        family = description.name
        self.labels = labels
        bounds = description.buckets
        let isHistogram = description.kind == .histogram
        content = Mutex(Content(buckets: Array(repeating: 0, count: isHistogram ? description.buckets.count + 1 : 0)))
    }

    /// What was observed until now.
    var read: Content { content.withLock { $0 } }

    func increment(by amount: Int64) { increment(by: Double(amount)) }
    func increment(by amount: Double) {
        guard amount.isFinite, amount >= 0 else { return }
        content.withLock { $0.value += amount }
    }
    func decrement(by amount: Double) { content.withLock { $0.value -= amount } }
    func reset() { content.withLock { $0.value = 0 } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { content.withLock { $0.value = value } }
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) {
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        content.withLock { content in
            guard !content.buckets.isEmpty else { return content.value = value }
            content.value += value
            content.buckets[bucket] += 1
        }
    }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
}

/// A label with its value.
struct MetricLabel: Sendable, Hashable, Comparable {
    let name: String
    let value: String

    static func < (a: MetricLabel, b: MetricLabel) -> Bool { (a.name, a.value) < (b.name, b.value) }
}
