/// What a value must look like, as AWS's service model says.
///
/// Member names are AWS's in lower camel case; what stands on the wire is `Member.wireName`.
public struct Shape: Sendable {
    /// The type of a shape, with what it is made of.
    public indirect enum Form: Sendable {
        case structure(Members)
        /// `wireName` is the element's name in XML and query lists (`member` unless said); flattened lists have no wrapper.
        case list(ShapeReference, wireName: String, flattened: Bool)
        /// Wire names are those of XML and query maps (`key`, `value` unless said).
        case map(key: ShapeReference, value: ShapeReference, keyName: String, valueName: String, flattened: Bool)
        /// The words that AWS knows; AWS may know newer ones.
        case enumeration([String])
        /// Length in characters, where AWS bounds it.
        case string(ClosedRange<Int>?)
        case integer(ClosedRange<Int>?)
        case number(ClosedRange<Double>?)
        case boolean
        case timestamp
        case blob
        /// Free JSON.
        case document
    }

    /// AWS's shape name, or ours for shapes that a kind adds.
    public let name: String
    /// The type.
    public let form: Form
    /// True when AWS marks every value of the shape as sensitive.
    public let sensitive: Bool
    /// How many elements a list or map may have; nil when AWS does not bound it.
    public let count: ClosedRange<Int>?

    /// A shape of this name and form.
    public init(_ name: String, _ form: Form, sensitive: Bool = false, count: ClosedRange<Int>? = nil) {
        self.name = name
        self.form = form
        self.sensitive = sensitive
        self.count = count
    }

    /// The members, when this is a structure.
    public var members: Members? { if case .structure(let members) = form { members } else { nil } }

    /// What a JSON pointer's next step leads to; nil for unknown members and scalars.
    public func child(_ part: String) -> Shape? {
        switch form {
        case .structure(let members): members[part]?.shape
        case .list(let element, _, _): element.shape
        case .map(_, let value, _, _, _): value.shape
        default: nil
        }
    }
}
