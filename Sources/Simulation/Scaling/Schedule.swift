/// AWS's `Schedule` of a scheduled action: `at(…)`, `rate(…)` or `cron(…)`.
public struct Schedule: Sendable, Hashable {
    private enum Form: Sendable, Hashable {
        case at(CivilTime)
        case every(Span)
        case cron(CronExpression)
    }

    private let form: Form
    private let zone: TimeZoneRule

    /// A schedule on the clocks of `zone`; nil when AWS would not take it.
    public init?(_ text: String, zone: TimeZoneRule) {
        guard let open = text.firstIndex(of: "("), text.last == ")" else { return nil }
        let inner = String(text[text.index(after: open)...].dropLast())
        let form: Form? =
            switch text[..<open] {
            case "at": Self.time(inner).map(Form.at)
            case "rate": Self.span(inner).map(Form.every)
            case "cron": CronExpression(inner).map(Form.cron)
            default: nil
            }
        guard let form else { return nil }
        self.form = form
        self.zone = zone
    }

    /// When it is due next after `instant`; rates count from `start`. Nil for never again.
    public func next(after instant: Instant, from start: Instant) -> Instant? {
        switch form {
        case .at(let time):
            return zone.instant(of: time).flatMap { $0 > instant ? $0 : nil }
        case .every(let span):
            guard instant >= start else { return start }
            return start + span * (Int((instant - start).milliseconds / span.milliseconds) + 1)
        case .cron(let expression):
            return expression.next(after: max(instant, start - .seconds(1)), in: zone)
        }
    }

    /// `2026-11-25T08:00:00`.
    private static func time(_ text: String) -> CivilTime? {
        let halves = text.split(separator: "T").map(String.init)
        guard halves.count == 2 else { return nil }
        let date = halves[0].split(separator: "-").compactMap { Int($0) }
        let clock = halves[1].split(separator: ":").compactMap { Int($0) }
        guard date.count == 3, clock.count == 3, (1...12).contains(date[1]), (0...23).contains(clock[0]),
            (0...59).contains(clock[1]), (0...59).contains(clock[2])
        else { return nil }
        let time = CivilTime(
            year: date[0], month: date[1], day: date[2], hour: clock[0], minute: clock[1], second: clock[2])
        return (1...time.daysInMonth).contains(time.day) ? time : nil
    }

    /// `5 minutes`, `1 hour`, `2 days`.
    private static func span(_ text: String) -> Span? {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 2, let count = Int(words[0]), (1...1_000_000).contains(count) else { return nil }
        switch words[1] {
        case "minute", "minutes": return .minutes(count)
        case "hour", "hours": return .hours(count)
        case "day", "days": return .hours(24 * count)
        default: return nil
        }
    }
}
