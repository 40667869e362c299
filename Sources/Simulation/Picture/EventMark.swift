/// One numbered mark of a picture: an event, or several of a kind that happened together.
struct EventMark {
    let kind: EventKind
    let at: Instant
    let x: Int
    /// What it happened to.
    private(set) var names: [String]
    private let note: String
    private let isOfWorld: Bool

    private init(_ entry: Timeline.Entry, _ kind: EventKind, on scale: TimeScale) {
        self.kind = kind
        at = entry.at
        x = scale.x(entry.at)
        names = [entry.name]
        note = entry.note
        if case .world = entry.subject { isOfWorld = true } else { isOfWorld = false }
    }

    /// The event in words: `i-0a1, i-0b2 and 3 more: Spot notice`.
    var text: String {
        if isOfWorld { return note }
        let first = names.prefix(3).joined(separator: ", ")
        return first + (names.count > 3 ? " and \(names.count - 3) more" : "") + ": \(note)"
    }

    /// The marks of a picture, at most `limit`, in order, and how many less important ones there was no room for.
    static func collect(
        _ entries: [Timeline.Entry], of services: Set<String>?, on scale: TimeScale, limit: Int
    ) -> (marks: [EventMark], left: Int) {
        var marks: [EventMark] = []
        for entry in entries where scale.holds(entry.at) {
            guard let kind = EventKind(entry), isShown(entry, services) else { continue }
            let mark = EventMark(entry, kind, on: scale)
            if !marks.suffix(8).indices.reversed().contains(where: { marks[$0].take(mark) }) { marks.append(mark) }
        }
        guard marks.count > limit else { return (marks, 0) }
        return (thinned(marks, to: limit), marks.count - limit)
    }

    /// The important kinds as a whole; of the first one that does not fit some that lie evenly over time.
    private static func thinned(_ marks: [EventMark], to limit: Int) -> [EventMark] {
        var kept: [Int] = []
        for kind in EventKind.allCases where kept.count < limit {
            let all = marks.indices.filter { marks[$0].kind == kind }
            let room = min(all.count, limit - kept.count)
            kept += (0..<room).map { all[$0 * all.count / room] }
        }
        return kept.sorted().map { marks[$0] }
    }

    private static func isShown(_ entry: Timeline.Entry, _ services: Set<String>?) -> Bool {
        guard case .service = entry.subject, let services else { return true }
        return services.contains(entry.name)
    }

    /// Takes another one in when both say the same at what looks like the same time.
    private mutating func take(_ other: EventMark) -> Bool {
        guard !isOfWorld, other.kind == kind, other.note == note, other.x - x <= 80 else { return false }
        if !names.contains(other.names[0]) { names += other.names }
        return true
    }
}
