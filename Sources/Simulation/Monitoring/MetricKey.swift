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

    /// AWS's `Unit` of the series that the simulation makes; `None` for others.
    public var unit: String {
        if name.hasSuffix("Utilization") || name.hasSuffix("Reservation") { return "Percent" }
        if name == "TargetResponseTime" { return "Seconds" }
        return name.hasSuffix("Count") || name == "RequestCountPerTarget" ? "Count" : "None"
    }
}
