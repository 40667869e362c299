/// Bounds for a person; shapes write a missing bound as the type's own.
enum RangeText {
    /// `1 to 16`, `at least 1`, `at most 16`.
    static func of(_ range: ClosedRange<Int>) -> String {
        text(
            range.lowerBound == .min ? nil : String(range.lowerBound),
            range.upperBound == .max ? nil : String(range.upperBound))
    }

    /// The same for numbers with fractions.
    static func of(_ range: ClosedRange<Double>) -> String { text(bound(range.lowerBound), bound(range.upperBound)) }

    /// A bound as text; nil when it is none.
    private static func bound(_ number: Double) -> String? {
        isOpen(number) ? nil : Int(exactly: number).map { String($0) } ?? String(number)
    }

    /// True for what stands for no bound.
    static func isOpen(_ number: Double) -> Bool { !number.isFinite || number.magnitude == .greatestFiniteMagnitude }

    private static func text(_ low: String?, _ high: String?) -> String {
        switch (low, high) {
        case (let low?, let high?): "\(low) to \(high)"
        case (let low?, nil): "at least \(low)"
        case (nil, let high?): "at most \(high)"
        case (nil, nil): "any"
        }
    }
}
