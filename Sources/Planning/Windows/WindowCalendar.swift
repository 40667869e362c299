import Model
import Simulation

/// When `policy.windows` let changes be written: pure, on any clock.
struct WindowCalendar {
    /// A window with its zone's clocks.
    private struct Entry {
        let window: Window
        let zone: TimeZoneRule
        var length: Int { Int(window.duration.components.seconds) }
    }

    private let entries: [Entry]
    /// The zones that nobody knows the clocks of; while there is one, nothing is open.
    let unknownZones: [String]

    init(_ windows: [Window]) {
        entries = windows.compactMap { window in
            TimeZoneRule(window.timeZone).map { Entry(window: window, zone: $0) }
        }
        unknownZones = Set(windows.map(\.timeZone)).filter { TimeZoneRule($0) == nil }.sorted()
    }

    /// True when changes may be written at `now`, in seconds since 1970: one that denies wins.
    func isOpen(at now: Int) -> Bool {
        guard unknownZones.isEmpty else { return false }
        let allows = entries.filter { $0.window.effect == .allow }
        let isAllowed = allows.isEmpty || allows.contains { end(of: $0, at: now) != nil }
        return isAllowed && !denials.contains { end(of: $0, at: now) != nil }
    }

    /// When changes may be written next, in seconds since 1970; `now` while they may, nil when that is not in sight.
    func opening(after now: Int) -> Int? {
        var time = now
        // Every step is the end of a denial or the beginning of a window: a year has few of either.
        for _ in 0..<1_000 {
            if isOpen(at: time) { return time }
            let ends = denials.compactMap { end(of: $0, at: time) }
            let starts = entries.filter { $0.window.effect == .allow }.compactMap { start(of: $0, after: time) }
            guard unknownZones.isEmpty, let next = (ends + starts).filter({ $0 > time }).min() else { return nil }
            time = next
        }
        return nil
    }

    private var denials: [Entry] { entries.filter { $0.window.effect == .deny } }

    /// When the entry closes that is open at `now`; nil when it is closed. What opens again while it is open goes on.
    private func end(of entry: Entry, at now: Int) -> Int? {
        var last: Int?
        var after = now - entry.length
        while let start = start(of: entry, after: after), start <= now {
            last = start
            after = start
        }
        return last.map { $0 + entry.length }
    }

    /// The first time after `time` at which the entry opens; an hour that its clocks leave out opens nothing.
    private func start(of entry: Entry, after time: Int) -> Int? {
        let schedule = entry.window.opens
        let instant = Instant(milliseconds: Int64(time) * 1_000)
        let today = CivilTime(instant, offset: entry.zone.offset(at: instant)).days
        // A 29th of February comes within eight years.
        for day in today...(today + 366 * 8) {
            let date = CivilTime(days: day)
            guard schedule.comes(onDay: date.day, ofMonth: date.month, weekday: date.weekday - 1) else { continue }
            for hour in schedule.hours {
                for minute in schedule.minutes {
                    var clock = date
                    (clock.hour, clock.minute) = (hour, minute)
                    guard let found = entry.zone.instant(of: clock) else { continue }
                    let seconds = Int(found.milliseconds / 1_000)
                    if seconds > time { return seconds }
                }
            }
        }
        return nil
    }
}
