/// A word of an expression.
enum ExpressionToken: Sendable, Equatable {
    case name(String)
    case text(String)
    case integer(Int)
    case number(Double)
    /// `(`, `==`, `&&` and the like.
    case mark(String)

    /// As a person would call it.
    var description: String {
        switch self {
        case .name(let name): name
        case .text: "a text"
        case .integer, .number: "a number"
        case .mark(let mark): mark
        }
    }
}

/// Reads an expression's words from its first byte to the `}}` that ends it.
struct ExpressionLexer {
    private static let marks = ["==", "!=", "<=", ">=", "&&", "||", "(", ")", "[", "]", ",", ".", "!", "<", ">"]
    private let bytes: [UInt8]
    private(set) var position: Int

    /// The words of `bytes` from `position` on.
    init(_ bytes: [UInt8], from position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// All words; leaves `position` after the `}}`.
    mutating func tokens() throws(ExpressionProblem) -> [ExpressionToken] {
        var tokens: [ExpressionToken] = []
        while true {
            while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
            guard position < bytes.count else {
                throw ExpressionProblem(message: "an expression has no }} at its end")
            }
            if starts(with: "}}") {
                position += 2
                return tokens
            }
            guard tokens.count < Self.limit else {
                throw ExpressionProblem(message: "an expression has more than \(Self.limit) words")
            }
            tokens.append(try token())
        }
    }

    private static let limit = 500

    private mutating func token() throws(ExpressionProblem) -> ExpressionToken {
        let byte = bytes[position]
        if byte == UInt8(ascii: "'") { return .text(try text()) }
        if Self.isDigit(byte) || (byte == UInt8(ascii: "-") && isDigit(at: position + 1)) { return try number() }
        if Self.beginsName(byte) { return .name(name()) }
        if let mark = Self.marks.first(where: { starts(with: $0) }) {
            position += mark.utf8.count
            return .mark(mark)
        }
        let rest = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
        let shown = rest.first.map(String.init) ?? ""
        let hint = shown == "\"" ? "texts stand in single quotes: 'text'" : nil
        throw ExpressionProblem(message: "\(shown) has no meaning in an expression", hint: hint)
    }

    private func starts(with text: String) -> Bool { bytes[position...].starts(with: text.utf8) }
    private func isDigit(at index: Int) -> Bool { index < bytes.count && Self.isDigit(bytes[index]) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func beginsName(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }

    /// Letters, digits, `_`, and `-` inside: there is no subtraction that it could be mistaken for.
    private mutating func name() -> String {
        let start = position
        while position < bytes.count,
            Self.beginsName(bytes[position]) || Self.isDigit(bytes[position]) || bytes[position] == UInt8(ascii: "-")
        {
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func number() throws(ExpressionProblem) -> ExpressionToken {
        let start = position
        position += 1
        while position < bytes.count, Self.isDigit(bytes[position]) || bytes[position] == UInt8(ascii: ".") {
            position += 1
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if let number = Int(text) { return .integer(number) }
        guard let number = Double(text), text.contains("."), !text.hasSuffix("."), number.isFinite else {
            throw ExpressionProblem(message: "\(text) is no number")
        }
        return .number(number)
    }

    /// A text in single quotes; two of them inside stand for one.
    private mutating func text() throws(ExpressionProblem) -> String {
        var text: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "'") {
                guard position < bytes.count, bytes[position] == byte else {
                    return String(decoding: text, as: UTF8.self)
                }
                position += 1
            }
            text.append(byte)
        }
        throw ExpressionProblem(message: "a text in an expression has no closing quote")
    }
}
