import Model
import Simulation

/// What an attribute's value is: an object of one member, its type in small letters.
enum DynamoAttribute {
    private static let types = ["s", "n", "b", "ss", "ns", "bs", "m", "l", "null", "bool"]

    /// The type in small letters and the value; nil for what is no attribute.
    static func parts(_ attribute: Value) -> (type: String, value: Value)? {
        let members = attribute.sortedMembers
        guard members.count == 1, let member = members.first, types.contains(member.name) else { return nil }
        return (member.name, member.value)
    }

    /// Throws DynamoDB's refusal for what may not be written.
    static func check(_ attribute: Value, of name: String) throws(Refusal) {
        guard let (type, value) = parts(attribute) else {
            throw LocalDynamoDB.invalid(
                "Supplied AttributeValue is empty or has more than one datatypes, must contain exactly one of the supported datatypes"
            )
        }
        switch type {
        case "n":
            guard DynamoNumber(value.string ?? "") != nil else {
                throw LocalDynamoDB.invalid(
                    "The parameter cannot be converted to a numeric value: \(value.string ?? "")")
            }
        case "ss", "ns", "bs":
            guard value.list?.isEmpty == false else {
                throw LocalDynamoDB.invalid(
                    "One or more parameter values were invalid: An \(kind(type)) may not be empty")
            }
            guard Set(value.list ?? []).count == value.list?.count else {
                throw LocalDynamoDB.invalid(
                    "One or more parameter values were invalid: Input collection contains duplicates.")
            }
        case "l": for item in value.list ?? [] { try check(item, of: name) }
        case "m": for (key, item) in value.sortedMembers { try check(item, of: key) }
        default: return
        }
    }

    private static func kind(_ type: String) -> String {
        ["ss": "string set", "ns": "number set"][type] ?? "binary set"
    }

    /// Whether both hold the same; numbers by their value.
    static func isEqual(_ left: Value, _ right: Value) -> Bool {
        guard let (type, a) = parts(left), let (other, b) = parts(right), type == other else { return false }
        switch type {
        case "n": return number(a) == number(b)
        case "ns": return Set((a.list ?? []).map { number($0)?.text }) == Set((b.list ?? []).map { number($0)?.text })
        case "ss", "bs": return Set(a.list ?? []) == Set(b.list ?? [])
        default: return a == b
        }
    }

    /// Whether the first comes before the second; nil when they can not be compared.
    static func isLess(_ left: Value?, _ right: Value?) -> Bool? {
        guard let left, let right, let (type, a) = parts(left), let (other, b) = parts(right), type == other else {
            return nil
        }
        switch (a.content, b.content) {
        case (.string(let a), .string(let b)) where type == "s": return a.utf8.lexicographicallyPrecedes(b.utf8)
        case (.string(let a), .string(let b)) where type == "n":
            guard let a = DynamoNumber(a), let b = DynamoNumber(b) else { return nil }
            return a < b
        case (.bytes(let a), .bytes(let b)): return a.lexicographicallyPrecedes(b)
        default: return nil
        }
    }

    /// DynamoDB's `size`: bytes of text, members of collections; nil for what has none.
    static func size(_ attribute: Value) -> Int? {
        guard let (type, value) = parts(attribute) else { return nil }
        switch value.content {
        case .string(let text): return type == "s" ? text.utf8.count : nil
        case .bytes(let bytes): return bytes.count
        case .list(let items): return items.count
        case .object(let members): return members.count
        default: return nil
        }
    }

    private static func number(_ value: Value) -> DynamoNumber? { value.string.flatMap { DynamoNumber($0) } }
}
