public import Model

/// A metric alarm.
public struct Alarm: Sendable {
    /// AWS's `StateValue`.
    public enum State: String, Sendable {
        case ok = "OK"
        case alarm = "ALARM"
        case insufficientData = "INSUFFICIENT_DATA"
    }

    /// Its name.
    public let name: String
    /// As DescribeAlarms shows it, without state: PutMetricAlarm's members with AWS's defaults, in lower camel case.
    public var shown: Value
    /// How it stands.
    public internal(set) var state = State.insufficientData
    /// AWS's `StateReason`.
    public internal(set) var reason = "Unchecked: Initial alarm creation"
    /// When the state changed.
    public internal(set) var stateSince: Instant
    /// When the configuration changed.
    public internal(set) var updatedAt: Instant
    /// AWS's list of `{key, value}`.
    public var tags: Value
    /// Alarms that ECS and Application Auto Scaling made for themselves are evaluated by them.
    public internal(set) var isTargetTracking = false
}

/// Alarms by name, in the order of their making.
public struct AlarmStore: Sendable {
    private var positions: [String: Int] = [:]
    private var rows: [Alarm?] = []

    /// None.
    public init() {}

    /// The alarm of this name; setting nil takes it away.
    public subscript(name: String) -> Alarm? {
        get { positions[name].flatMap { rows[$0] } }
        set {
            if let position = positions[name] {
                rows[position] = newValue
                if newValue == nil { positions[name] = nil }
            } else if let newValue {
                positions[name] = rows.count
                rows.append(newValue)
            }
        }
    }

    /// All alarms, oldest first.
    public var all: [Alarm] { rows.compactMap(\.self) }
}
