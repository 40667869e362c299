extension Timeline {
    /// One line an entry, oldest first: `2026-11-24T12:04:10.250Z service api deployment ecs-svc/1 began`. Two runs are
    /// the same when their texts are.
    public var text: String {
        var text = ""
        for entry in entries {
            let words = [entry.at.text, entry.subject.kind, entry.name, entry.note]
            text += words.filter { !$0.isEmpty }.map(Self.oneLine).joined(separator: " ") + "\n"
        }
        return text
    }

    private static func oneLine(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}

extension Timeline.Subject {
    /// What it is, in a word: `service`, `task`, `instance`, `group`, `cluster`, `alarm`, `world`.
    public var kind: String {
        switch self {
        case .service: "service"
        case .task: "task"
        case .instance: "instance"
        case .group: "group"
        case .cluster: "cluster"
        case .alarm: "alarm"
        case .world: "world"
        }
    }
}

extension Instant {
    /// `2026-11-24T12:04:10.250Z`: UTC, always with milliseconds.
    var text: String {
        let rest = milliseconds % 1000
        let digits = String(rest < 0 ? rest + 1000 : rest)
        let padded = String(repeating: "0", count: 3 - digits.count) + digits
        return "\(CivilTime(self).iso8601.dropLast()).\(padded)Z"
    }

    /// `2026-11-24`.
    var dateText: String { String(text.prefix(10)) }
    /// `12:04:10`.
    var clockText: String { String(text.dropFirst(11).prefix(8)) }
}
