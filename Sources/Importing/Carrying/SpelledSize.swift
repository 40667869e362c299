/// Sizes as Compose spells them: `512m`, `1gb`, `50M`; a bare number is bytes.
enum SpelledSize {
    private static let units: [String: Double] = [
        "": 1, "b": 1, "k": 1_024, "kb": 1_024, "m": 1_048_576, "mb": 1_048_576, "g": 1_073_741_824,
        "gb": 1_073_741_824,
    ]

    /// Whole MiB, rounded up; nil for what is no size.
    static func mebibytes(_ text: String) -> Int? {
        let digits = text.prefix { $0.isNumber || $0 == "." }
        let unit = text.dropFirst(digits.count).lowercased().filter { !$0.isWhitespace }.replacing("ib", with: "b")
        guard let number = Double(digits), let factor = units[unit], number.isFinite, number < 1e15 else { return nil }
        let size = (number * factor / 1_048_576).rounded(.up)
        return size < 1e9 ? Int(size) : nil
    }
}
