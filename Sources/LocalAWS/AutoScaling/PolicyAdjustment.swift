import Model
import Simulation

/// What a simple or step policy does to a capacity.
struct PolicyAdjustment {
    private let type: String
    private let amount: Int
    private let least: Int

    /// The adjustment of a policy's row that a request executes; nil for policies without one.
    init?(_ row: Value, _ request: LocalRequest) {
        guard let type = row["adjustmentType"]?.string else { return nil }
        self.type = type
        least = row["minAdjustmentMagnitude"]?.integer ?? row["minAdjustmentStep"]?.integer ?? 1
        if let amount = row["scalingAdjustment"]?.integer {
            self.amount = amount
        } else if let amount = Self.step(row, request) {
            self.amount = amount
        } else {
            return nil
        }
    }

    /// The capacity that follows from `capacity`.
    func applied(to capacity: Int) -> Int {
        switch type {
        case "ExactCapacity": amount
        case "PercentChangeInCapacity": capacity + percent(of: capacity)
        default: capacity + amount
        }
    }

    /// Rounded towards zero, but never to nothing (Auto Scaling's user guide, "Scaling adjustment types").
    private func percent(of capacity: Int) -> Int {
        let change = capacity * amount / 100
        guard amount != 0, abs(change) < least else { return change }
        return amount > 0 ? least : -least
    }

    /// The step whose bounds hold the distance of the metric from its threshold.
    private static func step(_ row: Value, _ request: LocalRequest) -> Int? {
        guard let metric = request["metricValue"]?.number, let threshold = request["breachThreshold"]?.number else {
            return nil
        }
        let distance = metric - threshold
        let step = (row["stepAdjustments"]?.list ?? []).first { step in
            let low = step["metricIntervalLowerBound"]?.number ?? -.infinity
            let high = step["metricIntervalUpperBound"]?.number ?? .infinity
            return threshold <= metric ? low <= distance && distance < high : low < distance && distance <= high
        }
        return step?["scalingAdjustment"]?.integer
    }
}
