import Model

/// A value of another tool's file, and how that file calls it.
struct ForeignNode: Sendable {
    let value: Value
    /// `services.api.ports[0]`; empty for the file itself.
    let member: String

    /// A file's top.
    init(_ value: Value) { self.init(value, "") }

    init(_ value: Value, _ member: String) {
        self.value = value
        self.member = member
    }

    /// A member that is written; nil for one that is not, and for one that says nothing.
    subscript(name: String) -> ForeignNode? {
        guard let member = value[name], !member.isNull else { return nil }
        return ForeignNode(member, path(name))
    }

    /// The members in the order in which they are written.
    var members: [(name: String, node: ForeignNode)] {
        let sorted = (value.object ?? [:]).sorted { one, other in
            let (first, second) = (one.value.keyPlace, other.value.keyPlace)
            if let first, let second, first != second { return first < second }
            return one.key < other.key
        }
        return sorted.map { ($0.key, ForeignNode($0.value, path($0.key))) }
    }

    /// A list's items; none for anything else.
    var items: [ForeignNode] {
        (value.list ?? []).enumerated().map { ForeignNode($1, "\(member)[\($0)]") }
    }

    /// True for a mapping.
    var isMapping: Bool { value.object != nil }
    /// A scalar as text; nil for lists and mappings.
    var text: String? { value.scalarText }
    /// Where it is written: its key, or itself in a list.
    var place: Place? { value.keyPlace ?? value.place }

    private func path(_ name: String) -> String { member.isEmpty ? name : "\(member).\(name)" }
}
