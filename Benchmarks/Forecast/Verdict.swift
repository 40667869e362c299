/// What trials came to together, against the bounds.
struct Verdict {
    let rows: [Trial.Row]
    static let coverage = 0.85

    /// Rollouts that came to an end.
    var ended: [Trial.Row] { rows.filter { $0.real != nil && $0.forecast != nil } }
    /// How many of them lie inside.
    var covered: Int { ended.count(where: \.isCovered) }
    /// The share.
    var share: Double { ended.isEmpty ? 0 : Double(covered) / Double(ended.count) }
    /// The median relative error of the median.
    var error: Double { Self.median(ended.compactMap(\.error)) }
    /// The median of p95 to p5.
    var width: Double { Self.median(ended.compactMap(\.width)) }
    /// Those with a lowest healthy count to compare.
    var compared: [Trial.Row] { ended.filter { $0.lowest != nil } }
    /// Whose lowest healthy count came as forecast.
    var exact: Int { compared.count { $0.lowest.map { $0.forecast == $0.real } ?? false } }
    /// Called possible, and never done.
    var deadlocks: Int { rows.count(where: \.isDeadlock) }
    /// Without a forecast.
    var missing: Int { rows.count { $0.seeds == 0 } }

    /// Every bound is kept.
    var isKept: Bool { share >= Self.coverage && exact == compared.count && deadlocks == 0 && missing == 0 }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }

    /// A line a figure.
    var lines: [String] {
        let impossible = rows.count { $0.forecast == nil }
        return [
            "Rollouts: \(rows.count), of which \(ended.count) came to an end and \(impossible) were called impossible",
            "Inside p5 to p95: \(covered) of \(ended.count), \(Self.percent(share)) (at least \(Self.percent(Self.coverage)))",
            "Median relative error of p50: \(Self.percent(error)); median p95 : p5 is \(Self.tenths(width))",
            "Lowest healthy exact: \(exact) of \(compared.count)",
            "Called possible and deadlocked: \(deadlocks); without a forecast: \(missing)",
        ]
    }

    static func percent(_ share: Double) -> String { "\(tenths(share * 100)) %" }

    /// With one digit behind the point.
    static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
