/// CloudWatch metrics and alarms of one region.
public struct Monitoring: Sendable {
    /// Metrics that the simulation makes and people put, by name, then dimensions.
    public internal(set) var metrics = MetricStore()
    /// Alarms.
    public internal(set) var alarms = AlarmStore()

    /// Nothing.
    public init() {}
}
