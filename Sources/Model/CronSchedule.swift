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
        guard fields.count == 5, let minutes = Self.numbers(fields[0], 0...59),
            let hours = Self.numbers(fields[1], 0...23), let days = Self.numbers(fields[2], 1...31),
            let months = Self.numbers(fields[3], 1...12, Self.monthNames),
            let weekdays = Self.numbers(fields[4], 0...7, Self.dayNames)
        else { return nil }
        self.text = text
        (self.minutes, self.hours) = (minutes.sorted(), hours.sorted())
        (self.days, self.months, self.weekdays) = (days, months, Set(weekdays.map { $0 % 7 }))
        (restrictsDays, restrictsWeekdays) = (!fields[2].hasPrefix("*"), !fields[4].hasPrefix("*"))
    }

    /// True for a date on which it comes: months from 1, days from 1, the week from 0 for Sunday.
    public func comes(onDay day: Int, ofMonth month: Int, weekday: Int) -> Bool {
        guard months.contains(month) else { return false }
        let (isDay, isWeekday) = (days.contains(day), weekdays.contains(weekday))
        return restrictsDays && restrictsWeekdays ? isDay || isWeekday : isDay && isWeekday
    }
}

extension CronSchedule {
    private static let monthNames = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]
    private static let dayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]

    /// `5`, `1-5`, `*/10`, `8-18/2`, `MON-FRI` and lists of them.
    private static func numbers(
        _ field: Substring, _ range: ClosedRange<Int>, _ names: [String] = []
    ) -> Set<Int>? {
        var found: Set<Int> = []
        for part in field.split(separator: ",", omittingEmptySubsequences: false) {
            guard let some = span(part, range, names) else { return nil }
            found.formUnion(some)
        }
        return found
    }

    private static func span(_ part: Substring, _ range: ClosedRange<Int>, _ names: [String]) -> [Int]? {
        let halves = part.split(separator: "/", omittingEmptySubsequences: false)
        guard let base = halves.first, halves.count <= 2 else { return nil }
        guard let step = halves.count == 2 ? number(halves[1], 1...range.upperBound, []) : 1 else { return nil }
        if base == "*" { return Array(stride(from: range.lowerBound, through: range.upperBound, by: step)) }
        let ends = base.split(separator: "-", omittingEmptySubsequences: false).map { number($0, range, names) }
        guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1], first <= last,
            ends.count == 2 || halves.count == 1
        else { return nil }
        return Array(stride(from: first, through: last, by: step))
    }

    private static func number(_ text: Substring, _ range: ClosedRange<Int>, _ names: [String]) -> Int? {
        let named = names.firstIndex { $0 == text }.map { $0 + range.lowerBound }
        return (named ?? Int(text)).flatMap { range.contains($0) ? $0 : nil }
    }
}
