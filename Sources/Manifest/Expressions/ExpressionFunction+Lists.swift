import Model

extension ExpressionFunction {
    func replaced(_ values: [Value], _ budget: inout RenderBudget) throws(ExpressionProblem) -> String {
        let whole = Array(try text(values[0]).utf8)
        let (wanted, other) = (Array(try text(values[1]).utf8), Array(try text(values[2]).utf8))
        guard !wanted.isEmpty else {
            throw ExpressionProblem(message: "replace has nothing to look for", place: values[1].place)
        }
        try budget.spend(looking: whole.count * (1 + wanted.count / 4))
        var (result, rest): ([UInt8], ArraySlice<UInt8>) = ([], whole[...])
        while let index = TextSearch.first(wanted, in: rest) {
            result += rest[..<index]
            result += other
            rest = rest[(index + wanted.count)...]
            try budget.spend(looking: other.count)
            if result.count > RenderBudget.text { try budget.make(text: result.count) }
        }
        return String(decoding: result + rest, as: UTF8.self)
    }

    func split(
        _ whole: Value, _ separator: Value, _ budget: inout RenderBudget
    ) throws(ExpressionProblem) -> Value.Content {
        let (bytes, mark) = (Array(try text(whole).utf8), Array(try text(separator).utf8))
        guard !mark.isEmpty else {
            throw ExpressionProblem(message: "split has no separator", place: separator.place)
        }
        try budget.spend(looking: bytes.count * (1 + mark.count / 4))
        var (parts, rest): ([Value], ArraySlice<UInt8>) = ([], bytes[...])
        while let index = TextSearch.first(mark, in: rest) {
            parts.append(Value(.string(String(decoding: rest[..<index], as: UTF8.self)), at: whole.place))
            try budget.makeNode()
            rest = rest[(index + mark.count)...]
        }
        parts.append(Value(.string(String(decoding: rest, as: UTF8.self)), at: whole.place))
        return .list(parts)
    }

    func concatenated(_ values: [Value], _ budget: inout RenderBudget) throws(ExpressionProblem) -> [Value] {
        var result: [Value] = []
        for value in values where !value.isNull {
            let items = try items(value)
            try budget.spend(looking: 32 * items.count)
            result += items
        }
        return result
    }

    /// Entries of later mappings take the place of earlier ones.
    func merged(_ values: [Value], _ budget: inout RenderBudget) throws(ExpressionProblem) -> [String: Value] {
        var result: [String: Value] = [:]
        for value in values where !value.isNull {
            guard let members = value.object else {
                throw ExpressionProblem(
                    message: "merge takes mappings, not \(value.typeName)", hint: example, place: value.place)
            }
            try budget.spend(looking: 32 * members.count)
            result.merge(members.filter { !$0.value.isNull }) { $1 }
        }
        return result
    }
}

/// Finding bytes in bytes.
enum TextSearch {
    /// Where `wanted` stands first in `bytes`; nil when it does not.
    static func first(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let head = wanted.first, bytes.count >= wanted.count else {
            return wanted.isEmpty ? bytes.startIndex : nil
        }
        let last = bytes.endIndex - wanted.count
        var index = bytes.startIndex
        while index <= last {
            if bytes[index] == head, bytes[index..<(index + wanted.count)].elementsEqual(wanted) { return index }
            index += 1
        }
        return nil
    }
}

/// A value as one line of JSON, members sorted.
enum JSONTextOfValue {
    /// The text; refuses what would pass the budget.
    static func text(_ value: Value, _ budget: inout RenderBudget) throws(ExpressionProblem) -> String {
        try count(value, &budget)
        return JSONText.line(value.withoutUnset)
    }

    private static func count(_ value: Value, _ budget: inout RenderBudget) throws(ExpressionProblem) {
        try budget.spend(looking: value.textSize)
        for item in value.list ?? [] { try count(item, &budget) }
        for (_, member) in value.sortedMembers { try count(member, &budget) }
    }
}

extension Value {
    /// The same without entries that are not set.
    fileprivate var withoutUnset: Value {
        switch content {
        case .object(let members): .object(members.filter { !$0.value.isNull }.mapValues(\.withoutUnset))
        case .list(let items): .list(items.map(\.withoutUnset))
        default: self
        }
    }
}
