import Model

/// An alarm's conditions, read once from what PutMetricAlarm said.
struct AlarmRule: Sendable {
    /// AWS's `ComparisonOperator`.
    enum Comparison: String, Sendable {
        case notBelow = "GreaterThanOrEqualToThreshold"
        case above = "GreaterThanThreshold"
        case below = "LessThanThreshold"
        case notAbove = "LessThanOrEqualToThreshold"
    }
    /// AWS's `TreatMissingData`.
    enum Missing: String, Sendable { case missing, notBreaching, breaching, ignore }

    let key: MetricKey
    let statistic: Statistic
    let period: Span
    let evaluationPeriods: Int
    let datapointsToAlarm: Int
    let comparison: Comparison
    /// Thousandths.
    let threshold: Int
    let missing: Missing
    /// Scaling policies' ARNs among the actions, by state.
    private let scaling: [Alarm.State: [String]]
    /// Where its series stands; nil while there is none.
    var place: Int?

    /// The rule of an alarm as DescribeAlarms shows it; nil for metric maths and anomaly detection.
    init?(_ shown: Value) {
        guard let name = shown["metricName"]?.string, let namespace = shown["namespace"]?.string,
            let comparison = shown["comparisonOperator"]?.string.flatMap(Comparison.init),
            let threshold = shown["threshold"]?.number
        else { return nil }
        key = MetricKey(namespace: namespace, name: name, dimensions: Self.dimensions(shown["dimensions"]))
        statistic = Statistic(shown["statistic"]?.string ?? shown["extendedStatistic"]?.string ?? "Average")
        period = .seconds(max(60, shown["period"]?.integer ?? 60))
        evaluationPeriods = max(1, shown["evaluationPeriods"]?.integer ?? 1)
        datapointsToAlarm = max(1, shown["datapointsToAlarm"]?.integer ?? evaluationPeriods)
        self.comparison = comparison
        self.threshold = Thousandths.of(threshold)
        missing = shown["treatMissingData"]?.string.flatMap(Missing.init) ?? .missing
        scaling = Self.actionsByState(shown)
    }

    /// What scaling policies a state sets off; they are told again each minute that it lasts.
    func scalingActions(in state: Alarm.State) -> [String] { scaling[state] ?? [] }

    /// The periods that an evaluation looks at, oldest first: two more than asked for, so that late data can stand in.
    func periods(in metrics: MetricStore, until end: Instant) -> [DataPoint?] {
        let count = evaluationPeriods + 2
        return place.map { metrics.periods($0, count: count, of: period, until: end) }
            ?? Array(repeating: nil, count: count)
    }

    func breaches(_ point: DataPoint) -> Bool {
        let value = statistic.value(point)
        return switch comparison {
        case .notBelow: value >= threshold
        case .above: value > threshold
        case .below: value < threshold
        case .notAbove: value <= threshold
        }
    }

    private static func dimensions(_ value: Value?) -> [(String, String)] {
        (value?.list ?? []).map { ($0["name"]?.string ?? "", $0["value"]?.string ?? "") }
    }

    private static func actionsByState(_ shown: Value) -> [Alarm.State: [String]] {
        guard shown["actionsEnabled"]?.bool ?? true else { return [:] }
        let lists: [(Alarm.State, String)] = [
            (.alarm, "alarmActions"), (.ok, "okActions"), (.insufficientData, "insufficientDataActions"),
        ]
        var found: [Alarm.State: [String]] = [:]
        for (state, member) in lists {
            let arns = (shown[member]?.list ?? []).compactMap(\.string).filter { $0.contains(":scalingPolicy:") }
            if !arns.isEmpty { found[state] = arns }
        }
        return found
    }
}

extension AlarmRule {
    /// The state that `periods` speak for; nil when they leave the alarm as it is.
    ///
    /// CloudWatch fills the evaluation range with older points before it treats periods as missing; both of the tables
    /// in its user guide ("How alarm state is evaluated when data is missing") come out of this.
    func judge(_ periods: [DataPoint?], in state: Alarm.State) -> Alarm.State? {
        let breaches = periods.compactMap { $0 }.suffix(evaluationPeriods).map(self.breaches)
        let bad = breaches.count { $0 }
        let absent = evaluationPeriods - breaches.count
        if absent == 0 { return bad >= datapointsToAlarm ? .alarm : .ok }
        switch missing {
        case .breaching: return bad + absent >= datapointsToAlarm ? .alarm : .ok
        case .notBreaching: return bad >= datapointsToAlarm ? .alarm : .ok
        case .missing, .ignore: break
        }
        if bad >= datapointsToAlarm { return .alarm }
        if bad < breaches.count { return .ok }
        if missing == .ignore { return nil }
        if breaches.isEmpty { return .insufficientData }
        return oldest(periods) >= datapointsToAlarm ? .alarm : nil
    }

    /// How many periods ago the oldest data is, 1 for the newest period.
    private func oldest(_ periods: [DataPoint?]) -> Int {
        periods.firstIndex { $0 != nil }.map { periods.count - $0 } ?? 0
    }
}
