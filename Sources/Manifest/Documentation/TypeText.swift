import Model

extension Shape {
    /// What a value must be, for a person: `integer, 1 to 65535`.
    var typeText: String {
        switch form {
        case .structure: "mapping"
        case .list(let element, _, _): "list of \(element.shape.elementText)" + counted("elements")
        case .map(_, let value, _, _, _): "mapping of names to \(value.shape.elementText)" + counted("entries")
        case .enumeration: "one word"
        case .string(let range): "string" + bounds(range, " characters")
        case .integer(let range): "integer" + bounds(range, "")
        case .number(let range): "number" + (range.map { ", \(RangeText.of($0))" } ?? "")
        case .boolean: "true or false"
        case .timestamp: "time"
        case .blob: "data in Base64"
        case .document: "anything"
        }
    }

    private var elementText: String {
        switch form {
        case .structure: "mappings"
        case .list: "lists"
        case .map: "mappings"
        case .enumeration: "words"
        case .string: "strings"
        case .integer: "integers"
        case .number: "numbers"
        default: typeText
        }
    }

    private func counted(_ noun: String) -> String { bounds(count, " " + noun) }

    private func bounds(_ range: ClosedRange<Int>?, _ unit: String) -> String {
        range.map { ", \(RangeText.of($0))\(unit)" } ?? ""
    }

    /// The words of an enumeration; nil for other shapes.
    var words: [String]? { if case .enumeration(let words) = form { words } else { nil } }
}
