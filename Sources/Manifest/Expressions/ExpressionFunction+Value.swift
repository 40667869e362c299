import Model

extension ExpressionFunction {
    /// The function's value.
    func value(
        of arguments: [Expression], in scope: Scope, _ budget: inout RenderBudget
    ) throws(ExpressionProblem) -> Value {
        if self == .default { return try Self.firstSet(arguments, in: scope, &budget) }
        if self == .iif {
            let chosen = try arguments[0].truth(in: scope, &budget).truth ? arguments[1] : arguments[2]
            return try chosen.value(in: scope, &budget)
        }
        var values: [Value] = []
        for argument in arguments {
            let value = try argument.value(in: scope, &budget)
            try budget.spend(looking: value.textSize)
            values.append(value)
        }
        let content = try content(values, &budget)
        if case .string(let text) = content { try budget.make(text: text.utf8.count) }
        return Value(content, at: values.lazy.compactMap(\.place).first)
    }

    /// The first argument that is set and not null; null when none is.
    private static func firstSet(
        _ arguments: [Expression], in scope: Scope, _ budget: inout RenderBudget
    ) throws(ExpressionProblem) -> Value {
        for argument in arguments {
            do throws(ExpressionProblem) {
                let value = try argument.value(in: scope, &budget)
                if !value.isNull { return value }
            } catch {
                // A name that nobody declared is a mistake, whatever stands in its place; lint and the schema find those.
                guard error.isUnset else { throw error }
            }
        }
        return .null
    }

    private func content(
        _ values: [Value], _ budget: inout RenderBudget
    ) throws(ExpressionProblem) -> Value.Content {
        let first = values[0]
        switch self {
        case .lower: return .string(try text(first).lowercased())
        case .upper: return .string(try text(first).uppercased())
        case .trim: return .string(Self.trimmed(try text(first)))
        case .startsWith: return .bool(try text(first).utf8.starts(with: try text(values[1]).utf8))
        case .endsWith: return .bool(try text(first).utf8.reversed().starts(with: try text(values[1]).utf8.reversed()))
        case .replace: return .string(try replaced(values, &budget))
        case .split: return try split(first, values[1], &budget)
        case .join: return .string(try joined(values[1], by: try text(first), &budget))
        case .format: return .string(try formatted(values, &budget))
        case .string: return .string(try scalar(first))
        case .integer: return .integer(try integer(first))
        case .json: return .string(try JSONTextOfValue.text(first, &budget))
        case .length: return .integer(try length(first))
        case .contains: return .bool(try contains(first, values[1], &budget))
        case .keys: return .list(try mapping(first).keys.sorted().map { .string($0) })
        case .concat: return .list(try concatenated(values, &budget))
        case .merge: return .object(try merged(values, &budget))
        case .default, .iif: return .null
        }
    }

    private func wrong(_ value: Value, _ wanted: String) -> ExpressionProblem {
        ExpressionProblem(
            message: "\(rawValue) takes \(wanted), not \(value.typeName)", hint: example, place: value.place,
            isUnset: value.isNull)
    }

    func text(_ value: Value) throws(ExpressionProblem) -> String {
        guard let text = value.string else { throw wrong(value, "a text") }
        return text
    }

    private func scalar(_ value: Value) throws(ExpressionProblem) -> String {
        guard let text = value.scalarText else { throw wrong(value, "a text, number or truth value") }
        return text
    }

    private func mapping(_ value: Value) throws(ExpressionProblem) -> [String: Value] {
        guard let members = value.object else { throw wrong(value, "a mapping") }
        // What is declared and not set is no entry.
        return members.filter { !$0.value.isNull }
    }

    func items(_ value: Value) throws(ExpressionProblem) -> [Value] {
        guard let items = value.list else { throw wrong(value, "a list") }
        return items
    }

    private func integer(_ value: Value) throws(ExpressionProblem) -> Int {
        if let number = value.integer { return number }
        guard let number = Int(try text(value)) else {
            throw ExpressionProblem(message: "integer takes a text of digits", place: value.place)
        }
        return number
    }

    private func length(_ value: Value) throws(ExpressionProblem) -> Int {
        if let text = value.string { return text.unicodeScalars.count }
        if let items = value.list { return items.count }
        guard value.object != nil else { throw wrong(value, "a text, list or mapping") }
        return try mapping(value).count
    }

    private func contains(
        _ whole: Value, _ part: Value, _ budget: inout RenderBudget
    ) throws(ExpressionProblem) -> Bool {
        if whole.object != nil { return try mapping(whole)[try text(part)] != nil }
        if let items = whole.list {
            guard part.scalarText != nil else { throw wrong(part, "a text, number or truth value to look for") }
            return items.contains(part)
        }
        let (bytes, wanted) = (Array(try text(whole).utf8), Array(try text(part).utf8))
        try budget.spend(looking: bytes.count * (1 + wanted.count / 4))
        return TextSearch.first(wanted, in: bytes[...]) != nil
    }

    private static func trimmed(_ text: String) -> String {
        let space: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
        let scalars = text.unicodeScalars.drop(while: space)
        guard let end = scalars.lastIndex(where: { !space($0) }) else { return "" }
        return String(String.UnicodeScalarView(scalars[...end]))
    }

    func joined(_ list: Value, by separator: String, _ budget: inout RenderBudget) throws(ExpressionProblem) -> String {
        var texts: [String] = []
        for item in try items(list) {
            let text = try scalar(item)
            try budget.spend(looking: text.utf8.count + separator.utf8.count)
            texts.append(text)
        }
        return texts.joined(separator: separator)
    }

    /// `{0}` is the first argument after the pattern, `{{` and `}}` are braces.
    private func formatted(_ values: [Value], _ budget: inout RenderBudget) throws(ExpressionProblem) -> String {
        let pattern = Array(try text(values[0]).utf8)
        var (result, index): ([UInt8], Int) = ([], 0)
        while index < pattern.count {
            let byte = pattern[index]
            index += 1
            guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else {
                result.append(byte)
                continue
            }
            if index < pattern.count, pattern[index] == byte {
                result.append(byte)
                index += 1
                continue
            }
            let digits = pattern[index...].prefix { (0x30...0x39).contains($0) }
            let end = index + digits.count
            guard byte == UInt8(ascii: "{"), end < pattern.count, pattern[end] == UInt8(ascii: "}"),
                let number = Int(String(decoding: digits, as: UTF8.self)), number + 1 < values.count, number < 16
            else {
                throw ExpressionProblem(message: "format's pattern has a brace without its argument", hint: example)
            }
            let argument = Array(try scalar(values[number + 1]).utf8)
            try budget.spend(looking: argument.count)
            result += argument
            index = end + 1
        }
        return String(decoding: result, as: UTF8.self)
    }
}
