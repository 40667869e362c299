/// An expression of ECS's cluster query language, as `memberOf` constraints and ListContainerInstances carry it.
indirect enum ClusterQuery: Sendable, Hashable {
    case compare(subject: String, comparison: Comparison, value: String)
    case within(subject: String, values: [String], isNegated: Bool)
    case exists(subject: String, isNegated: Bool)
    case and(ClusterQuery, ClusterQuery)
    case or(ClusterQuery, ClusterQuery)
    case not(ClusterQuery)

    /// How a subject and a value are compared.
    enum Comparison: String, Sendable {
        case equals = "=="
        case differs = "!="
        case matches = "=~"
        case mismatches = "!~"
        case less = "<"
        case atMost = "<="
        case more = ">"
        case atLeast = ">="
    }

    /// The expression that `text` writes; nil when it writes none.
    init?(_ text: String) {
        guard let tokens = ClusterQueryParser.tokens(of: text) else { return nil }
        var parser = ClusterQueryParser(tokens: tokens)
        guard let query = parser.either(), parser.isAtEnd else { return nil }
        self = query
    }

    /// True when it holds of something whose values `lookup` knows: none, when a subject does not exist.
    func holds(_ lookup: (String) -> [String]) -> Bool {
        switch self {
        case .compare(let subject, let comparison, let value): Self.compare(lookup(subject), comparison, value)
        case .within(let subject, let values, let isNegated):
            lookup(subject).contains { values.contains($0) } != isNegated
        case .exists(let subject, let isNegated): lookup(subject).isEmpty == isNegated
        case .and(let left, let right): left.holds(lookup) && right.holds(lookup)
        case .or(let left, let right): left.holds(lookup) || right.holds(lookup)
        case .not(let inner): !inner.holds(lookup)
        }
    }

    private static func compare(_ found: [String], _ comparison: Comparison, _ value: String) -> Bool {
        switch comparison {
        case .equals: found.contains(value)
        case .differs: !found.contains(value)
        case .matches: found.contains { matches($0, value) }
        case .mismatches: !found.contains { matches($0, value) }
        case .less: found.contains { order($0, value) < 0 }
        case .atMost: found.contains { order($0, value) <= 0 }
        case .more: found.contains { order($0, value) > 0 }
        case .atLeast: found.contains { order($0, value) >= 0 }
        }
    }

    private static func matches(_ text: String, _ pattern: String) -> Bool {
        // A pattern that is none matches nothing.
        do { return try Regex(pattern).wholeMatch(in: text) != nil } catch { return false }
    }

    /// Numbers by size, everything else by its letters.
    private static func order(_ a: String, _ b: String) -> Int {
        if let left = Int(a), let right = Int(b) { return left < right ? -1 : left > right ? 1 : 0 }
        return a < b ? -1 : a > b ? 1 : 0
    }
}
