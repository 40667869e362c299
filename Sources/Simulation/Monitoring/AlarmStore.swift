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
    /// Alarms that ECS and Application Auto Scaling made for themselves: those act on them each minute.
    public internal(set) var isTargetTracking = false
    /// AWS's `StateReasonData`, JSON; nil for none.
    public internal(set) var reasonData: String?
    /// What is evaluated; nil for metric maths and for alarms whose owner sets their state.
    var rule: AlarmRule?
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

    /// How an alarm stands; nil when there is none of this name.
    func state(_ name: String) -> Alarm.State? { positions[name].flatMap { rows[$0]?.state } }

    /// Looks at every alarm's periods up to `end`: who changes, and whose scaling actions are due again.
    mutating func evaluate(_ metrics: MetricStore, until end: Instant) -> [AlarmFinding] {
        var findings: [AlarmFinding] = []
        for row in rows.indices {
            guard let finding = evaluate(row, metrics, end) else { continue }
            findings.append(finding)
        }
        return findings
    }

    private mutating func evaluate(_ row: Int, _ metrics: MetricStore, _ end: Instant) -> AlarmFinding? {
        guard let name = rows[row]?.name, let state = rows[row]?.state, rows[row]?.rule != nil else { return nil }
        if rows[row]?.rule?.place == nil, let key = rows[row]?.rule?.key {
            rows[row]?.rule?.place = metrics.place(of: key)
        }
        guard let rule = rows[row]?.rule else { return nil }
        let periods = rule.periods(in: metrics, until: end)
        if let next = rule.judge(periods, in: state), next != state {
            return AlarmFinding(alarm: name, change: (next, periods))
        }
        let isDue = rows[row]?.isTargetTracking == false && !rule.scalingActions(in: state).isEmpty
        return isDue ? AlarmFinding(alarm: name, change: nil) : nil
    }
}

/// What an evaluation found.
struct AlarmFinding {
    let alarm: String
    /// The new state and what was looked at; nil when the state stays and its scaling actions are due again.
    let change: (state: Alarm.State, periods: [DataPoint?])?
}
