import Model

/// What the worlds of a forecast have in common.
struct ForecastSummary {
    private let results: [RunResult]
    private let notes: [String]

    init(_ results: [RunResult], notes: [String]) {
        self.results = results
        self.notes = notes
    }

    /// The forecast; nil when nothing rolled and nothing was refused.
    var forecast: Forecast? {
        var forecast = Forecast(seeds: results.count)
        forecast.services = names { $0.services.map(\.forecast.service) }.map(service)
        forecast.groups = names { $0.groups.map(\.forecast.group) }.map(group)
        forecast.notes = refusals + notes
        let isEmpty = forecast.services.isEmpty && forecast.groups.isEmpty && refusals.isEmpty
        return isEmpty ? nil : forecast
    }

    private func names(_ all: (RunResult) -> [ResourceID]) -> [ResourceID] { Set(results.flatMap(all)).sorted() }

    private var refusals: [String] {
        let all = results.flatMap(\.refusals).map { "\($0.key) is not forecast: \($0.value)" }
        return Set(all).sorted()
    }

    private func service(_ id: ResourceID) -> ServiceForecast {
        let runs = results.compactMap { result in result.services.first { $0.forecast.service == id } }
        let spans = Ranked(runs.map(\.span))
        // The median world stands for the others.
        var forecast = runs[spans.median].forecast
        forecast.duration = spans.durations
        forecast.unended = results.count - spans.count
        forecast.lowestHealthy = runs.map(\.forecast.lowestHealthy).min() ?? 0
        forecast.peakTasks = runs.map(\.forecast.peakTasks).max() ?? 0
        let waves = Self.commonest(runs.map { [$0.forecast.waves, $0.forecast.waveSize] })
        (forecast.waves, forecast.waveSize) = (waves[0], waves[1])
        forecast.added = added(runs)
        return forecast
    }

    /// The median of what came in each world, by group and purchase option.
    private func added(_ runs: [ServiceRun]) -> [AddedInstances] {
        let all = runs.flatMap(\.forecast.added)
        let kinds = Set(all.map { AddedInstances(group: $0.group, isSpot: $0.isSpot, count: 0) })
        return kinds.sorted { ($0.group, $0.isSpot ? 1 : 0) < ($1.group, $1.isSpot ? 1 : 0) }.compactMap { kind in
            let counts = runs.map { run in
                run.forecast.added.first { $0.group == kind.group && $0.isSpot == kind.isSpot }?.count ?? 0
            }.sorted()
            let median = counts[counts.count / 2]
            return median == 0 ? nil : AddedInstances(group: kind.group, isSpot: kind.isSpot, count: median)
        }
    }

    private func group(_ id: ResourceID) -> GroupForecast {
        let runs = results.compactMap { result in result.groups.first { $0.forecast.group == id } }
        let spans = Ranked(runs.map(\.span))
        var forecast = runs[spans.median].forecast
        forecast.duration = spans.durations
        forecast.unended = results.count - spans.count
        forecast.peakInstances = runs.map(\.forecast.peakInstances).max() ?? 0
        for (place, row) in forecast.lowest.enumerated() {
            let all = runs.flatMap(\.forecast.lowest).filter { $0.service == row.service }
            forecast.lowest[place].healthy = all.map(\.healthy).min() ?? row.healthy
        }
        return forecast
    }

    /// What most worlds say; of equals the smaller.
    private static func commonest(_ values: [[Int]]) -> [Int] {
        let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
        let best = counts.max { a, b in
            a.value != b.value ? a.value < b.value : b.key.lexicographicallyPrecedes(a.key)
        }
        return best?.key ?? [0, 0]
    }
}

/// Spans of several worlds by length; those that did not end are left out.
struct Ranked {
    private let ended: [(span: Int64, place: Int)]

    /// Milliseconds a world; nil for one that did not end.
    init(_ spans: [Int64?]) {
        ended = spans.enumerated().compactMap { place, span in span.map { ($0, place) } }.sorted { $0 < $1 }
    }

    /// How many ended.
    var count: Int { ended.count }
    /// Where the median world stands among those given; the first when none ended.
    var median: Int { ended.isEmpty ? 0 : ended[rank(50)].place }

    /// Percentiles in whole seconds, the lowest rounded down and the highest up; nil when none ended.
    var durations: Durations? {
        guard !ended.isEmpty else { return nil }
        let (low, middle, high) = (ended[rank(5)].span, ended[rank(50)].span, ended[rank(95)].span)
        return Durations(p5: Int(low / 1000), p50: Int((middle + 500) / 1000), p95: Int((high + 999) / 1000))
    }

    /// The nearest rank of a percentile.
    private func rank(_ percent: Int) -> Int { max(1, (ended.count * percent + 99) / 100) - 1 }
}
