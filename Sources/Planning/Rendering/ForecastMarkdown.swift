import Model

/// A forecast for a forge: the tables in code blocks, and the picture where it was drawn.
struct ForecastMarkdown {
    private let forecast: Forecast
    private let picture: String?

    /// `picture` is the link to the drawing; nil for none.
    init(_ forecast: Forecast, picture: String? = nil) {
        self.forecast = forecast
        self.picture = picture
    }

    /// The section, without a newline at its end.
    var text: String {
        let head = "## Forecast\n\n\(ForecastWords.count(forecast.seeds, "seed")) from the live state."
        let notes = forecast.notes.map { "- \($0.markdownCell)" }.joined(separator: "\n")
        let image = picture.map { "![Healthy tasks over time](\($0))" } ?? ""
        return ([head, image] + forecast.services.map(service) + forecast.groups.map(group) + [notes])
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private func service(_ row: ServiceForecast) -> String {
        let words = [row.time(of: forecast.seeds), row.waveText, row.strategy, row.lowestText, row.peakText]
        var parts = [line(row.service, words.filter { !$0.isEmpty })]
        if let table = ForecastTable(row.track, seconds: row.duration?.p50 ?? row.track.last?.at ?? 0) {
            let lines = table.rows.map { "\($0.name.padded(9))\($0.cells)" }
            parts.append("```\n\(lines.joined(separator: "\n"))\n```")
        }
        return parts.joined(separator: "\n\n")
    }

    private func group(_ row: GroupForecast) -> String {
        line(row.group, [row.time(of: forecast.seeds), row.changeText, row.wayText])
    }

    private func line(_ id: ResourceID, _ words: [String]) -> String {
        "**\(id.description.markdownCell)** · \(words.map(\.markdownCell).joined(separator: " · "))"
    }
}
