import Model

extension ServiceForecast {
    /// `1m15s, at most 2m05s`.
    func time(of seeds: Int) -> String { ForecastWords.time(duration, unended: unended, of: seeds) }

    /// `2 waves of 2`, `1 wave of 4`.
    var waveText: String {
        guard waves > 0 else { return "no task starts" }
        return "\(ForecastWords.count(waves, "wave")) of \(waveSize)"
    }

    /// `lowest 2 of 4, the floor`; empty for a service that is made.
    var lowestText: String {
        guard !isFirst else { return "" }
        let place =
            lowestHealthy == floor
            ? ", the floor" : lowestHealthy < floor ? ", below the floor of \(floor)" : ", above the floor of \(floor)"
        return "lowest \(lowestHealthy) of \(desired)\(place)"
    }

    /// `peak 6 tasks: fits on the 3 instances, none added`.
    var peakText: String {
        let peak = "peak \(ForecastWords.count(peakTasks, "task"))"
        guard !added.isEmpty else {
            guard unended == 0 else { return peak }
            let fits = instances == 1 ? "the instance" : "the \(instances) instances"
            return instances == 0 ? "\(peak), no instance added" : "\(peak): fits on \(fits), none added"
        }
        let parts = added.map { added in
            "\(ForecastWords.count(added.count, added.isSpot ? "Spot instance" : "on-demand instance")) more of \(added.group)"
        }
        return "\(peak): \(parts.joined(separator: ", "))"
    }
}

extension GroupForecast {
    /// `3m10s, at most 5m40s`.
    func time(of seeds: Int) -> String { ForecastWords.time(duration, unended: unended, of: seeds) }

    /// `1 Spot instance becomes on-demand`, `3 instances are replaced`.
    var changeText: String {
        let moved = abs(spotToOnDemand)
        if moved > 0, moved == replaced {
            let from = spotToOnDemand > 0 ? "Spot" : "on-demand"
            let to = spotToOnDemand > 0 ? "on-demand" : "Spot"
            return "\(ForecastWords.count(moved, "\(from) instance")) \(moved == 1 ? "becomes" : "become") \(to)"
        }
        guard replaced > 0 else { return "no instance is replaced" }
        return "\(ForecastWords.count(replaced, "instance")) \(replaced == 1 ? "is" : "are") replaced"
    }

    /// `starts the new one first, then drains; api lowest 3 of 4, admin 2 of 2`.
    var wayText: String {
        let new = replaced == 1 ? "the new one" : "new ones"
        let way = peakInstances > desired ? "starts \(new) first, then drains" : "drains first, then starts \(new)"
        let rows = lowest.enumerated().map { place, row in
            "\(row.service) \(place == 0 ? "lowest " : "")\(row.healthy) of \(row.desired)"
        }
        return rows.isEmpty ? way : "\(way); \(rows.joined(separator: ", "))"
    }
}

/// Words that the forecasts of services and groups share.
enum ForecastWords {
    /// `1 task`, `2 tasks`.
    static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

    /// `1m15s, at most 2m05s`, with what did not come to an end.
    static func time(_ durations: Durations?, unended: Int, of seeds: Int) -> String {
        guard let durations else { return "does not end" }
        let (usual, most) = (DurationText.rounded(durations.p50), DurationText.rounded(durations.p95))
        let time = usual == most ? usual : "\(usual), at most \(most)"
        return unended == 0 ? time : "\(time), in \(unended) of \(seeds) worlds no end"
    }
}
