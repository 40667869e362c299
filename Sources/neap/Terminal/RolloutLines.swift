import Model
import Reconciler

/// One line for each rollout whose numbers changed since the last look.
struct RolloutLines {
    private var last: [String: String] = [:]

    /// The lines that are new in `turn`.
    mutating func changed(in turn: Turn) -> [(subject: String, text: String)] {
        let now = turn.states.values.filter { $0.health.status == .progressing && !$0.health.message.isEmpty }
            .map { ($0.id.name, $0.health.message) }.sorted { $0.0 < $1.0 }
        let new = now.filter { last[$0.0] != $0.1 }
        last = Dictionary(now) { first, _ in first }
        return new.map { (subject: $0.0, text: $0.1) }
    }
}
