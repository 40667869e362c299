extension Value {
    /// The text, when this is a string.
    public var string: String? { if case .string(let text) = content { text } else { nil } }
    /// The number, when this is an integer.
    public var integer: Int? { if case .integer(let number) = content { number } else { nil } }
    /// The number, when this is an integer or a floating-point number.
    public var number: Double? {
        switch content {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
    /// The truth value, when this is one.
    public var bool: Bool? { if case .bool(let truth) = content { truth } else { nil } }
    /// The items, when this is a list.
    public var list: [Value]? { if case .list(let items) = content { items } else { nil } }
    /// The members, when this is an object.
    public var object: [String: Value]? { if case .object(let members) = content { members } else { nil } }
    /// The reference, when this is one.
    public var reference: Reference? { if case .reference(let reference) = content { reference } else { nil } }
    /// True for the null value.
    public var isNull: Bool { content == .null }

    /// A member of an object; setting nil takes it away. Setting a member of something else makes it an object.
    public subscript(key: String) -> Value? {
        get { object?[key] }
        set {
            var members = object ?? [:]
            members[key] = newValue
            content = .object(members)
        }
    }

    /// The value below `path`; list elements by index. Nil when a step is missing.
    public subscript(path: FieldPath) -> Value? {
        path.parts.reduce(Optional(self)) { value, part in
            guard let items = value?.list else { return value?[part] }
            return Int(part).flatMap { items.indices.contains($0) ? items[$0] : nil }
        }
    }

    /// The members in the order of their names, so that output never depends on hashing.
    public var sortedMembers: [(name: String, value: Value)] {
        (object ?? [:]).map { ($0.key, $0.value) }.sorted { $0.name < $1.name }
    }

    /// The same value as written at `place`.
    public func at(_ place: Place?, key keyPlace: Place? = nil) -> Value { Value(content, at: place, key: keyPlace) }

    /// A scalar as AWS's string-valued maps carry it; nil for lists and objects.
    public var scalarText: String? {
        switch content {
        case .string(let text): text
        case .bool(let truth): truth ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let number): String(number)
        default: nil
        }
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
    public init(stringLiteral text: String) { self.init(.string(text)) }
    public init(integerLiteral number: Int) { self.init(.integer(number)) }
    public init(booleanLiteral truth: Bool) { self.init(.bool(truth)) }
    public init(floatLiteral number: Double) { self.init(.number(number)) }
    public init(dictionaryLiteral pairs: (String, Value)...) {
        self.init(.object(Dictionary(pairs) { _, last in last }))
    }
    public init(arrayLiteral items: Value...) { self.init(.list(items)) }
}
