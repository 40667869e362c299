import Model

/// How a step policy moves a capacity: AWS's `AdjustmentType` with its steps (aws-facts 6).
struct StepAdjustment {
    /// `ChangeInCapacity`, `PercentChangeInCapacity`, `ExactCapacity`.
    let type: String
    /// AWS's `MinAdjustmentMagnitude`; 0 for none.
    let least: Int
    /// Bounds in thousandths relative to the alarm's threshold, nil for none; and by how much.
    private let steps: [(lower: Int?, upper: Int?, amount: Int)]

    /// The steps of a policy as AWS shows it; a simple policy is one step without bounds.
    init(_ configuration: Value) {
        type = configuration["adjustmentType"]?.string ?? "ChangeInCapacity"
        least = configuration["minAdjustmentMagnitude"]?.integer ?? configuration["minAdjustmentStep"]?.integer ?? 0
        let simple = configuration["scalingAdjustment"]?.integer.map {
            [(lower: Int?.none, upper: Int?.none, amount: $0)]
        }
        steps =
            simple
            ?? (configuration["stepAdjustments"]?.list ?? []).map { step in
                (
                    lower: step["metricIntervalLowerBound"]?.number.map(Thousandths.of),
                    upper: step["metricIntervalUpperBound"]?.number.map(Thousandths.of),
                    amount: step["scalingAdjustment"]?.integer ?? 0
                )
            }
    }

    /// What `count` becomes when the metric is `breach` thousandths beyond the threshold; nil when no step says.
    func capacity(from count: Int, breach: Int) -> Int? {
        guard let step = steps.first(where: { holds($0.lower, $0.upper, breach) }) else { return nil }
        switch type {
        case "ExactCapacity": return step.amount
        case "PercentChangeInCapacity": return count + percent(step.amount, of: count)
        default: return count + step.amount
        }
    }

    /// The bound nearer to the threshold belongs to a step, the farther one does not.
    private func holds(_ lower: Int?, _ upper: Int?, _ breach: Int) -> Bool {
        if breach >= 0 { return breach >= lower ?? Int.min && breach < upper ?? Int.max }
        return breach > lower ?? Int.min && breach <= upper ?? Int.max
    }

    /// AWS rounds towards zero, but a change between none and one task to one.
    private func percent(_ percent: Int, of count: Int) -> Int {
        let exact = percent * count
        guard exact != 0 else { return 0 }
        let whole = max(1, exact.magnitude / 100, UInt(max(0, least)))
        return exact > 0 ? Int(whole) : -Int(whole)
    }
}
