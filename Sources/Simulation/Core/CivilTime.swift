/// A date and a time of day in the Gregorian calendar, without a zone.
public struct CivilTime: Sendable, Hashable, Comparable {
    public var year: Int
    /// 1 to 12.
    public var month: Int
    /// 1 to 31.
    public var day: Int
    public var hour = 0
    public var minute = 0
    public var second = 0

    init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// What a clock in UTC shows at `instant`, `offset` minutes further.
    public init(_ instant: Instant, offset: Int = 0) {
        let seconds = Self.floor(Int(instant.milliseconds), 1000) + offset * 60
        let days = Self.floor(seconds, 86400)
        let time = seconds - days * 86400
        self.init(days: days)
        (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60)
    }

    /// A day by its number since 1970 (Howard Hinnant's algorithm, eras of 400 years).
    public init(days: Int) {
        let shifted = days + 719_468
        let era = Self.floor(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Days since 1970.
    public var days: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = Self.floor(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The instant at which a clock `offset` minutes ahead of UTC shows this.
    func instant(offset: Int = 0) -> Instant {
        let seconds = days * 86400 + hour * 3600 + (minute - offset) * 60 + second
        return Instant(milliseconds: Int64(seconds) * 1000)
    }

    /// 1 for Sunday to 7 for Saturday, as AWS's cron expressions count.
    public var weekday: Int { (days % 7 + 11) % 7 + 1 }

    /// How many days its month has.
    var daysInMonth: Int {
        let next =
            month == 12 ? CivilTime(year: year + 1, month: 1, day: 1) : CivilTime(year: year, month: month + 1, day: 1)
        return next.days - CivilTime(year: year, month: month, day: 1).days
    }

    public static func < (a: CivilTime, b: CivilTime) -> Bool {
        (a.days, a.hour, a.minute, a.second) < (b.days, b.hour, b.minute, b.second)
    }

    private static func floor(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : (number - divisor + 1) / divisor
    }
}

extension CivilTime {
    /// `2026-11-25T19:57:00Z`.
    var iso8601: String { "\(Self.padded(year, 4))-\(two(month))-\(two(day))T\(clock)Z" }
    /// `25/11/26 19:57:00`, as CloudWatch's reasons have it.
    var brief: String { "\(two(day))/\(two(month))/\(two(year % 100)) \(clock)" }

    private var clock: String { "\(two(hour)):\(two(minute)):\(two(second))" }
    private func two(_ number: Int) -> String { Self.padded(number, 2) }
    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Instant {
    /// The beginning of its minute.
    var minute: Instant { Instant(milliseconds: milliseconds - milliseconds % 60_000) }
}
