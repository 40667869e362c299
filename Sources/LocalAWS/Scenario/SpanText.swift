import Simulation

/// Lengths of time as scenarios write them: `30s`, `1h30m`, `500ms`, `0s`.
enum SpanText {
    private static let units: [(mark: String, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]

    /// What is longer than ten years is no length of time for a scenario.
    static let longest = Span.hours(24 * 3650)

    /// Nil unless every number has a unit, the units go from large to small, and the whole is at most `longest`.
    static func read(_ text: some StringProtocol) -> Span? {
        var rest = text[...]
        var units = units[...]
        var total: Int64 = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            let mark = rest.dropFirst(digits.count).prefix { $0.isLetter }
            guard let number = Int64(digits), number <= 1_000_000_000_000,
                let place = units.firstIndex(where: { $0.mark == mark })
            else { return nil }
            let (product, isTooLong) = number.multipliedReportingOverflow(by: units[place].milliseconds)
            guard !isTooLong, product <= longest.milliseconds else { return nil }
            total += product
            units = units[(place + 1)...]
            rest = rest.dropFirst(digits.count + mark.count)
        }
        return text.isEmpty || total > longest.milliseconds ? nil : Span(milliseconds: total)
    }

    /// `3s to 9s`, or `5s` for a length that is always the same; nil for anything else.
    static func spread(_ text: String) -> Spread? {
        let parts = text.split(separator: " ")
        if parts.count == 1, let span = read(parts[0]) { return Spread(span) }
        guard parts.count == 3, parts[1] == "to", let least = read(parts[0]), let most = read(parts[2]),
            least <= most
        else { return nil }
        return Spread(least, most)
    }
}
