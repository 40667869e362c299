import Model
import Simulation

extension LocalCloudWatch {
    /// PutMetricAlarm: what is left out is reset to AWS's defaults; tags count for a new alarm only (aws-facts 4.12).
    static func putMetricAlarm(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        guard let name = request.text("alarmName") else {
            throw Refusal("ValidationError", "The parameter AlarmName is required.")
        }
        try check(request)
        var shown: [String: Value] = [
            "actionsEnabled": true, "okActions": .list([]), "alarmActions": .list([]),
            "insufficientDataActions": .list([]), "treatMissingData": "missing",
        ]
        if request["metrics"] == nil { shown["dimensions"] = .list([]) }
        shown["datapointsToAlarm"] = request["evaluationPeriods"]
        for (member, value) in request.input.sortedMembers where member != "tags" { shown[member] = value }
        world.putAlarm(name, .object(shown), tags: WrittenTags(request["tags"]).list)
        return .emptyObject
    }

    private static func check(_ request: LocalRequest) throws(Refusal) {
        if request["metrics"] == nil { try checkMetric(request) }
        guard request["threshold"] != nil || request["thresholdMetricId"] != nil else {
            throw Refusal("ValidationError", "Threshold is required for this alarm.")
        }
        let periods = request["evaluationPeriods"]?.integer ?? 1
        guard let points = request["datapointsToAlarm"]?.integer, points > periods else { return }
        throw Refusal("ValidationError", "DatapointsToAlarm must be less than or equal to EvaluationPeriods.")
    }

    private static func checkMetric(_ request: LocalRequest) throws(Refusal) {
        for (member, name) in [("metricName", "MetricName"), ("namespace", "Namespace"), ("period", "Period")]
        where request[member] == nil {
            throw Refusal("MissingParameter", "The parameter \(name) is required.")
        }
        guard (request["statistic"] == nil) != (request["extendedStatistic"] == nil) else {
            throw Refusal(
                "InvalidParameterCombination", "Exactly one of Statistic and ExtendedStatistic must be specified.")
        }
        let period = request["period"]?.integer ?? 0
        guard [10, 20, 30].contains(period) || (period > 0 && period % 60 == 0) else {
            throw Refusal("ValidationError", "Period must be 10, 20, 30 or a multiple of 60.")
        }
        let periods = request["evaluationPeriods"]?.integer ?? 1
        guard period * periods <= 86400 * 7, period >= 3600 || period * periods <= 86400 else {
            throw Refusal(
                "ValidationError", "Metrics cannot be checked across more than a day (EvaluationPeriods * Period).")
        }
    }
}
