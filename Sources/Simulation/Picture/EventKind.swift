/// What kinds of events pictures mark.
enum EventKind: CaseIterable {
    // By importance: when there are too many, the last ones are left out first.
    case failed, began, completed, accident, reclaim, notice, alarm, injection, shortage, rebalance, change

    /// The outline of a mark; kinds differ by it.
    enum Outline { case circle, ring, diamond, square, frame, octagon }

    /// What an entry is; nil for what no picture marks. Told by words, so that whoever puts an entry down is free in
    /// how to say it.
    init?(_ entry: Timeline.Entry) {
        let note = entry.note.lowercased()
        let kind: EventKind? =
            switch entry.subject {
            case .alarm:
                // What target tracking's own alarms do is seen from the desired count.
                note == "alarm" && !entry.name.hasPrefix("TargetTracking-") ? .alarm : nil
            case .world: entry.name == "injection" ? .injection : nil
            case .service, .group: Self.first(Self.ofServices, in: note)
            case .instance: Self.first(Self.ofInstances, in: note)
            case .task, .cluster: nil
            }
        guard let kind else { return nil }
        self = kind
    }

    /// The first row that has one of its words in the note, and one of what it is about, decides.
    private typealias Row = (kind: EventKind, about: [String], words: [String])
    private static let rollouts = ["deployment", "instance refresh"]
    private static let ofServices: [Row] = [
        (.change, ["desired count", "production traffic"], [""]),
        (.shortage, ["unable to", "launch failed"], [""]),
        (.failed, ["rolling back"], [""]),
        (.failed, rollouts, ["goes back", "rollback", "fail", "cancel"]),
        (.completed, rollouts, ["completed", "successful"]),
        (.began, rollouts, ["began", "started"]),
    ]
    private static let ofInstances: [Row] = [
        (.rebalance, ["rebalance"], [""]), (.notice, ["notice"], [""]), (.reclaim, ["reclaim"], [""]),
        (.accident, ["fail"], [""]),
    ]

    private static func first(_ rows: [Row], in note: String) -> EventKind? {
        rows.first { row in
            row.about.contains { note.contains($0) } && row.words.contains { $0.isEmpty || note.contains($0) }
        }?.kind
    }

    var outline: Outline {
        switch self {
        case .began, .failed: .circle
        case .completed: .ring
        case .notice, .reclaim, .rebalance, .accident: .diamond
        case .alarm: .square
        case .change, .shortage: .frame
        case .injection: .octagon
        }
    }

    var colour: String {
        switch self {
        case .began: "#1f5fa8"
        case .completed: "#1b7a4b"
        case .failed, .alarm: "#b3261e"
        case .notice: "#a85b00"
        case .reclaim, .accident, .shortage: "#8a2d0f"
        case .rebalance, .change: "#6b5d23"
        case .injection: "#5a3d8a"
        }
    }
}
