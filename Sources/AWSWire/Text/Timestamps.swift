/// Seconds since 1970 (UTC) to AWS's date texts and back, in the proleptic Gregorian calendar.
public enum Timestamps {
    /// `20150830T123600Z`, as signatures have it.
    public static func basic(_ seconds: Double) -> String {
        let (day, time) = parts(seconds)
        let clock = "\(two(time / 3600))\(two(time / 60 % 60))\(two(time % 60))"
        return "\(padded(day.year, 4))\(two(day.month))\(two(day.day))T\(clock)Z"
    }

    /// `2015-08-30T12:36:00Z`, with up to six digits of a second where there are any.
    public static func iso8601(_ seconds: Double) -> String {
        guard seconds.isFinite else { return Numbers.text(seconds) }
        let micros = Int(((seconds - seconds.rounded(.down)) * 1_000_000).rounded())
        if micros == 1_000_000 { return iso8601(seconds.rounded()) }
        let (day, time) = parts(seconds)
        let clock = "\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))"
        let fraction = micros == 0 ? "" : "." + trimmed(padded(micros, 6))
        return "\(padded(day.year, 4))-\(two(day.month))-\(two(day.day))T\(clock)\(fraction)Z"
    }

    /// Reads ISO 8601 with any offset, an HTTP date, or plain seconds; nil for anything else.
    public static func seconds(_ text: String) -> Double? {
        Double(text).flatMap { $0.isFinite ? $0 : nil } ?? iso(text) ?? httpDate(text)
    }

    /// Reads `20150830T123600Z`; nil for anything else.
    static func basicSeconds(_ text: String) -> Double? {
        let digits = text.utf8.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard text.utf8.count == 16, digits.count == 14, text.hasSuffix("Z") else { return nil }
        let said = digits.map { String(Unicode.Scalar($0)) }
        func part(_ range: Range<Int>) -> String { said[range].joined() }
        let date = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
        let read = iso("\(date)T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z")
        return read.flatMap { basic($0) == text ? $0 : nil }
    }

    private static func parts(_ seconds: Double) -> (day: Day, time: Int) {
        let whole = seconds.isNaN ? 0 : Int(seconds.rounded(.down).clamped(to: -62_135_596_800...253_402_300_799))
        let days = whole >= 0 ? whole / 86400 : (whole - 86399) / 86400
        return (Day(sinceEpoch: days), whole - days * 86400)
    }

    private static func two(_ number: Int) -> String { padded(number, 2) }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func trimmed(_ digits: String) -> String {
        String(digits.reversed().drop { $0 == "0" }.reversed())
    }
}

extension Timestamps {
    /// `2015-08-30T12:36:00.5+02:00`; the offset may be `Z`.
    private static func iso(_ text: String) -> Double? {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2, let day = Day(halves[0].split(separator: "-").map(String.init)) else { return nil }
        let mark = halves[1].firstIndex { "Z+-".contains($0) } ?? halves[1].endIndex
        guard let time = clock(halves[1][..<mark]), let offset = offset(halves[1][mark...]) else { return nil }
        return Double(day.sinceEpoch * 86400) + time - offset
    }

    /// `Sun, 30 Aug 2015 12:36:00 GMT`.
    private static func httpDate(_ text: String) -> Double? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])),
            let day = Day([String(words[3]), String(month + 1), String(words[1])]), let time = clock(words[4])
        else { return nil }
        return Double(day.sinceEpoch * 86400) + time
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func clock(_ text: Substring) -> Double? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let hours = Int(parts[0]), let minutes = Int(parts[1]), let seconds = Double(parts[2]),
            0..<24 ~= hours, 0..<60 ~= minutes, 0..<61 ~= seconds
        else { return nil }
        return Double(hours * 3600 + minutes * 60) + seconds
    }

    private static func offset(_ text: Substring) -> Double? {
        if text == "Z" || text.isEmpty { return 0 }
        let parts = text.dropFirst().split(separator: ":")
        guard parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]) else { return nil }
        return Double(hours * 3600 + minutes * 60) * (text.first == "-" ? -1 : 1)
    }
}

/// A day of the proleptic Gregorian calendar.
private struct Day {
    let year: Int
    let month: Int
    let day: Int

    /// Days since 1970-01-01 to year, month, day: counts in eras of 400 years that begin on 1 March.
    init(sinceEpoch days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Year, month and day in words; nil when they are no date.
    init?(_ words: [String]) {
        let numbers = words.compactMap(Int.init)
        guard words.count == 3, numbers.count == 3, 1...9999 ~= numbers[0], 1...12 ~= numbers[1], 1...31 ~= numbers[2]
        else { return nil }
        (year, month, day) = (numbers[0], numbers[1], numbers[2])
    }

    var sinceEpoch: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension Comparable {
    fileprivate func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
