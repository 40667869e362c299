public import Model

/// Something in a request that AWS's model forbids.
public struct Violation: Sendable, Hashable, CustomStringConvertible {
    /// What AWS's model demands of a value.
    public enum Rule: Sendable, Hashable {
        /// AWS demands the member.
        case required
        /// AWS's model has such a member.
        case known
        /// A value of this type, as a noun with its article.
        case type(String)
        /// One of these words.
        case word([String])
        /// So many characters, elements or entries; there are `count`.
        case length(ClosedRange<Int>, count: Int, unit: String)
        /// A number at least so large, or at most; `limit` as text.
        case bound(isLower: Bool, limit: String)
    }

    /// Where in the request.
    public let path: FieldPath
    /// What is not kept.
    public let rule: Rule
    /// The value's text; nil for what is sensitive, and for what has none.
    public let value: String?

    /// A violation of `rule` at `path`.
    public init(_ path: FieldPath, _ rule: Rule, value: String? = nil) {
        self.path = path
        self.rule = rule
        self.value = value
    }

    /// What is wrong; never holds a sensitive value.
    public var message: String {
        switch rule {
        case .required: return "is required"
        case .known: return "AWS's model has no such member"
        case .type(let noun): return "expected \(noun)"
        case .word(let words):
            let known = words.count > 12 ? "" : "; AWS knows \(words.joined(separator: ", "))"
            return (value.map { "AWS does not know \"\($0)\"" } ?? "a word that AWS does not know") + known
        case .length(let range, let count, let unit):
            let limit = count < range.lowerBound ? "at least \(range.lowerBound)" : "at most \(range.upperBound)"
            return "has \(count) \(unit), AWS takes \(limit)"
        case .bound(let isLower, let limit): return "has to be at \(isLower ? "least" : "most") \(limit)"
        }
    }

    /// `/desiredCount: expected an integer`.
    public var description: String { "\(path): \(message)" }
}
