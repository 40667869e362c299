import Model

extension Checker {
    /// A value of a shape that holds no others.
    mutating func scalar(_ value: Value, _ node: SpecNode) -> Value {
        if value.reference != nil { return value }
        switch (node.shape.form, value.content) {
        case (.string(let range), .string(let text)):
            if let range { checkLength(text, range, value) }
        case (.enumeration(let words), .string(let word)):
            if !words.contains(word) { unknownWord(word, words, value, node) }
        case (.integer(let range), .integer(let number)):
            if let range, !range.contains(number) { outside(value, node, RangeText.of(range)) }
        case (.number(let range), .integer), (.number(let range), .number):
            let number = value.number ?? 0
            if let range, !range.contains(number) { outside(value, node, RangeText.of(range)) }
            return Value(.number(number), at: value.place, key: value.keyPlace)
        case (.boolean, .bool), (.document, _), (.timestamp, .string), (.timestamp, .integer), (.timestamp, .number),
            (.blob, .string), (.blob, .bytes), (.string, .joined):
            break
        case (.integer, _): return mismatch(value, "an integer")
        case (.number, _): return mismatch(value, "a number")
        case (.boolean, _): return mismatch(value, "true or false")
        case (.timestamp, _): return mismatch(value, "a time")
        default: return mismatch(value, "a string")
        }
        return value
    }

    /// Says that something else was expected.
    mutating func mismatch(_ value: Value, _ expected: String) -> Value {
        report("expected \(expected), found \(value.typeName)", hint: mismatchHint(value, expected), value.place)
        return value
    }

    private func mismatchHint(_ value: Value, _ expected: String) -> String? {
        switch value.content {
        case .integer, .number, .bool: return expected == "a string" ? "put it in quotes" : nil
        case .string(let text):
            if CoreScalar.fits(text, expected) { return "remove the quotes" }
            return expected == "a list" ? "put it in brackets" : nil
        default: return expected == "a list" ? "begin each element with a dash" : nil
        }
    }

    private mutating func checkLength(_ text: String, _ range: ClosedRange<Int>, _ value: Value) {
        let count = text.unicodeScalars.count
        if range.contains(count) { return }
        report("the text has \(count) characters, AWS takes \(RangeText.of(range))", value.place)
    }

    /// Holds the number of elements or entries against AWS's bounds.
    mutating func checkCount(_ count: Int, _ noun: String, _ value: Value, _ node: SpecNode) {
        guard let range = node.shape.count, !range.contains(count) else { return }
        report("there are \(count) \(noun), AWS takes \(RangeText.of(range))", value.place)
    }

    private mutating func outside(_ value: Value, _ node: SpecNode, _ range: String) {
        let shown = isSensitive(node) ? "the value" : value.scalarText ?? "the value"
        report("\(shown) is out of range, AWS takes \(range)", value.place)
    }

    private mutating func unknownWord(_ word: String, _ words: [String], _ value: Value, _ node: SpecNode) {
        let near = Nearest.sorted(to: word, words)
        let shown = isSensitive(node) ? "the value" : word
        guard near.count > Self.readable else {
            return report("\(shown) is not one of \(near.joined(separator: ", "))", value.place)
        }
        let hint = "the nearest are \(near.prefix(3).joined(separator: ", ")); \(Self.wayOut)"
        report("\(shown) is not one of the \(near.count) words that AWS is known to take", hint: hint, value.place)
    }

    /// How many words are told one by one.
    private static let readable = 12
    private static let wayOut = "policy.unchecked keeps what Neap does not know"

    private func isSensitive(_ node: SpecNode) -> Bool { node.schema.isSensitive(node.path) }

    /// Says that no such field exists, with the nearest name that does.
    mutating func unknown(_ key: String, _ field: Value, _ node: SpecNode) {
        // A search for the nearest name is not cheap, and a hostile file has room for many names.
        if isFull { return }
        let names = node.spellings.compactMap { $0.value.node.isReadOnly ? nil : $0.value.name }
        let near = Nearest.hint(for: key, among: Set(names))
        report("unknown field", hint: near ?? Self.wayOut, field.keyPlace)
    }

    /// Says that a member is written twice, in two spellings.
    mutating func duplicate(_ name: String, _ field: Value, _ other: Value) {
        let places = [field.keyPlace, other.keyPlace].compactMap { $0 }.sorted()
        let duplicate = Diagnostic.duplicate(name, first: places.first, at: places.last)
        report(duplicate.message, hint: duplicate.hint, duplicate.place)
    }

    /// Says that AWS demands a member.
    mutating func missing(_ name: String, _ value: Value) {
        path.append(name)
        report("\(name) is missing", value.place)
        path.removeLast()
    }
}
