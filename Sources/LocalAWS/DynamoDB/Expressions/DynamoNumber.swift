import FoundationEssentials
import Model

/// A number as DynamoDB holds it: up to 38 digits, sent as text.
struct DynamoNumber: Comparable {
    let value: Decimal

    /// The number of an attribute of type `N`; nil for other types and for what is no number.
    init?(_ scalar: Value, of type: String) {
        guard type == "N", let text = scalar.string else { return nil }
        self.init(text)
    }

    /// The number that `text` writes; nil for none.
    init?(_ text: String) {
        let isNumber = !text.isEmpty && text.utf8.allSatisfy { "+-.eE0123456789".utf8.contains($0) }
        guard isNumber, text.utf8.contains(where: { 48...57 ~= $0 }), let value = Decimal(string: text) else {
            return nil
        }
        self.value = value
    }

    init(_ value: Decimal) { self.value = value }

    /// The shortest way to write it: equal numbers have equal texts.
    var text: String { value.description }

    static func < (left: DynamoNumber, right: DynamoNumber) -> Bool { left.value < right.value }
}
