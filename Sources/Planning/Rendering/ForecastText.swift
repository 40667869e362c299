import Model

/// A forecast for a terminal: a table a service, two lines a group (look.md section 6).
struct ForecastText {
    private let forecast: Forecast

    init(_ forecast: Forecast) { self.forecast = forecast }

    /// The section, without a newline at its end.
    var text: String {
        let head = "Forecast  \(ForecastWords.count(forecast.seeds, "seed")) from the live state"
        let lines = [head] + forecast.services.flatMap(service) + forecast.groups.flatMap(group)
        return (lines + forecast.notes.map { "  note: \($0)" }).map(\.onOneLine).joined(separator: "\n")
    }

    private func service(_ row: ServiceForecast) -> [String] {
        let head = [row.time(of: forecast.seeds), row.waveText, row.strategy]
        return [line(row.service, head)] + table(row) + ["    \(row.peakText)"]
    }

    private func table(_ row: ServiceForecast) -> [String] {
        let lowest = row.lowestText
        guard let table = ForecastTable(row.track, seconds: row.duration?.p50 ?? row.track.last?.at ?? 0) else {
            return lowest.isEmpty ? [] : ["    \(lowest)"]
        }
        var lines = table.rows.map { "    \($0.name.padded(12))\($0.cells)" }
        if !lowest.isEmpty { lines[lines.count - 1] = lines[lines.count - 1].padded(61) + "    \(lowest)" }
        return lines
    }

    private func group(_ row: GroupForecast) -> [String] {
        [line(row.group, [row.time(of: forecast.seeds), row.changeText]), "    \(row.wayText)"]
    }

    private func line(_ id: ResourceID, _ parts: [String]) -> String {
        "  \(id.description.padded(16))   \(parts.joined(separator: "   "))"
    }
}
