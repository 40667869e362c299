/// Seconds since 1970 as text, in UTC, without a calendar library.
enum UTC {
    /// `2026-11-24T12:04:10Z`.
    static func stamp(_ seconds: Int) -> String {
        let (date, time) = parts(seconds)
        return "\(date)T\(time)Z"
    }

    /// `2026-11-24 12:04:10Z`, for people.
    static func readable(_ seconds: Int) -> String {
        let (date, time) = parts(seconds)
        return "\(date) \(time)Z"
    }

    /// `12:04:10Z`.
    static func time(_ seconds: Int) -> String { parts(seconds).time + "Z" }

    /// Reads `stamp`'s form; nil for anything else.
    static func seconds(_ stamp: String) -> Int? {
        let numbers = stamp.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 6, stamp.hasSuffix("Z") else { return nil }
        let days = daysBefore(year: numbers[0], month: numbers[1], day: numbers[2])
        return days * 86_400 + numbers[3] * 3_600 + numbers[4] * 60 + numbers[5]
    }

    private static func parts(_ seconds: Int) -> (date: String, time: String) {
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        let rest = seconds - days * 86_400
        // Civil date from days (Howard Hinnant's published algorithm), eras of 400 years.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (
            "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))",
            "\(pad(rest / 3_600, 2)):\(pad(rest / 60 % 60, 2)):\(pad(rest % 60, 2))"
        )
    }

    private static func daysBefore(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func pad(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
