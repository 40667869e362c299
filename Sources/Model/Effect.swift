/// What a change costs, cheapest first.
public enum Effect: String, Sendable, Hashable, Comparable, CaseIterable {
    case noRestart = "no restart"
    /// A scalable target or a group's bounds move the count at once.
    case scalesNow = "scales now"
    /// Listener and rule actions, weights.
    case movesTraffic = "moves traffic"
    case rollsTasks = "rolls tasks"
    /// Running instances take the change only when they are replaced.
    case rollsInstances = "rolls instances"
    case replaces = "replaces"
    case deletes = "deletes"

    /// As manifests write it: `rollsTasks`.
    public var word: String {
        let words = rawValue.split(separator: " ")
        return words.dropFirst().reduce(words.first.map(String.init) ?? "") { text, word in
            text + word.prefix(1).uppercased() + word.dropFirst()
        }
    }

    private var rank: Int { Effect.allCases.firstIndex(of: self) ?? 0 }
    public static func < (a: Effect, b: Effect) -> Bool { a.rank < b.rank }
}
