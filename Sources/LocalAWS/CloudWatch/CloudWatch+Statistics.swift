import Model
import Simulation

extension LocalCloudWatch {
    static func getMetricStatistics(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (statistics, extended) = (request.texts("statistics"), request.texts("extendedStatistics"))
        guard !statistics.isEmpty || !extended.isEmpty else {
            throw Refusal("MissingParameter", "At least one of Statistics and ExtendedStatistics must be specified.")
        }
        let window = try Window(request.input, period: request["period"])
        guard window.count <= 1440 else {
            throw Refusal(
                "InvalidParameterCombination",
                "You have requested up to \(window.count) datapoints, which exceeds the limit of 1440.")
        }
        let key = MetricKey(
            namespace: request.text("namespace") ?? "", name: request.text("metricName") ?? "",
            dimensions: dimensions(request["dimensions"]))
        let rows = window.points(world.monitoring.metrics[key]).map { point in
            row(point, statistics, extended, unit: key.unit)
        }
        return ["label": .string(key.name), "datapoints": .list(rows)]
    }

    static func getMetricData(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        var results: [Value] = []
        for query in request.list("metricDataQueries") where query["returnData"]?.bool ?? true {
            guard let stat = query["metricStat"], query["expression"] == nil else {
                throw Refusal(
                    "ValidationError", "Error in expression '\(query["id"]?.string ?? "")': not supported here")
            }
            results.append(try result(query, stat, request, world))
        }
        return ["metricDataResults": .list(results), "messages": .list([])]
    }

    private static func result(
        _ query: Value, _ stat: Value, _ request: LocalRequest, _ world: World
    ) throws(Refusal) -> Value {
        let key = MetricKey(
            namespace: stat["metric"]?["namespace"]?.string ?? "", name: stat["metric"]?["metricName"]?.string ?? "",
            dimensions: dimensions(stat["metric"]?["dimensions"]))
        var points = try Window(request.input, period: stat["period"]).points(world.monitoring.metrics[key])
        if request.text("scanBy") != "TimestampAscending" { points.reverse() }
        let statistic = Statistic(stat["stat"]?.string ?? "Average")
        return [
            "id": query["id"] ?? "", "label": query["label"] ?? .string(key.name), "statusCode": "Complete",
            "timestamps": .list(points.map { $0.at.shown }),
            "values": .list(points.map { number(statistic.value($0)) }),
        ]
    }

    private static func row(_ point: DataPoint, _ statistics: [String], _ extended: [String], unit: String) -> Value {
        var row: Value = ["timestamp": point.at.shown, "unit": .string(unit)]
        for (name, member) in [
            ("Average", "average"), ("Sum", "sum"), ("Minimum", "minimum"), ("Maximum", "maximum"),
            ("SampleCount", "sampleCount"),
        ] where statistics.contains(name) {
            row[member] = number(Statistic(name).value(point))
        }
        if !extended.isEmpty {
            let values = extended.map { ($0, number(Statistic($0).value(point))) }
            row["extendedStatistics"] = .object(Dictionary(values) { first, _ in first })
        }
        return row
    }

    private static func number(_ thousandths: Int) -> Value { Value(.number(Thousandths.number(thousandths))) }
}

/// The periods that a request asks for: they begin at multiples of the period, as CloudWatch's do.
private struct Window {
    let start: Instant
    let end: Instant
    let period: Span

    init(_ input: Value, period value: Value?) throws(Refusal) {
        guard let start = LocalCloudWatch.instant(input["startTime"]),
            let end = LocalCloudWatch.instant(input["endTime"]),
            start < end
        else {
            throw Refusal("InvalidParameterValue", "The parameter StartTime must be less than the parameter EndTime.")
        }
        let seconds = value?.integer ?? 60
        guard seconds > 0 else {
            throw Refusal("InvalidParameterValue", "The parameter Period must be greater than or equal to 1.")
        }
        period = .seconds(max(60, seconds))
        self.start = Instant(milliseconds: start.milliseconds - start.milliseconds % period.milliseconds)
        self.end = end
    }

    var count: Int { Int((end - start).milliseconds / period.milliseconds) }

    /// One point for each period that has data, oldest first.
    func points(_ series: [DataPoint]) -> [DataPoint] {
        var found: [DataPoint] = []
        for point in series where start <= point.at && point.at < end {
            var shifted = point
            shifted.at = start + period * Int((point.at - start).milliseconds / period.milliseconds)
            if found.last?.at == shifted.at { found[found.count - 1].merge(shifted) } else { found.append(shifted) }
        }
        return found
    }
}
