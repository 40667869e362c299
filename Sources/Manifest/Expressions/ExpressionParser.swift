import Model

/// Words to an expression. From weak to strong: `||`, `&&`, comparison, `!`, then `.name`, `[…]` and calls.
struct ExpressionParser {
    private let tokens: [ExpressionToken]
    private var position = 0
    private var depth = 0

    /// The one expression that `tokens` make.
    static func expression(_ tokens: [ExpressionToken]) throws(ExpressionProblem) -> Expression {
        var parser = ExpressionParser(tokens: tokens)
        let result = try parser.disjunction()
        if let token = parser.current {
            throw ExpressionProblem(message: "\(token.description) stands after the end of an expression")
        }
        return result
    }

    private init(tokens: [ExpressionToken]) { self.tokens = tokens }

    private var current: ExpressionToken? { position < tokens.count ? tokens[position] : nil }

    private mutating func takes(_ mark: String) -> Bool {
        guard current == .mark(mark) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ mark: String) throws(ExpressionProblem) {
        guard takes(mark) else {
            let found = current.map { ", not \($0.description)" } ?? ""
            throw ExpressionProblem(message: "a \(mark) should stand in the expression\(found)")
        }
    }

    private mutating func disjunction() throws(ExpressionProblem) -> Expression {
        // Parentheses and brackets inside one another are walked by recursion, here and later.
        depth += 1
        defer { depth -= 1 }
        guard depth <= 32 else { throw ExpressionProblem(message: "more than 32 parentheses stand inside one another") }
        var left = try conjunction()
        while takes("||") { left = .or(left, try conjunction()) }
        return left
    }

    private mutating func conjunction() throws(ExpressionProblem) -> Expression {
        var left = try comparison()
        while takes("&&") { left = .and(left, try comparison()) }
        return left
    }

    private mutating func comparison() throws(ExpressionProblem) -> Expression {
        let left = try negation()
        guard case .mark(let mark) = current, let kind = Expression.Comparison(rawValue: mark) else { return left }
        position += 1
        let right = try negation()
        if case .mark(let next) = current, Expression.Comparison(rawValue: next) != nil {
            throw ExpressionProblem(message: "comparisons do not follow one another", hint: "join them by &&")
        }
        return .comparison(kind, left, right)
    }

    private mutating func negation() throws(ExpressionProblem) -> Expression {
        var isNegated = false
        var isAny = false
        while takes("!") {
            isNegated.toggle()
            isAny = true
        }
        let operand = try postfix()
        if isNegated { return .not(operand) }
        return isAny ? .not(.not(operand)) : operand
    }

    private mutating func postfix() throws(ExpressionProblem) -> Expression {
        var base = try primary()
        while true {
            if takes(".") {
                guard case .name(let name) = current else {
                    throw ExpressionProblem(message: "a name should stand after the dot")
                }
                position += 1
                base = .member(base, name)
            } else if takes("[") {
                base = .element(base, try disjunction())
                try expect("]")
            } else {
                return base
            }
        }
    }

    private mutating func primary() throws(ExpressionProblem) -> Expression {
        guard let token = current else { throw ExpressionProblem(message: "an expression ends too early") }
        position += 1
        switch token {
        case .text(let text): return .literal(.string(text))
        case .integer(let number): return .literal(.integer(number))
        case .number(let number): return .literal(Value(.number(number)))
        case .name("true"): return .literal(true)
        case .name("false"): return .literal(false)
        case .name("null"): return .literal(.null)
        case .name(let name): return takes("(") ? try call(name) : .name(name)
        case .mark("("):
            let inner = try disjunction()
            try expect(")")
            return inner
        case .mark(let mark): throw ExpressionProblem(message: "a value should stand before \(mark)")
        }
    }

    /// The arguments after the opening parenthesis.
    private mutating func call(_ name: String) throws(ExpressionProblem) -> Expression {
        guard let function = ExpressionFunction(rawValue: name) else {
            let names = ExpressionFunction.allCases.map(\.rawValue)
            let hint = Nearest.hint(for: name, among: names) ?? "there are: \(names.joined(separator: ", "))"
            throw ExpressionProblem(message: "no function is named \(name)", hint: hint)
        }
        var arguments: [Expression] = []
        if !takes(")") {
            repeat { arguments.append(try disjunction()) } while takes(",")
            try expect(")")
        }
        guard function.arity.contains(arguments.count) else {
            throw ExpressionProblem(
                message: "\(name) does not take \(arguments.count) arguments", hint: function.example)
        }
        return .call(function, arguments)
    }
}
