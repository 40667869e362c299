import Model

/// One object of a reply, read by AWS's member names; what is missing or of another kind is nil.
struct ObservedRow {
    private let members: [String: Value]

    init(_ value: Value) { members = value.object ?? [:] }

    /// The member as it came.
    subscript(name: String) -> Value? { members[name] }

    /// A text that is not empty.
    func text(_ name: String) -> String? { members[name]?.string.flatMap { $0.isEmpty ? nil : $0 } }

    /// A whole number, or a text that is one, as AWS writes some.
    func number(_ name: String) -> Int? {
        guard let value = members[name] else { return nil }
        return value.integer ?? value.number.flatMap { Int(exactly: $0.rounded()) } ?? value.string.flatMap { Int($0) }
    }

    func flag(_ name: String) -> Bool? { members[name]?.bool }

    /// The object of this name; one without members when it is missing.
    func row(_ name: String) -> ObservedRow { ObservedRow(members[name] ?? .emptyObject) }

    /// The objects of a list; none when it is missing.
    func rows(_ name: String) -> [ObservedRow] { (members[name]?.list ?? []).map(ObservedRow.init) }

    /// The texts of a list.
    func texts(_ name: String) -> [String] { (members[name]?.list ?? []).compactMap(\.string) }

    /// A point of time; AWS's replies carry seconds since 1970.
    func time(_ name: String) -> Instant? {
        members[name]?.number.flatMap { Int64(exactly: ($0 * 1000).rounded()) }.map(Instant.init(milliseconds:))
    }

    /// The members but some.
    func without(_ names: [String]) -> Value {
        var copy = members
        for name in names { copy[name] = nil }
        return .object(copy)
    }

    /// AWS's list of `{key, value}`.
    var tags: Value { members["tags"] ?? .list([]) }
}

extension ObservedRow {
    /// What stands behind the last slash of an ARN: a name or an id.
    static func last(_ arn: String) -> String {
        guard let slash = arn.utf8.lastIndex(of: UInt8(ascii: "/")) else { return arn }
        return String(arn[arn.utf8.index(after: slash)...])
    }

    /// The last part of the ARN in a member.
    func name(of member: String) -> String? { text(member).map(Self.last) }

    /// The cluster in an ARN `…/<cluster>/<id>`; nil in the short form that old accounts have.
    static func cluster(in arn: String) -> String? {
        let parts = arn.split(separator: "/")
        return parts.count > 2 ? String(parts[parts.count - 2]) : nil
    }
}
