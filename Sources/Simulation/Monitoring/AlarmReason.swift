/// Why an alarm changed its state, in CloudWatch's words.
struct AlarmReason {
    let rule: AlarmRule
    let before: Alarm.State
    let after: Alarm.State
    let periods: [DataPoint?]

    /// AWS's `StateReason`.
    var text: String {
        let points = judged
        if after == .insufficientData {
            return "Insufficient Data: \(plural(rule.evaluationPeriods, "datapoint")) "
                + (rule.evaluationPeriods == 1 ? "was" : "were") + " unknown."
        }
        if points.isEmpty { return missingText }
        return "Threshold Crossed: " + (rule.evaluationPeriods == 1 ? single(points) : several(points))
    }

    /// AWS's `StateReasonData`.
    var data: String {
        let values = judged.reversed().map { Thousandths.text(rule.statistic.value($0)) }.joined(separator: ",")
        let start = judged.first.map { "\"startDate\":\"\(stamp($0.at))\"," } ?? ""
        return "{\"version\":\"1.0\",\"statistic\":\"\(rule.statistic.rawValue)\","
            + "\"period\":\(rule.period.milliseconds / 1000),\(start)"
            + "\"recentDatapoints\":[\(values)],\"threshold\":\(Thousandths.text(rule.threshold))}"
    }

    /// The points that counted, oldest first.
    private var judged: [DataPoint] { periods.compactMap { $0 }.suffix(rule.evaluationPeriods) }

    private func single(_ points: [DataPoint]) -> String {
        "1 datapoint [\(list(points))] was \(relation) (\(Thousandths.text(rule.threshold)))."
    }

    private func several(_ points: [DataPoint]) -> String {
        let telling = points.filter { rule.breaches($0) == (after == .alarm) }
        let count = telling.count
        let needed = after == .alarm ? rule.datapointsToAlarm : rule.evaluationPeriods - rule.datapointsToAlarm + 1
        return "\(count) out of the last \(plural(rule.evaluationPeriods, "datapoint")) [\(list(telling))] "
            + "\(count == 1 ? "was" : "were") \(relation) (\(Thousandths.text(rule.threshold))) "
            + "(minimum \(plural(needed, "datapoint")) for \(before == .alarm ? "ALARM -> OK" : "OK -> ALARM") transition)."
    }

    private var missingText: String {
        let treated = rule.missing == .breaching ? "[Breaching]" : "[NonBreaching]"
        let count = rule.evaluationPeriods
        return "Threshold Crossed: no datapoints were received for \(plural(count, "period")) and "
            + "\(plural(count, "missing datapoint")) \(count == 1 ? "was" : "were") treated as \(treated)."
    }

    private var relation: String {
        let words =
            switch rule.comparison {
            case .notBelow: "greater than or equal to the threshold"
            case .above: "greater than the threshold"
            case .below: "less than the threshold"
            case .notAbove: "less than or equal to the threshold"
            }
        return after == .alarm ? words : "not " + words
    }

    /// Newest first, as AWS lists them.
    private func list(_ points: [DataPoint]) -> String {
        points.reversed().map {
            "\(Thousandths.text(rule.statistic.value($0))) (\(CivilTime($0.at).brief))"
        }.joined(separator: ", ")
    }

    private func stamp(_ instant: Instant) -> String { CivilTime(instant).iso8601.dropLast() + ".000+0000" }
    private func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
