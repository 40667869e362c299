/// What kinds of events pictures mark.
enum EventKind: CaseIterable {
    // By importance: when there are too many, the last ones are left out first.
    case failed, began, completed, accident, reclaim, notice, alarm, rebalance, injection

    /// The outline of a mark; kinds differ by it.
    enum Outline { case circle, ring, diamond, square, octagon }

    /// What an entry is; nil for what no picture marks.
    init?(_ entry: Timeline.Entry) {
        let note = entry.note.lowercased()
        let has = { (words: [String]) in words.contains { note.contains($0) } }
        switch entry.subject {
        case .alarm: self = .alarm
        case .world: self = .injection
        case .service, .group:
            guard has(["deployment", "instance refresh"]) else { return nil }
            if has(["roll back", "rolled back", "rolling back", "rollback", "fail", "circuit", "stopped", "cancel"]) {
                self = .failed
            } else if has(["complet", "success"]) {
                self = .completed
            } else if has(["began", "begin", "start", "creat"]) {
                self = .began
            } else {
                return nil
            }
        case .instance:
            if has(["rebalance"]) {
                self = .rebalance
            } else if has(["notice", "interruption"]) {
                self = .notice
            } else if has(["reclaim", "taken"]) {
                self = .reclaim
            } else if has(["hardware", "lost", "fail"]) {
                self = .accident
            } else {
                return nil
            }
        case .task, .cluster: return nil
        }
    }

    var outline: Outline {
        switch self {
        case .began, .failed: .circle
        case .completed: .ring
        case .notice, .reclaim, .rebalance, .accident: .diamond
        case .alarm: .square
        case .injection: .octagon
        }
    }

    var colour: String {
        switch self {
        case .began: "#1f5fa8"
        case .completed: "#1b7a4b"
        case .failed, .alarm: "#b3261e"
        case .notice: "#a85b00"
        case .reclaim, .accident: "#8a2d0f"
        case .rebalance: "#7a6a2f"
        case .injection: "#5a3d8a"
        }
    }
}
