import Simulation

/// A piece of an expression.
enum ExpressionToken: Hashable {
    /// An attribute's name, a keyword or a function.
    case word(String)
    /// `#name`, with its mark.
    case alias(String)
    /// `:value`, with its mark.
    case value(String)
    case index(Int)
    /// `=`, `<>`, `<`, `<=`, `>`, `>=`, `(`, `)`, `,`, `.`, `+` or `-`.
    case sign(String)
}

/// The pieces of an expression, taken one after the other.
struct ExpressionTokens {
    /// `ConditionExpression`, for errors.
    let kind: String
    private var tokens: [ExpressionToken] = []
    private var place = 0

    init(_ text: String, _ kind: String) throws(Refusal) {
        self.kind = kind
        var rest = Substring(text)
        while let next = rest.first {
            if next.isWhitespace { rest.removeFirst() } else { tokens.append(try take(from: &rest, next)) }
        }
        guard !tokens.isEmpty else {
            throw LocalDynamoDB.invalid("Invalid \(kind): The expression can not be empty;")
        }
    }

    private func take(from rest: inout Substring, _ next: Character) throws(Refusal) -> ExpressionToken {
        if next == "#" || next == ":" || Self.isName(next) {
            rest.removeFirst()
            let tail = rest.prefix(while: Self.isName)
            rest = rest[tail.endIndex...]
            let text = String(next) + tail
            return next == "#" ? .alias(text) : next == ":" ? .value(text) : .word(text)
        }
        if next == "[", let end = rest.firstIndex(of: "]"), let index = Int(rest[..<end].dropFirst()), index >= 0 {
            rest = rest[rest.index(after: end)...]
            return .index(index)
        }
        for sign in ["<>", "<=", ">=", "=", "<", ">", "(", ")", ",", ".", "+", "-"] where rest.hasPrefix(sign) {
            rest = rest.dropFirst(sign.count)
            return .sign(sign)
        }
        throw LocalDynamoDB.invalid("Invalid \(kind): Syntax error; token: \"\(next)\"")
    }

    private static func isName(_ character: Character) -> Bool {
        character == "_" || character.isASCII && (character.isLetter || character.isNumber)
    }

    /// The next piece, which stays.
    var next: ExpressionToken? { place < tokens.count ? tokens[place] : nil }

    /// The next piece.
    mutating func pop() throws(Refusal) -> ExpressionToken {
        guard let token = next else { throw unexpected }
        place += 1
        return token
    }

    /// Takes this sign when it is next; true when it was.
    mutating func takes(_ sign: String) -> Bool {
        guard next == .sign(sign) else { return false }
        place += 1
        return true
    }

    /// Takes this keyword, in small or capital letters, when it is next; true when it was.
    mutating func takes(keyword: String) -> Bool {
        guard case .word(let word)? = next, word.uppercased() == keyword else { return false }
        place += 1
        return true
    }

    /// Takes this function's name and its parenthesis when they are next; true when they were.
    mutating func takes(function: String) -> Bool {
        guard next == .word(function), place + 1 < tokens.count, tokens[place + 1] == .sign("(") else { return false }
        place += 2
        return true
    }

    /// Takes this sign. Throws DynamoDB's refusal when it is not next.
    mutating func demand(_ sign: String) throws(Refusal) {
        guard takes(sign) else { throw unexpected }
    }

    /// DynamoDB's refusal of what stands next.
    var unexpected: Refusal {
        let text =
            switch next {
            case .word(let text), .alias(let text), .value(let text), .sign(let text): text
            case .index(let index): "[\(index)]"
            case nil: "<EOF>"
            }
        return LocalDynamoDB.invalid("Invalid \(kind): Syntax error; token: \"\(text)\"")
    }
}
