/// A step function over time as columns of a picture: what stands from one left edge to the next.
struct StepColumns<Row: Equatable> {
    /// Left edges in tenths of a pixel, rising.
    private(set) var edges: [Int] = []
    /// What stands from each edge on.
    private(set) var rows: [Row] = []

    /// `row` stands from `at` on. What came before the scale's beginning counts as its beginning; of several rows that
    /// no eye could tell apart the last is kept.
    mutating func put(_ row: Row, at: Instant, on scale: TimeScale) {
        guard at <= scale.to, rows.last != row else { return }
        let x = scale.x(at)
        if edges.last == x {
            rows[rows.count - 1] = row
        } else {
            edges.append(x)
            rows.append(row)
        }
    }
}
