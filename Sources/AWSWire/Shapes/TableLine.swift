import Model

/// One line of a shape table, in words.
struct TableLine {
    let words: [Substring]

    init(_ line: Substring) { words = line.split(separator: " ") }

    /// The shape that the line says; `reference` finds the shapes it is made of.
    func shape(_ name: String, _ reference: (String) -> ShapeReference) -> Shape {
        Shape(name, form(reference), sensitive: kind.sensitive, count: counted ? integers : nil)
    }

    /// The word at `index`; empty when the line is shorter.
    func word(_ index: Int) -> Substring { words.indices.contains(index) ? words[index] : "" }

    private func reference(_ index: Int, _ find: (String) -> ShapeReference) -> ShapeReference {
        find(String(word(index)))
    }

    private var kind: (word: Substring, sensitive: Bool) {
        let word = word(0)
        return word.last == "*" ? (word.dropLast(), true) : (word, false)
    }

    private var counted: Bool { kind.word == "list" || kind.word == "map" }

    private func form(_ reference: (String) -> ShapeReference) -> Shape.Form {
        switch kind.word {
        case "structure": .structure(members(from: 2, reference))
        case "error": .structure(members(from: 4, reference))
        case "list": list(reference)
        case "map": map(reference)
        case "enum": .enumeration(words.dropFirst(2).map(unescaped))
        case "string": .string(integers)
        case "integer": .integer(integers)
        case "number": .number(numbers)
        case "boolean": .boolean
        case "timestamp": .timestamp
        case "blob": .blob
        default: .document
        }
    }

    private func members(from start: Int, _ reference: (String) -> ShapeReference) -> Members {
        Members(words.dropFirst(start).map { member($0, reference) })
    }

    private func member(_ word: Substring, _ reference: (String) -> ShapeReference) -> Member {
        let halves = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = word.prefix { !"!*^:".contains($0) }
        let flags = word.prefix { $0 != ":" }.dropFirst(name.count)
        let wires = (halves.last ?? "").split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
        let target = (wires.first ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return Member(
            name.lowerCamel, reference(String(target.first ?? "")), awsName: String(name),
            wireName: target.count > 1 ? String(target[1]) : nil, queryName: wires.count > 1 ? String(wires[1]) : nil,
            required: flags.contains("!"), sensitive: flags.contains("*"), isIdempotencyToken: flags.contains("^"))
    }

    private func unescaped(_ word: Substring) -> String {
        word.contains("%") ? String(word).replacing("%20", with: " ").replacing("%25", with: "%") : String(word)
    }

    private func list(_ reference: (String) -> ShapeReference) -> Shape.Form {
        .list(self.reference(2, reference), wireName: option("item") ?? "member", flattened: words.contains("flat"))
    }

    private func map(_ reference: (String) -> ShapeReference) -> Shape.Form {
        .map(
            key: self.reference(2, reference), value: self.reference(3, reference),
            keyName: option("key") ?? "key", valueName: option("value") ?? "value", flattened: words.contains("flat"))
    }

    /// What stands behind `key=`.
    func option(_ key: String) -> String? {
        words.first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
    }

    private var range: (low: Substring, high: Substring)? {
        guard words.count > 2, let word = words.last, let dots = word.firstRange(of: "..") else { return nil }
        return (word[..<dots.lowerBound], word[dots.upperBound...])
    }

    private var integers: ClosedRange<Int>? {
        guard let range else { return nil }
        let low = Int(range.low) ?? (range.low.isEmpty ? .min : 0)
        return low...max(low, Int(range.high) ?? .max)
    }

    private var numbers: ClosedRange<Double>? {
        guard let range else { return nil }
        let low = Double(range.low) ?? -.infinity
        return low...max(low, Double(range.high) ?? .infinity)
    }
}
