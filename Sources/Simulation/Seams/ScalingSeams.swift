// What CloudWatch and Application Auto Scaling do when other domains ask. Each function moves to its own file.
extension World {
    mutating func makeMetrics() {}
    mutating func evaluateAlarms() {}
    mutating func runScheduledActions() {}
    mutating func tidyMonitoring() {}
    /// Adds one value, in thousandths, to this minute of a series.
    mutating func putMetric(_ key: MetricKey, _ thousandths: Int) {}
    /// How an alarm stands; nil when there is none of this name.
    public func alarmState(_ name: String) -> Alarm.State? { monitoring.alarms[name]?.state }
}
