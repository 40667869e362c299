import Model
import Simulation

extension Condition {
    /// Reads an expression of this kind (`ConditionExpression`). Throws DynamoDB's refusal.
    static func read(_ text: String, _ kind: String, _ names: inout ExpressionNames) throws(Refusal) -> Condition {
        var reader = ConditionReader(tokens: try ExpressionTokens(text, kind), names: names)
        let condition = try reader.disjunction()
        guard reader.tokens.next == nil else { throw reader.tokens.unexpected }
        names = reader.names
        return condition
    }
}

/// Reads conditions by their grammar: OR binds least, then AND, then NOT.
private struct ConditionReader {
    var tokens: ExpressionTokens
    var names: ExpressionNames
    private var depth = 0

    /// DynamoDB takes 300 operators in all.
    private static let deepest = 300

    init(tokens: ExpressionTokens, names: ExpressionNames) {
        self.tokens = tokens
        self.names = names
    }

    mutating func disjunction() throws(Refusal) -> Condition {
        var condition = try conjunction()
        while tokens.takes(keyword: "OR") { condition = .or(condition, try conjunction()) }
        return condition
    }

    private mutating func conjunction() throws(Refusal) -> Condition {
        var condition = try negation()
        while tokens.takes(keyword: "AND") { condition = .and(condition, try negation()) }
        return condition
    }

    private mutating func negation() throws(Refusal) -> Condition {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else {
            throw LocalDynamoDB.invalid("Invalid \(tokens.kind): The expression contains too many operators")
        }
        if tokens.takes(keyword: "NOT") { return .not(try negation()) }
        if tokens.takes("(") {
            let inner = try disjunction()
            try tokens.demand(")")
            return inner
        }
        if let condition = try function() { return condition }
        return try comparison()
    }

    /// One of the functions that say yes or no; nil when none is next.
    private mutating func function() throws(Refusal) -> Condition? {
        let condition: Condition
        if tokens.takes(function: "attribute_exists") {
            condition = .exists(try path())
        } else if tokens.takes(function: "attribute_not_exists") {
            condition = .not(.exists(try path()))
        } else if tokens.takes(function: "attribute_type") {
            condition = .hasType(try path(), try second())
        } else if tokens.takes(function: "begins_with") {
            condition = .begins(try operand(), with: try second())
        } else if tokens.takes(function: "contains") {
            condition = .contains(try operand(), try second())
        } else {
            return nil
        }
        try tokens.demand(")")
        return condition
    }

    private mutating func comparison() throws(Refusal) -> Condition {
        let left = try operand()
        if tokens.takes(keyword: "BETWEEN") {
            let low = try operand()
            guard tokens.takes(keyword: "AND") else { throw tokens.unexpected }
            return .between(left, low, try operand())
        }
        if tokens.takes(keyword: "IN") { return .isOne(left, of: try list()) }
        guard case .sign(let sign)? = tokens.next, let comparison = Condition.Comparison(rawValue: sign) else {
            throw tokens.unexpected
        }
        _ = try tokens.pop()
        return .compares(left, comparison, try operand())
    }

    private mutating func list() throws(Refusal) -> [Condition.Operand] {
        try tokens.demand("(")
        var items = [try operand()]
        while tokens.takes(",") { items.append(try operand()) }
        try tokens.demand(")")
        return items
    }

    private mutating func second() throws(Refusal) -> Condition.Operand {
        try tokens.demand(",")
        return try operand()
    }

    private mutating func path() throws(Refusal) -> DocumentPath { try DocumentPath(&tokens, &names) }

    private mutating func operand() throws(Refusal) -> Condition.Operand {
        if tokens.takes(function: "size") {
            let path = try path()
            try tokens.demand(")")
            return .size(path)
        }
        if case .value(let alias)? = tokens.next {
            _ = try tokens.pop()
            return .value(try names.value(alias, tokens.kind))
        }
        return .path(try path())
    }
}
