/// One minute of a series; values in thousandths, so that sums never depend on a processor's rounding.
public struct DataPoint: Sendable, Hashable {
    /// The minute's beginning.
    public var at: Instant
    /// Thousandths.
    public var sum: Int
    /// Thousandths.
    public var minimum: Int
    /// Thousandths.
    public var maximum: Int
    /// How many values there were.
    public var count: Int

    /// One value, in thousandths.
    public init(at: Instant, _ value: Int) {
        self.at = at
        sum = value
        minimum = value
        maximum = value
        count = 1
    }

    /// The average in thousandths.
    public var average: Int { count == 0 ? 0 : sum / count }

    /// Takes another point's values in; the earlier time stays.
    public mutating func merge(_ other: DataPoint) {
        at = min(at, other.at)
        sum = Thousandths.sum(sum, other.sum)
        minimum = min(minimum, other.minimum)
        maximum = max(maximum, other.maximum)
        count = Thousandths.sum(count, other.count)
    }

    /// The same value `times` times.
    public func repeated(_ times: Int) -> DataPoint {
        var point = self
        let (sum, isTooMuch) = self.sum.multipliedReportingOverflow(by: times)
        point.sum = isTooMuch ? (self.sum < 0 ? .min : .max) : sum
        point.count = times
        return point
    }
}

/// What is asked of a series' periods.
public enum Statistic: String, Sendable, Hashable {
    case average = "Average"
    case sum = "Sum"
    case minimum = "Minimum"
    case maximum = "Maximum"
    case sampleCount = "SampleCount"

    /// AWS's name of a statistic; percentiles, which single values would be needed for, are taken as the maximum.
    public init(_ name: String) { self = Statistic(rawValue: name) ?? .maximum }

    /// What it says of a period, in thousandths.
    public func value(_ point: DataPoint) -> Int {
        switch self {
        case .average: point.average
        case .sum: point.sum
        case .minimum: point.minimum
        case .maximum: point.maximum
        case .sampleCount: Thousandths.of(Double(point.count))
        }
    }
}

/// Values between AWS's floating-point numbers and the thousandths that a world counts in.
public enum Thousandths {
    private static let most = 9e15

    /// `number` in thousandths, rounded; beyond nine trillion it is cut off.
    public static func of(_ number: Double) -> Int {
        number.isNaN ? 0 : Int(max(-most, min(most, number * 1000)).rounded())
    }

    /// Both together; what is too much for a word stays at its end.
    public static func sum(_ one: Int, _ other: Int) -> Int {
        let (sum, isTooMuch) = one.addingReportingOverflow(other)
        return isTooMuch ? (one < 0 ? .min : .max) : sum
    }

    /// The number that `thousandths` stands for.
    public static func number(_ thousandths: Int) -> Double { Double(thousandths) / 1000 }

    /// `85.0`, `99.625`: as CloudWatch's texts have numbers.
    static func text(_ thousandths: Int) -> String {
        let size = thousandths.magnitude
        var fraction = String(size % 1000 + 1000).dropFirst()
        while fraction.count > 1, fraction.last == "0" { fraction.removeLast() }
        return (thousandths < 0 ? "-" : "") + "\(size / 1000).\(fraction)"
    }
}
