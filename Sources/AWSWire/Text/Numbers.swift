/// Numbers as AWS's protocols write them.
enum Numbers {
    /// The shortest decimal text; whole numbers without a fraction, so that epoch seconds look like AWS's.
    static func text(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number > 0 ? "Infinity" : "-Infinity" }
        guard number.magnitude < 1e15, let whole = Int(exactly: number) else { return number.description }
        return String(whole)
    }

    /// The number that `text` says; AWS's three words for what is not finite are read too.
    static func number(_ text: String) -> Double? {
        switch text {
        case "NaN": .nan
        case "Infinity": .infinity
        case "-Infinity": -.infinity
        default: Double(text).flatMap { $0.isFinite ? $0 : nil }
        }
    }
}
