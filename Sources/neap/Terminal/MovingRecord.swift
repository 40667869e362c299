import Reconciler

/// When a status commit of something that still moves is due: when it begins to, then at most every half minute.
struct MovingRecord {
    private static let interval = Duration.seconds(30)
    private var last: ContinuousClock.Instant?

    /// True when `turn` should be written down now; it then counts as written.
    mutating func isDue(_ turn: Turn, at now: ContinuousClock.Instant) -> Bool {
        guard !turn.moving.isEmpty, last.map({ now - $0 >= Self.interval }) ?? true else { return false }
        last = now
        return true
    }
}
