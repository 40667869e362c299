import Model

/// A place in a manifest, with what its kind's table knows of it: nothing beside `spec`.
struct ManifestNode {
    private enum Form {
        case whole(SpecNode?)
        case spec(SpecNode)
        case plain
    }
    private let form: Form

    /// The top of a manifest of `kind`.
    init(_ kinds: KindTable, _ kind: String) { form = .whole(kinds.node(kind)) }

    private init(_ form: Form) { self.form = form }

    /// The place of a member or an element.
    func child(_ name: String) -> ManifestNode {
        switch form {
        case .whole(let node): ManifestNode(name == "spec" ? node.map(Form.spec) ?? .plain : .plain)
        case .spec(let node): ManifestNode(node.child(name).map(Form.spec) ?? .plain)
        case .plain: self
        }
    }

    /// The name under which a member is known, whatever its spelling.
    func canonical(_ name: String) -> String {
        if case .spec(let node) = form { node.spellings[name]?.name ?? name } else { name }
    }

    /// The member of `members` that `name` means, in any spelling.
    func key(_ name: String, in members: [String: Value]) -> String {
        if members[name] != nil { return name }
        let wanted = canonical(name)
        return members.keys.sorted().first { canonical($0) == wanted } ?? name
    }

    /// The members by which elements of this list are told apart; nil for a list that is replaced whole.
    var mergeKeys: [String]? {
        guard case .spec(let node) = form, case .keyed(let names) = node.rule?.elements else { return nil }
        return names
    }

    /// True for tags and attributes, which may be written as a list of keys and values.
    var takesPairs: Bool { if case .spec(let node) = form { node.takesPairs } else { false } }

    /// The text that tells `element` apart (`80/tcp`, `8000-8010/tcp`); nil when it says none of `keys`. A member that AWS
    /// fills in counts as filled in, one that is nowhere stated is left out: a port mapping has a port or a range.
    func identity(of element: Value, _ keys: [String]) -> String? {
        let (below, members) = (child("*"), element.object ?? [:])
        let stated = keys.map { members[below.key($0, in: members)]?.scalarText }
        guard zip(keys, stated).contains(where: { $1 != nil && below.child($0).standard == nil }) else { return nil }
        return zip(keys, stated).compactMap { $1 ?? below.child($0).standard }.joined(separator: "/")
    }

    private var standard: String? {
        guard case .spec(let node) = form else { return nil }
        return node.rule?.absent?.scalarText ?? (node.path.parts.last == "protocol" ? "tcp" : nil)
    }
}
