/// The one tree of manifests, live state, requests and replies. Members have AWS's names in lower camel case.
///
/// Equality and hashes ignore where a value was written.
public struct Value: Sendable, Hashable {
    /// What a value holds, apart from its place.
    public indirect enum Content: Sendable, Hashable {
        case null
        case bool(Bool)
        case integer(Int)
        case number(Double)
        case string(String)
        /// Binary data, as AWS's blob members carry it.
        case bytes([UInt8])
        case list([Value])
        case object([String: Value])
        /// What AWS gives out later; "(known after apply)" until then.
        case reference(Reference)
        /// A string made of several parts, of which some are references.
        case joined([Value])
    }

    /// What it holds.
    public var content: Content
    /// Where it was written; nil for what did not come from a file.
    public var place: Place?
    /// Where the key that holds it was written; nil in lists and for what did not come from a file.
    public var keyPlace: Place?

    /// A value written at `place`.
    public init(_ content: Content, at place: Place? = nil, key keyPlace: Place? = nil) {
        self.content = content
        self.place = place
        self.keyPlace = keyPlace
    }

    /// The null value, written nowhere.
    public static let null = Value(.null)
    /// An object without members.
    public static let emptyObject = Value(.object([:]))

    /// A string written nowhere.
    public static func string(_ text: String) -> Value { Value(.string(text)) }
    /// An integer written nowhere.
    public static func integer(_ number: Int) -> Value { Value(.integer(number)) }
    /// A truth value written nowhere.
    public static func bool(_ truth: Bool) -> Value { Value(.bool(truth)) }
    /// A list written nowhere.
    public static func list(_ items: [Value]) -> Value { Value(.list(items)) }
    /// An object written nowhere.
    public static func object(_ members: [String: Value]) -> Value { Value(.object(members)) }
    /// A reference written nowhere.
    public static func reference(_ resource: ResourceID, _ output: String) -> Value {
        Value(.reference(Reference(resource, output)))
    }

    public static func == (a: Value, b: Value) -> Bool { a.content == b.content }
    public func hash(into hasher: inout Hasher) { hasher.combine(content) }
}
