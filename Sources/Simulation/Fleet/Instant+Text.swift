extension Instant {
    /// `2026-11-25T20:03:22Z`, as Auto Scaling writes times into causes.
    var activityText: String {
        let seconds = Int((milliseconds - (milliseconds % 1000 + 1000) % 1000) / 1000)
        let clock = (seconds % 86_400 + 86_400) % 86_400
        let (year, month, day) = Self.date((seconds - clock) / 86_400)
        return "\(year)-\(Self.two(month))-\(Self.two(day))T"
            + "\(Self.two(clock / 3600)):\(Self.two(clock / 60 % 60)):\(Self.two(clock % 60))Z"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The civil date of a day since 1970 (Hinnant, "chrono-compatible low-level date algorithms").
    private static func date(_ day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
