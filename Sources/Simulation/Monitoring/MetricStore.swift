/// Series of minutes, each as a ring of the last hours.
public struct MetricStore: Sendable {
    private var positions: [MetricKey: Int] = [:]
    private var keys: [MetricKey] = []
    private var series: [[DataPoint]] = []
    /// How many minutes a series keeps.
    public var kept = 180

    /// Nothing.
    public init() {}

    /// All series that hold something, in the order in which they were first put.
    public var all: [MetricKey] { keys.indices.filter { !series[$0].isEmpty }.map { keys[$0] } }

    /// The minutes of a series, oldest first.
    public subscript(key: MetricKey) -> [DataPoint] { positions[key].map { series[$0] } ?? [] }

    /// Where a series stands; nil when nothing was ever put there. Places stay good.
    func place(of key: MetricKey) -> Int? { positions[key] }

    /// Where a series stands, from now on if it was not there: what puts every minute looks a key up once.
    mutating func makePlace(for key: MetricKey) -> Int {
        if let position = positions[key] { return position }
        positions[key] = series.count
        keys.append(key)
        series.append([])
        return series.count - 1
    }

    /// Adds to a series' minute, or begins one.
    mutating func put(_ point: DataPoint, _ key: MetricKey) { put(point, at: makePlace(for: key)) }

    /// Adds to a minute of the series at `place`, or begins one; late values find their minute.
    mutating func put(_ point: DataPoint, at place: Int) {
        var index = series[place].count
        while index > 0, series[place][index - 1].at > point.at { index -= 1 }
        if index > 0, series[place][index - 1].at == point.at {
            series[place][index - 1].merge(point)
        } else {
            series[place].insert(point, at: index)
            if series[place].count > kept { series[place].removeFirst(kept / 4) }
        }
    }

    /// The last `count` periods that end at `end`, oldest first; nil for a period without data.
    func periods(_ place: Int, count: Int, of period: Span, until end: Instant) -> [DataPoint?] {
        var found = [DataPoint?](repeating: nil, count: count)
        for point in series[place].reversed() where point.at < end {
            let age = Int((end - point.at).milliseconds - 1) / Int(period.milliseconds)
            guard age < count else { break }
            let index = count - 1 - age
            if found[index] == nil { found[index] = point } else { found[index]?.merge(point) }
        }
        return found
    }

    /// Lets go of series that nothing was put into since `instant`.
    mutating func drop(before instant: Instant) {
        for place in series.indices where series[place].last.map({ $0.at < instant }) ?? false {
            series[place] = []
        }
    }
}
