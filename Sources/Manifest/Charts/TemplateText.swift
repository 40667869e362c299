import Model

/// What a text of a template holds.
enum TemplateText {
    /// What stands in a key.
    enum Directive: Sendable {
        case `if`(Expression)
        case elseIf(Expression)
        case `else`
        case each(String, Expression)
    }

    /// True when `text` holds an expression.
    static func holdsExpression(_ text: String) -> Bool {
        // Most texts hold no dollar sign, and looking for one byte is cheap.
        text.utf8.contains(UInt8(ascii: "$")) && text.contains("${{")
    }

    /// True for what Helm would read: Docker's own `{{.Name}}` names none of these.
    static func isHelms(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "{")) && text.contains(/\{\{-?\s*\.(Values|Release|Chart)\./)
    }

    /// The pieces of `text`: one hole alone when nothing but space stands around it.
    static func pieces(_ text: String) throws(ExpressionProblem) -> [TextPiece] {
        let bytes = Array(text.utf8)
        let mark = Array("${{".utf8)
        var pieces: [TextPiece] = []
        var start = 0
        while let open = TextSearch.first(mark, in: bytes[start...]) {
            if open > start { pieces.append(.text(String(decoding: bytes[start..<open], as: UTF8.self))) }
            var lexer = ExpressionLexer(bytes, from: open + mark.count)
            pieces.append(.hole(try ExpressionParser.expression(try lexer.tokens())))
            start = lexer.position
        }
        if start < bytes.count { pieces.append(.text(String(decoding: bytes[start...], as: UTF8.self))) }
        let meaningful = pieces.filter { piece in
            if case .text(let text) = piece { return !text.allSatisfy(\.isWhitespace) }
            return true
        }
        if meaningful.count == 1, case .hole = meaningful[0] { return meaningful }
        return pieces
    }

    /// What a key that begins with `${{` says.
    static func directive(_ key: String) throws(ExpressionProblem) -> Directive {
        let bytes = Array(key.utf8)
        var lexer = ExpressionLexer(bytes, from: 3)
        let tokens = try lexer.tokens()
        guard lexer.position == bytes.count || bytes[lexer.position...].allSatisfy({ $0 == 0x20 || $0 == 0x0A }) else {
            throw keyProblem
        }
        let rest = Array(tokens.dropFirst())
        switch tokens.first {
        case .name("if"): return .if(try ExpressionParser.expression(rest))
        case .name("elseif"): return .elseIf(try ExpressionParser.expression(rest))
        case .name("else"):
            if rest.first == .name("if") { return .elseIf(try ExpressionParser.expression(Array(rest.dropFirst()))) }
            guard rest.isEmpty else {
                throw ExpressionProblem(message: "else takes no condition", hint: "write ${{ elseif condition }}:")
            }
            return .else
        case .name("each"): return try each(rest)
        default: throw keyProblem
        }
    }

    private static func each(_ tokens: [ExpressionToken]) throws(ExpressionProblem) -> Directive {
        guard tokens.count > 2, case .name(let variable) = tokens[0], tokens[1] == .name("in") else {
            throw ExpressionProblem(
                message: "each takes a name and a list", hint: "write ${{ each x in values.list }}:")
        }
        guard !Scope.reserved.contains(variable) else {
            throw ExpressionProblem(message: "\(variable) can not be the name of an element", hint: "take another one")
        }
        return .each(variable, try ExpressionParser.expression(Array(tokens.dropFirst(2))))
    }

    private static let keyProblem = ExpressionProblem(
        message: "a key can not be an expression",
        hint: "keys hold ${{ if … }}, ${{ elseif … }}, ${{ else }} or ${{ each x in … }} and nothing else")
}
