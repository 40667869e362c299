/// Durations as Compose and Copilot spell them: `1m30s`, `500ms`, `1h`; a bare number is seconds.
enum SpelledDuration {
    private static let units: [String: Double] = [
        "ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800,
    ]

    /// The seconds; nil for what is no duration.
    static func seconds(_ text: String) -> Double? {
        if let number = Double(text) { return number.isFinite && number >= 0 && number < 1e9 ? number : nil }
        var rest = text[...]
        var total = 0.0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isNumber || $0 == "." }
            let unit = rest.dropFirst(digits.count).prefix { $0.isLetter }
            guard let number = Double(digits), let factor = units[String(unit)] else { return nil }
            total += number * factor
            rest = rest.dropFirst(digits.count + unit.count)
        }
        return text.isEmpty || !total.isFinite || total >= 1e9 ? nil : total
    }
}
