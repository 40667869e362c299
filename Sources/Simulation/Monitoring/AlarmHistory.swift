/// One line of an alarm's history.
public struct AlarmHistoryItem: Sendable {
    /// AWS's `HistoryItemType`.
    public enum Kind: String, Sendable {
        case configurationUpdate = "ConfigurationUpdate"
        case stateUpdate = "StateUpdate"
        case action = "Action"
    }

    /// The alarm's name.
    public let alarm: String
    /// When.
    public let at: Instant
    /// What happened.
    public let kind: Kind
    /// AWS's `HistorySummary`.
    public let summary: String
    /// AWS's `HistoryData`, JSON.
    public let data: String
}

/// What happened to alarms, oldest first; the oldest half goes when there are too many.
public struct AlarmHistory: Sendable {
    /// All lines, oldest first.
    public private(set) var items: [AlarmHistoryItem] = []
    /// How many lines are kept.
    public var limit = 20_000

    /// Nothing.
    public init() {}

    mutating func add(_ item: AlarmHistoryItem) {
        items.append(item)
        if items.count > limit { items.removeFirst(limit / 2) }
    }
}
