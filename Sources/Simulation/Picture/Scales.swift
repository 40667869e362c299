/// Instants to horizontal places, in tenths of a pixel.
struct TimeScale {
    let from: Instant
    /// Later than `from`.
    let to: Instant
    let left: Int
    let right: Int
    /// Whether ticks say how long it has been since `from`, instead of the time in UTC.
    let isRelative: Bool

    /// Where an instant stands; outside of the scale its nearer end.
    func x(_ at: Instant) -> Int {
        let inside = min(max(at, from), to)
        return left + Int((inside - from).milliseconds * Int64(right - left) / (to - from).milliseconds)
    }

    /// True for what the scale shows.
    func holds(_ at: Instant) -> Bool { from <= at && at <= to }

    /// How an instant is said beside an event.
    func text(_ at: Instant) -> String {
        guard !isRelative else { return "+\(Span(milliseconds: (at - from).milliseconds / 1000 * 1000))" }
        return isOfOneDay ? at.clockText : "\(at.dateText.dropFirst(5)) \(at.clockText)"
    }

    /// True when no date has to be said beside times.
    var isOfOneDay: Bool { isRelative || from.dateText == to.dateText }

    /// Ticks that leave room for their labels, with these.
    var ticks: [(x: Int, label: String)] {
        let origin = isRelative ? from : Instant(milliseconds: 0)
        let step = Self.steps.first { Int64(right - left) * $0 / (to - from).milliseconds >= 900 } ?? longStep
        var at = origin + Span(milliseconds: ((from - origin).milliseconds + step - 1) / step * step)
        var ticks: [(x: Int, label: String)] = []
        while at <= to {
            ticks.append((x(at), label(at, step: step)))
            at = at + Span(milliseconds: step)
        }
        return ticks
    }

    private static let steps: [Int64] =
        [1, 2, 5, 10, 15, 30].map { $0 * 1000 } + [1, 2, 5, 10, 15, 30].map { $0 * 60_000 }
        + [1, 2, 3, 6, 12, 24, 48, 168].map { $0 * 3_600_000 }

    /// Whole weeks, for pictures of years.
    private var longStep: Int64 {
        let week: Int64 = 604_800_000
        return max(1, (to - from).milliseconds / 10 / week) * week
    }

    private func label(_ at: Instant, step: Int64) -> String {
        guard !isRelative else { return text(at) }
        if at.clockText == "00:00:00" { return at.dateText }
        return step % 60_000 == 0 ? String(at.clockText.prefix(5)) : at.clockText
    }
}

/// Counts to vertical places, in tenths of a pixel.
struct CountScale {
    let top: Int
    let bottom: Int
    /// The largest count, at least 1.
    let most: Int

    func y(_ count: Int) -> Int { bottom - count * (bottom - top) / most }

    /// Counts with a line and a number: at most six of them, zero among them.
    var marks: [Int] {
        var step = 1
        for factor in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10_000, 100_000] where most / step > 5 {
            step = factor
        }
        return Array(stride(from: 0, through: most, by: step))
    }
}
