public import Model

/// Something in a request that AWS's model forbids.
public struct Violation: Sendable, Hashable, CustomStringConvertible {
    /// Where in the request.
    public let path: FieldPath
    /// What is wrong; never holds a sensitive value.
    public let message: String
    /// `/desiredCount: expected an integer`.
    public var description: String { "\(path): \(message)" }

    /// A violation at `path`.
    public init(_ path: FieldPath, _ message: String) {
        self.path = path
        self.message = message
    }
}

/// Compares requests with AWS's model, before they are sent and where they arrive.
public enum RequestCheck {
    /// All that is wrong with `value`, in the order of AWS's members; empty when nothing is.
    ///
    /// What is not known before other calls have answered is not looked at.
    public static func violations(of value: Value, against shape: Shape) -> [Violation] {
        var check = ShapeCheck()
        check.visit(value, shape, at: FieldPath())
        return check.violations
    }
}

/// One walk over a request and its shape.
private struct ShapeCheck {
    private(set) var violations: [Violation] = []

    mutating func visit(_ value: Value, _ shape: Shape, at path: FieldPath, sensitive: Bool = false) {
        let hidden = sensitive || shape.sensitive
        switch (shape.form, value.content) {
        case (_, .reference), (_, .joined), (.document, _): break
        case (.structure(let members), .object): structure(value, members, path)
        case (.list(let item, _, _), .list(let items)):
            bound(items.count, shape.count, "elements", path)
            for (index, element) in items.enumerated() {
                visit(element, item.shape, at: path.appending(String(index)), sensitive: hidden)
            }
        case (.map(let key, let item, _, _, _), .object): map(value, shape, key.shape, item.shape, hidden, path)
        default: scalar(value, shape.form, hidden, path)
        }
    }

    private mutating func note(_ path: FieldPath, _ message: String) { violations.append(Violation(path, message)) }

    private mutating func structure(_ value: Value, _ members: Members, _ path: FieldPath) {
        for member in members {
            if let inner = value[member.name], !inner.isNull {
                visit(inner, member.shape, at: path.appending(member.name), sensitive: member.sensitive)
            } else if member.required {
                note(path.appending(member.name), "is required")
            }
        }
        for (name, _) in value.sortedMembers where members[name] == nil {
            note(path.appending(name), "AWS's model has no such member")
        }
    }

    private mutating func map(
        _ value: Value, _ shape: Shape, _ key: Shape, _ item: Shape, _ hidden: Bool, _ path: FieldPath
    ) {
        let members = value.sortedMembers
        bound(members.count, shape.count, "entries", path)
        for (name, inner) in members {
            visit(.string(name), key, at: path.appending(name), sensitive: hidden)
            visit(inner, item, at: path.appending(name), sensitive: hidden)
        }
    }

    private mutating func scalar(_ value: Value, _ form: Shape.Form, _ hidden: Bool, _ path: FieldPath) {
        switch (form, value.content) {
        case (.string(let length), .string(let text)): bound(text.unicodeScalars.count, length, "characters", path)
        case (.enumeration(let words), .string(let text)):
            if !words.contains(text) { note(path, unknownWord(text, words, hidden)) }
        case (.integer(let range), .integer(let number)): bound(number, range, nil, path)
        case (.number(let range), .integer), (.number(let range), .number): bound(value.number ?? 0, range, path)
        case (.boolean, .bool), (.timestamp, .integer), (.timestamp, .number), (.blob, .bytes): break
        case (.timestamp, .string(let text)) where Timestamps.seconds(text) != nil: break
        case (.blob, .string(let text)) where Base64.decode(text) != nil: break
        default: note(path, "expected \(form.noun)")
        }
    }

    private func unknownWord(_ text: String, _ words: [String], _ hidden: Bool) -> String {
        let known = words.count > 12 ? "" : "; AWS knows \(words.joined(separator: ", "))"
        return (hidden ? "a word that AWS does not know" : "AWS does not know \"\(text)\"") + known
    }

    private mutating func bound(_ number: Int, _ range: ClosedRange<Int>?, _ unit: String?, _ path: FieldPath) {
        guard let range, !range.contains(number) else { return }
        let limit = number < range.lowerBound ? "at least \(range.lowerBound)" : "at most \(range.upperBound)"
        note(path, unit.map { "has \(number) \($0), AWS takes \(limit)" } ?? "has to be \(limit)")
    }

    private mutating func bound(_ number: Double, _ range: ClosedRange<Double>?, _ path: FieldPath) {
        guard let range, !range.contains(number) else { return }
        let low = "at least \(Numbers.text(range.lowerBound))"
        note(path, "has to be \(number < range.lowerBound ? low : "at most \(Numbers.text(range.upperBound))")")
    }
}

extension Shape.Form {
    /// What a value of this form is called.
    fileprivate var noun: String {
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
