/// What names one series of data points.
public struct MetricKey: Sendable, Hashable, Comparable {
    /// `AWS/ECS`.
    public var namespace: String
    /// `CPUUtilization`.
    public var name: String
    /// Sorted by name.
    public var dimensions: [Dimension]

    /// One dimension.
    public struct Dimension: Sendable, Hashable, Comparable {
        /// Its name.
        public var name: String
        /// Its value.
        public var value: String
        public static func < (a: Dimension, b: Dimension) -> Bool { (a.name, a.value) < (b.name, b.value) }
    }

    /// A series.
    public init(namespace: String, name: String, dimensions: [(String, String)]) {
        self.namespace = namespace
        self.name = name
        self.dimensions = dimensions.map { Dimension(name: $0.0, value: $0.1) }.sorted()
    }

    public static func < (a: MetricKey, b: MetricKey) -> Bool {
        if a.namespace != b.namespace { return a.namespace < b.namespace }
        if a.name != b.name { return a.name < b.name }
        return a.dimensions.lexicographicallyPrecedes(b.dimensions)
    }
}

/// One minute of a series; values in thousandths, so that sums never depend on a processor's rounding.
public struct DataPoint: Sendable, Hashable {
    /// The minute's beginning.
    public var at: Instant
    /// Thousandths.
    public var sum: Int
    /// Thousandths.
    public var minimum: Int
    /// Thousandths.
    public var maximum: Int
    /// How many values there were.
    public var count: Int

    /// One value, in thousandths.
    public init(at: Instant, _ value: Int) {
        self.at = at
        sum = value
        minimum = value
        maximum = value
        count = 1
    }

    /// The average in thousandths.
    public var average: Int { count == 0 ? 0 : sum / count }
}

/// Series of minutes, each as a ring of the last hours.
public struct MetricStore: Sendable {
    private var positions: [MetricKey: Int] = [:]
    private var keys: [MetricKey] = []
    private var series: [[DataPoint]] = []
    /// How many minutes a series keeps.
    public var kept = 180

    /// Nothing.
    public init() {}

    /// All series, in the order in which they were first put.
    public var all: [MetricKey] { keys }

    /// The minutes of a series, oldest first.
    public subscript(key: MetricKey) -> [DataPoint] { positions[key].map { series[$0] } ?? [] }

    /// Adds to a series' minute, or begins one.
    mutating func put(_ point: DataPoint, _ key: MetricKey) {
        guard let position = positions[key] else {
            positions[key] = series.count
            keys.append(key)
            series.append([point])
            return
        }
        if let last = series[position].last, last.at == point.at {
            merge(point, at: position)
        } else {
            series[position].append(point)
            if series[position].count > kept { series[position].removeFirst(kept / 4) }
        }
    }

    private mutating func merge(_ point: DataPoint, at position: Int) {
        let last = series[position].count - 1
        series[position][last].sum += point.sum
        series[position][last].minimum = min(series[position][last].minimum, point.minimum)
        series[position][last].maximum = max(series[position][last].maximum, point.maximum)
        series[position][last].count += point.count
    }
}
