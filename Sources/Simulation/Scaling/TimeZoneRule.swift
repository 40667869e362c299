import Model

/// How far a zone's clocks are ahead of UTC, and when they change (the IANA rules in force since 2007).
///
/// Zones that `TimeZoneTable` does not have are not known: an action in them is refused.
public struct TimeZoneRule: Sendable, Hashable {
    /// Minutes ahead of UTC in winter.
    private let standard: Int
    private let summer: TimeZoneTable.Summer

    /// The zone of this IANA name; nil for one that the simulation does not know. UTC by any of its names.
    public init?(_ name: String) {
        guard let zone = Self.zones[name] else { return nil }
        self = zone
    }

    private init(_ standard: Int, _ summer: TimeZoneTable.Summer) {
        self.standard = standard
        self.summer = summer
    }

    /// Minutes ahead of UTC at `instant`.
    public func offset(at instant: Instant) -> Int {
        let year = CivilTime(instant, offset: standard).year
        switch summer {
        case .none: return standard
        case .europe:
            // Everywhere at 01:00 UTC: the last Sundays of March and October.
            let (from, to) = (sunday(-1, 3, year, hour: 1), sunday(-1, 10, year, hour: 1))
            return from.instant() <= instant && instant < to.instant() ? standard + 60 : standard
        case .america:
            // At 02:00 on the wall: the second Sunday of March and the first of November.
            let (from, to) = (sunday(2, 3, year, hour: 2), sunday(1, 11, year, hour: 1))
            return between(from, to, instant) ? standard + 60 : standard
        case .australia:
            // Summer goes over the turn of the year: from the first Sunday of October to the first of April.
            let (to, from) = (sunday(1, 4, year, hour: 2), sunday(1, 10, year, hour: 2))
            return between(to, from, instant) ? standard : standard + 60
        }
    }

    /// When clocks show `time`; nil in the hour that is left out, the first of the two in the hour that comes twice.
    public func instant(of time: CivilTime) -> Instant? {
        let candidates = [standard + 60, standard].map { time.instant(offset: $0) }
        return candidates.first { CivilTime($0, offset: offset(at: $0)) == time }
    }

    private func between(_ from: CivilTime, _ to: CivilTime, _ instant: Instant) -> Bool {
        from.instant(offset: standard) <= instant && instant < to.instant(offset: standard)
    }

    /// The `count`th Sunday of a month, -1 for the last, at a full hour.
    private func sunday(_ count: Int, _ month: Int, _ year: Int, hour: Int) -> CivilTime {
        let first = CivilTime(year: year, month: month, day: 1)
        var day = 1 + (8 - first.weekday) % 7 + 7 * (max(1, count) - 1)
        if count < 0 { while day + 7 <= first.daysInMonth { day += 7 } }
        return CivilTime(year: year, month: month, day: day, hour: hour)
    }

    private static let zones: [String: TimeZoneRule] = {
        var zones: [String: TimeZoneRule] = [:]
        for (minutes, summer, names) in TimeZoneTable.rows {
            for name in names.split(separator: " ") { zones[String(name)] = TimeZoneRule(minutes, summer) }
        }
        return zones
    }()
}
