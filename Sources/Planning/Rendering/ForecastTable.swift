import Model

/// A rollout's median world as rows of sixteen columns (look.md section 6).
struct ForecastTable {
    private let columns: [RolloutSample]
    private let width: Int
    private let isShort: Bool
    private static let count = 16
    private static let labelled = [0, 4, 8, 12, 15]

    /// The table of a rollout of so many seconds; nil when there is nothing to show.
    init?(_ track: [RolloutSample], seconds: Int) {
        guard seconds > 0, !track.isEmpty else { return nil }
        isShort = seconds < 120
        columns = (0..<Self.count).map { column in
            let last = Self.count - 1
            let (from, to) = (seconds * column / last, seconds * min(last, column + 1) / last)
            var worst = Self.worst(track, from: from, until: column == last ? seconds + 1 : max(from + 1, to))
            worst.at = from
            return worst
        }
        let digits = columns.map { String(max($0.new, $0.old, $0.new + $0.old)).count }.max() ?? 1
        width = max(3, digits + 2)
    }

    /// The fewest healthy tasks from one second on until before another; the end shows how it ends.
    private static func worst(_ track: [RolloutSample], from: Int, until: Int) -> RolloutSample {
        let before = track.last { $0.at <= from } ?? RolloutSample(at: from, new: 0, old: 0)
        let within = track.filter { $0.at > from && $0.at < until }
        return within.reduce(before) { $1.new + $1.old < $0.new + $0.old ? $1 : $0 }
    }

    /// `time`, `new`, `old` and `healthy`, without blanks at their ends.
    var rows: [(name: String, cells: String)] {
        [
            ("time", times), ("new", row(\.new)), ("old", row(\.old)),
            ("healthy", row { $0.new + $0.old }),
        ]
    }

    private var times: String {
        var line = ""
        for column in Self.labelled {
            let at = columns[column].at
            // A short rollout is read against the checks' and drains' settings, which are in seconds.
            line = line.padded(column * width) + (isShort ? "\(at)s" : DurationText.rounded(at)) + " "
        }
        return line.trimmedEnd
    }

    private func row(_ count: (RolloutSample) -> Int) -> String {
        columns.map { sample in
            let number = count(sample)
            return (number == 0 ? "." : String(number)).padded(width)
        }.joined().trimmedEnd
    }
}

extension String {
    /// The text without blanks at its end.
    var trimmedEnd: String {
        var copy = self
        while copy.last == " " { copy.removeLast() }
        return copy
    }
}
