import Model

/// AWS's `cron(minutes hours day-of-month month day-of-week year)`.
struct CronExpression: Sendable, Hashable {
    private let minutes: [Int]
    private let hours: [Int]
    private let daysOfMonth: DayRule
    private let months: [Int]
    private let daysOfWeek: DayRule
    private let years: [Int]

    private enum DayRule: Sendable, Hashable {
        /// `?` or `*`.
        case any
        case days([Int])
        /// `L`: the month's last day.
        case last
        /// `15W`: the weekday nearest to a day.
        case nearestWeekday(Int)
        /// `5L`: the month's last such weekday.
        case lastWeekday(Int)
        /// `6#3`: the month's third such weekday.
        case weekday(Int, Int)
    }

    /// The expression between the brackets; nil when AWS would not take it.
    init?(_ text: String) {
        let fields = text.uppercased().split(separator: " ").map(String.init)
        guard fields.count == 6, (fields[2] == "?") != (fields[4] == "?") || fields[2] == "*" || fields[4] == "*",
            let minutes = Self.numbers(fields[0], 0...59), let hours = Self.numbers(fields[1], 0...23),
            let daysOfMonth = Self.dayOfMonth(fields[2]),
            let months = Self.numbers(fields[3], 1...12, CronField.months),
            let daysOfWeek = Self.dayOfWeek(fields[4]), let years = Self.numbers(fields[5], 1970...2199)
        else { return nil }
        (self.minutes, self.hours, self.months, self.years) = (minutes, hours, months, years)
        (self.daysOfMonth, self.daysOfWeek) = (daysOfMonth, daysOfWeek)
    }

    /// The first time after `instant` at which a clock of `zone` shows what is asked for; nil when there is none soon.
    func next(after instant: Instant, in zone: TimeZoneRule) -> Instant? {
        var day = CivilTime(instant, offset: zone.offset(at: instant)).days
        // A 29th of February comes within eight years.
        for _ in 0..<(366 * 8 + 1) {
            let date = CivilTime(days: day)
            if matches(date), let found = time(on: date, after: instant, zone) { return found }
            day += 1
        }
        return nil
    }

    private func matches(_ date: CivilTime) -> Bool {
        years.contains(date.year) && months.contains(date.month) && holds(daysOfMonth, date, date.day)
            && holds(daysOfWeek, date, date.weekday)
    }

    private func holds(_ rule: DayRule, _ date: CivilTime, _ number: Int) -> Bool {
        switch rule {
        case .any: true
        case .days(let days): days.contains(number)
        case .last: date.day == date.daysInMonth
        case .lastWeekday(let weekday): date.weekday == weekday && date.day + 7 > date.daysInMonth
        case .weekday(let weekday, let count): date.weekday == weekday && (date.day - 1) / 7 + 1 == count
        case .nearestWeekday(let day): date.day == Self.nearestWeekday(day, date)
        }
    }

    private func time(on date: CivilTime, after instant: Instant, _ zone: TimeZoneRule) -> Instant? {
        for hour in hours {
            for minute in minutes {
                var time = date
                (time.hour, time.minute) = (hour, minute)
                if let found = zone.instant(of: time), found > instant { return found }
            }
        }
        return nil
    }

    private static func nearestWeekday(_ day: Int, _ month: CivilTime) -> Int {
        let target = min(day, month.daysInMonth)
        switch CivilTime(year: month.year, month: month.month, day: target).weekday {
        case 7: return target == 1 ? 3 : target - 1
        case 1: return target == month.daysInMonth ? target - 2 : target + 1
        default: return target
        }
    }
}

extension CronExpression {
    private static func dayOfMonth(_ field: String) -> DayRule? {
        if field == "?" || field == "*" { return .any }
        if field == "L" { return .last }
        if field.hasSuffix("W") { return CronField.number(field.dropLast(), in: 1...31).map(DayRule.nearestWeekday) }
        return numbers(field, 1...31).map(DayRule.days)
    }

    private static func dayOfWeek(_ field: String) -> DayRule? {
        if field == "?" || field == "*" { return .any }
        if field == "L" { return .days([7]) }
        if field.hasSuffix("L") {
            return CronField.number(field.dropLast(), in: 1...7, names: CronField.days).map(DayRule.lastWeekday)
        }
        let parts = field.split(separator: "#")
        if parts.count == 2, let day = CronField.number(parts[0], in: 1...7, names: CronField.days),
            let count = CronField.number(parts[1], in: 1...5)
        {
            return .weekday(day, count)
        }
        return numbers(field, 1...7, CronField.days).map(DayRule.days)
    }

    private static func numbers(_ field: String, _ range: ClosedRange<Int>, _ names: [String] = []) -> [Int]? {
        CronField.numbers(field, in: range, names: names, opensSteps: true)
    }
}
