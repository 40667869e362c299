/// Reads the cluster query language; `or` binds weaker than `and`, `not` binds strongest.
struct ClusterQueryParser {
    private let tokens: [String]
    private var position = 0

    init(tokens: [String]) { self.tokens = tokens }

    var isAtEnd: Bool { position == tokens.count }

    private static let symbols: Set<Character> = ["(", ")", "[", "]", ","]
    private static let operators: Set<Character> = ["=", "!", "<", ">", "~", "&", "|"]

    /// The words, symbols and operators of `text`; nil when a quote does not end.
    static func tokens(of text: String) -> [String]? {
        var tokens: [String] = []
        var rest = Substring(text)
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if tokens.last == "=~" || tokens.last == "!~" {
                let end = endOfPattern(rest)
                tokens.append(String(rest[..<end]))
                rest = rest[end...]
            } else if symbols.contains(first) {
                tokens.append(String(rest.removeFirst()))
            } else if first == "'" || first == "\"" {
                rest.removeFirst()
                guard let end = rest.firstIndex(of: first) else { return nil }
                tokens.append(String(rest[..<end]))
                rest = rest[rest.index(after: end)...]
            } else {
                let isOperator = operators.contains(first)
                let end = rest.firstIndex { isEnd($0, ofOperator: isOperator) } ?? rest.endIndex
                tokens.append(String(rest[..<end]))
                rest = rest[end...]
            }
        }
        return tokens
    }

    /// `!exists` is one word, as `==` is.
    private static func isEnd(_ letter: Character, ofOperator isOperator: Bool) -> Bool {
        if isOperator { return !operators.contains(letter) && !letter.isLetter }
        return letter.isWhitespace || symbols.contains(letter) || operators.contains(letter)
    }

    /// A pattern may hold anything but white space and a parenthesis that closes what it did not open.
    private static func endOfPattern(_ text: Substring) -> Substring.Index {
        var depth = 0
        for index in text.indices {
            if text[index].isWhitespace { return index }
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" {
                guard depth > 0 else { return index }
                depth -= 1
            }
        }
        return text.endIndex
    }

    private mutating func take(_ words: String...) -> Bool {
        guard position < tokens.count, words.contains(tokens[position].lowercased()) else { return false }
        position += 1
        return true
    }

    private mutating func word() -> String? {
        guard position < tokens.count else { return nil }
        position += 1
        return tokens[position - 1]
    }

    /// `a or b`.
    mutating func either() -> ClusterQuery? {
        guard var left = both() else { return nil }
        while take("or", "||") {
            guard let right = both() else { return nil }
            left = .or(left, right)
        }
        return left
    }

    private mutating func both() -> ClusterQuery? {
        guard var left = single() else { return nil }
        while take("and", "&&") {
            guard let right = single() else { return nil }
            left = .and(left, right)
        }
        return left
    }

    private mutating func single() -> ClusterQuery? {
        if take("not", "!") { return single().map { .not($0) } }
        if take("(") {
            guard let inner = either(), take(")") else { return nil }
            return inner
        }
        return condition()
    }

    private mutating func condition() -> ClusterQuery? {
        guard let subject = word() else { return nil }
        if take("exists") { return .exists(subject: subject, isNegated: false) }
        if take("!exists", "not_exists") { return .exists(subject: subject, isNegated: true) }
        if take("in") { return within(subject, isNegated: false) }
        if take("not_in", "!in") { return within(subject, isNegated: true) }
        guard let sign = word(), let comparison = Self.comparison(sign), let value = word() else { return nil }
        return .compare(subject: subject, comparison: comparison, value: value)
    }

    private static func comparison(_ sign: String) -> ClusterQuery.Comparison? {
        switch sign.lowercased() {
        case "equals", "=": .equals
        case "not_equals": .differs
        case "matches": .matches
        case "not_matches": .mismatches
        default: ClusterQuery.Comparison(rawValue: sign)
        }
    }

    private mutating func within(_ subject: String, isNegated: Bool) -> ClusterQuery? {
        guard take("[") else { return nil }
        var values: [String] = []
        while !take("]") {
            if take(",") { continue }
            guard let value = word() else { return nil }
            values.append(value)
        }
        return .within(subject: subject, values: values, isNegated: isNegated)
    }
}
