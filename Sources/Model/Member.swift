/// A member of a structure.
public struct Member: Sendable {
    /// AWS's name in lower camel case: the one that manifests, diffs and code use.
    public let name: String
    /// AWS's own spelling.
    public let awsName: String
    /// The name in requests and replies of the service's protocol.
    public let wireName: String
    /// The name in requests where it differs from replies (EC2's query names); equal to `wireName` otherwise.
    public let queryName: String
    /// True when AWS demands it.
    public let required: Bool
    /// True when AWS marks the member's value as sensitive.
    public let sensitive: Bool
    /// True for a client token that makes repeating the call safe.
    public let isIdempotencyToken: Bool
    private let target: ShapeReference

    /// A member that holds `target`.
    public init(
        _ name: String, _ target: ShapeReference, awsName: String? = nil, wireName: String? = nil,
        queryName: String? = nil, required: Bool = false, sensitive: Bool = false, isIdempotencyToken: Bool = false
    ) {
        self.name = name
        self.awsName = awsName ?? name
        self.wireName = wireName ?? self.awsName
        self.queryName = queryName ?? self.wireName
        self.required = required
        self.sensitive = sensitive
        self.isIdempotencyToken = isIdempotencyToken
        self.target = target
    }

    /// What the member holds.
    public var shape: Shape { target.shape }
    /// The same member, no longer demanded.
    public var optional: Member { with(required: false) }
    /// The same member, demanded although AWS's model does not say so.
    public var demanded: Member { with(required: true) }

    /// The same member, of another shape.
    public func holding(_ shape: Shape) -> Member { with(required: required, ShapeReference(shape)) }

    private func with(required: Bool, _ other: ShapeReference? = nil) -> Member {
        Member(
            name, other ?? target, awsName: awsName, wireName: wireName, queryName: queryName, required: required,
            sensitive: sensitive, isIdempotencyToken: isIdempotencyToken)
    }
}

/// The members of a structure, in AWS's order, found by name.
public struct Members: Sendable, Sequence {
    private let ordered: [Member]
    private let positions: [String: Int]

    /// These members; a later one of the same name replaces the earlier.
    public init(_ members: [Member]) {
        var ordered: [Member] = []
        var positions: [String: Int] = [:]
        for member in members {
            if let position = positions[member.name] {
                ordered[position] = member
            } else {
                positions[member.name] = ordered.count
                ordered.append(member)
            }
        }
        self.ordered = ordered
        self.positions = positions
    }

    /// The member of this name in lower camel case.
    public subscript(name: String) -> Member? { positions[name].map { ordered[$0] } }
    /// The names in AWS's order.
    public var names: [String] { ordered.map(\.name) }
    public func makeIterator() -> IndexingIterator<[Member]> { ordered.makeIterator() }
}
