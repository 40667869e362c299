import Model

/// One walk over a request and its shape.
struct ShapeCheck {
    private(set) var violations: [Violation] = []
    /// What whole numbers, and with it all numbers, are bounded by where the model does not say; nil for nothing.
    private let integers: ClosedRange<Int>?

    init(integers: ClosedRange<Int>?) { self.integers = integers }

    /// What a service reads as a number with a fraction.
    private static let numbers = -1e15...1e15
    /// The years 1 to 9999.
    private static let seconds = -62_135_596_800.0...253_402_300_799.0

    mutating func visit(_ value: Value, _ shape: Shape, at path: FieldPath, sensitive: Bool = false) {
        let hidden = sensitive || shape.sensitive
        switch (shape.form, value.content) {
        case (_, .reference), (_, .joined), (.document, _): break
        case (.structure(let members), .object): structure(value, members, hidden, path)
        case (.list(let item, _, _), .list(let items)):
            length(items.count, shape.count, "elements", hidden ? nil : items.listText(item.shape), path)
            for (index, element) in items.enumerated() {
                visit(element, item.shape, at: path.appending(String(index)), sensitive: hidden)
            }
        case (.map(let key, let item, _, _, _), .object): map(value, shape, key.shape, item.shape, hidden, path)
        default: scalar(value, shape.form, hidden, path)
        }
    }

    private mutating func note(_ path: FieldPath, _ rule: Violation.Rule, _ value: String? = nil) {
        violations.append(Violation(path, rule, value: value))
    }

    private mutating func structure(_ value: Value, _ members: Members, _ hidden: Bool, _ path: FieldPath) {
        for member in members {
            if let inner = value[member.name], !inner.isNull {
                let isHidden = hidden || member.sensitive
                visit(inner, member.shape, at: path.appending(member.name), sensitive: isHidden)
            } else if member.required {
                note(path.appending(member.name), .required)
            }
        }
        for (name, _) in value.sortedMembers where members[name] == nil { note(path.appending(name), .known) }
    }

    private mutating func map(
        _ value: Value, _ shape: Shape, _ key: Shape, _ item: Shape, _ hidden: Bool, _ path: FieldPath
    ) {
        let members = value.sortedMembers
        length(members.count, shape.count, "entries", nil, path)
        for (name, inner) in members {
            visit(.string(name), key, at: path.appending(name), sensitive: hidden)
            visit(inner, item, at: path.appending(name), sensitive: hidden)
        }
    }

    private mutating func scalar(_ value: Value, _ form: Shape.Form, _ hidden: Bool, _ path: FieldPath) {
        let said = hidden ? nil : value.scalarText
        switch (form, value.content) {
        case (.string(let range), .string(let text)):
            length(text.unicodeScalars.count, range, "characters", said, path)
        case (.enumeration(let words), .string(let text)): if !words.contains(text) { note(path, .word(words), said) }
        case (.integer(let range), .integer(let number)):
            guard let range = range ?? integers, !range.contains(number) else { break }
            let isLower = number < range.lowerBound
            note(path, .bound(isLower: isLower, limit: String(isLower ? range.lowerBound : range.upperBound)), said)
        case (.number(let range), .integer), (.number(let range), .number):
            bound(value.number ?? 0, range ?? integers.map { _ in Self.numbers }, said, path)
        case (.timestamp, .integer), (.timestamp, .number):
            bound(value.number ?? 0, integers.map { _ in Self.seconds }, said, path)
        case (.boolean, .bool), (.blob, .bytes): break
        case (.timestamp, .string(let text)) where Timestamps.seconds(text) != nil: break
        case (.blob, .string(let text)) where Base64.decode(text) != nil: break
        default: note(path, .type(form.noun), said)
        }
    }

    private mutating func length(
        _ count: Int, _ range: ClosedRange<Int>?, _ unit: String, _ said: String?, _ path: FieldPath
    ) {
        guard let range, !range.contains(count) else { return }
        note(path, .length(range, count: count, unit: unit), said)
    }

    private mutating func bound(_ number: Double, _ range: ClosedRange<Double>?, _ said: String?, _ path: FieldPath) {
        guard let range, !range.contains(number) else { return }
        let isLower = number < range.lowerBound
        let limit = Numbers.text(isLower ? range.lowerBound : range.upperBound)
        note(path, .bound(isLower: isLower, limit: limit), said)
    }
}

extension [Value] {
    /// `[a, b]`; nil where an element is sensitive or no scalar.
    fileprivate func listText(_ item: Shape) -> String? {
        let texts = compactMap(\.scalarText)
        return item.sensitive || texts.count < count ? nil : "[\(texts.joined(separator: ", "))]"
    }
}

extension Shape.Form {
    /// What a value of this form is called.
    var noun: String {
        switch self {
        case .structure, .map: "an object"
        case .list: "a list"
        case .enumeration, .string: "a string"
        case .integer: "an integer"
        case .number: "a number"
        case .boolean: "true or false"
        case .timestamp: "a time"
        case .blob: "base64"
        case .document: "JSON"
        }
    }
}
