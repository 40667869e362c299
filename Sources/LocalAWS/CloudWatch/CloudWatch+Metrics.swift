import Model
import Simulation

extension LocalCloudWatch {
    static func putMetricData(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let namespace = request.text("namespace") ?? ""
        guard !namespace.hasPrefix("AWS/") else {
            throw Refusal("InvalidParameterValue", "The value AWS/ for parameter Namespace is invalid.")
        }
        for datum in request.list("metricData") {
            let key = MetricKey(
                namespace: namespace, name: datum["metricName"]?.string ?? "",
                dimensions: dimensions(datum["dimensions"]))
            guard let point = point(datum, at: instant(datum["timestamp"]) ?? world.now) else {
                throw Refusal("MissingParameter", "The parameter MetricData.member.1.Value is required.")
            }
            world.putMetricData(key, point)
        }
        return .emptyObject
    }

    static func listMetrics(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (namespace, name) = (request.text("namespace"), request.text("metricName"))
        let filters = request.list("dimensions")
        let wanted = world.monitoring.metrics.all.filter { key in
            (namespace ?? key.namespace) == key.namespace && (name ?? key.name) == key.name
                && filters.allSatisfy { filter in
                    key.dimensions.contains { dimension in
                        dimension.name == filter["name"]?.string
                            && (filter["value"]?.string ?? dimension.value) == dimension.value
                    }
                }
        }
        let page = try request.page(wanted, limit: nil, size: 500, invalidToken: "InvalidParameterValue")
        var output: Value = ["metrics": .list(page.items.map(row))]
        output["nextToken"] = page.next.map { .string($0) }
        return output
    }

    private static func row(_ key: MetricKey) -> Value {
        [
            "namespace": .string(key.namespace), "metricName": .string(key.name),
            "dimensions": .list(key.dimensions.map { ["name": .string($0.name), "value": .string($0.value)] }),
        ]
    }

    /// How often a value came, as far as a word holds it.
    private static func count(_ number: Double) -> Int { Int(max(0, min(1e15, number))) }

    /// `value`, `statisticValues`, or `values` with `counts`.
    private static func point(_ datum: Value, at instant: Instant) -> DataPoint? {
        if let value = datum["value"]?.number { return DataPoint(at: instant, Thousandths.of(value)) }
        if let set = datum["statisticValues"] {
            var point = DataPoint(at: instant, Thousandths.of(set["sum"]?.number ?? 0))
            point.minimum = Thousandths.of(set["minimum"]?.number ?? 0)
            point.maximum = Thousandths.of(set["maximum"]?.number ?? 0)
            point.count = count(set["sampleCount"]?.number ?? 0)
            return point
        }
        let values = (datum["values"]?.list ?? []).compactMap(\.number)
        let counts = (datum["counts"]?.list ?? []).compactMap(\.number)
        var sum: DataPoint?
        for (index, value) in values.enumerated() {
            let times = counts.indices.contains(index) ? count(counts[index]) : 1
            let point = DataPoint(at: instant, Thousandths.of(value)).repeated(times)
            if sum == nil { sum = point } else { sum?.merge(point) }
        }
        return sum
    }
}
