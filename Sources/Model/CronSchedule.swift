/// A time that comes again, in cron's five fields: minute, hour, day of the month, month, day of the week.
///
/// As crontab(5) has it: lists, ranges, steps, names of months and days; 0 and 7 are Sunday; where both days are
/// restricted, either is enough.
public struct CronSchedule: Sendable, Hashable {
    /// As it was written.
    public let text: String
    /// 0 to 59, ascending.
    public let minutes: [Int]
    /// 0 to 23, ascending.
    public let hours: [Int]
    private let days: Set<Int>
    private let months: Set<Int>
    private let weekdays: Set<Int>
    private let restrictsDays: Bool
    private let restrictsWeekdays: Bool

    /// Reads five fields; nil when one of them says nothing that cron knows.
    public init?(_ text: String) {
        let fields = text.uppercased().split(whereSeparator: \.isWhitespace)
        guard fields.count == 5, let minutes = CronField.numbers(fields[0], in: 0...59),
            let hours = CronField.numbers(fields[1], in: 0...23), let days = CronField.numbers(fields[2], in: 1...31),
            let months = CronField.numbers(fields[3], in: 1...12, names: CronField.months),
            let weekdays = CronField.numbers(fields[4], in: 0...7, names: CronField.days)
        else { return nil }
        self.text = text
        (self.minutes, self.hours) = (minutes, hours)
        (self.days, self.months, self.weekdays) = (Set(days), Set(months), Set(weekdays.map { $0 % 7 }))
        (restrictsDays, restrictsWeekdays) = (!fields[2].hasPrefix("*"), !fields[4].hasPrefix("*"))
    }

    /// False for what waits for a day that no month of its own has: the 30th of February.
    public var comesAtAll: Bool {
        let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return restrictsDays && restrictsWeekdays
            || months.contains { month in days.contains { $0 <= lengths[month - 1] } }
    }

    /// True for a date on which it comes: months from 1, days from 1, the week from 0 for Sunday.
    public func comes(onDay day: Int, ofMonth month: Int, weekday: Int) -> Bool {
        guard months.contains(month) else { return false }
        let (isDay, isWeekday) = (days.contains(day), weekdays.contains(weekday))
        return restrictsDays && restrictsWeekdays ? isDay || isWeekday : isDay && isWeekday
    }
}
