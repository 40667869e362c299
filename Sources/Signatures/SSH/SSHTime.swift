import FoundationEssentials

/// A time of an allowed signers file: `YYYYMMDD`, `YYYYMMDDHHMM` or `YYYYMMDDHHMMSS`, in the system's zone or, with a `Z`,
/// in UTC (ssh-keygen(1), ALLOWED SIGNERS).
struct SSHTime: Sendable, Equatable {
    /// As it is written.
    let text: String
    /// Seconds since 1970.
    let seconds: Int

    /// Nil when it is not such a time; `zone` is where one without a `Z` is.
    init?(_ text: String, zone: TimeZone = .current) {
        let isUTC = text.hasSuffix("Z") || text.hasSuffix("z")
        let digits = (isUTC ? text.dropLast() : text[...]).utf8.map { Int($0) - 48 }
        guard [8, 12, 14].contains(digits.count), digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        func number(_ start: Int, _ count: Int) -> Int {
            digits.dropFirst(start).prefix(count).reduce(0) { $0 * 10 + $1 }
        }
        let (year, month, day) = (number(0, 4), number(4, 2), number(6, 2))
        let (hour, minute, second) = (number(8, 2), number(10, 2), number(12, 2))
        guard year >= 1970, (1...12).contains(month), (1...Self.days(of: month, year)).contains(day), hour < 24,
            minute < 60, second < 60
        else { return nil }
        self.text = text
        let utc = Self.daysSince1970(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second
        seconds = isUTC ? utc : utc - Self.offset(at: utc, zone)
    }

    /// The zone's distance from UTC when its own clock shows `local`.
    private static func offset(at local: Int, _ zone: TimeZone) -> Int {
        let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local - guess)))
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func days(of month: Int, _ year: Int) -> Int {
        [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let past = year - 1
        let years = past * 365 + past / 4 - past / 100 + past / 400 - 719_162
        return years + (1..<month).reduce(0) { $0 + days(of: $1, year) } + day - 1
    }
}
