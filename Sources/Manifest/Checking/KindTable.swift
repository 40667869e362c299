import Model

/// The kinds of one read, with what was found out about their shapes so far.
final class KindTable {
    private let kinds: [String: ManifestKind]
    private var nodes: [String: SpecNode] = [:]
    /// Kinds that manifests may have.
    let manifestKinds: [String]

    /// The table of these kinds, parts' kinds among them.
    init(_ kinds: [ManifestKind]) {
        self.kinds = Dictionary(kinds.map { ($0.schema.kind, $0) }) { first, _ in first }
        manifestKinds = kinds.filter(\.schema.isManifest).map(\.schema.kind).sorted()
    }

    /// The kind of this name.
    subscript(kind: String) -> ManifestKind? { kinds[kind] }

    /// The top of the kind's shape; nil for kinds that nobody named.
    func node(_ kind: String) -> SpecNode? {
        if let node = nodes[kind] { return node }
        guard let known = kinds[kind] else { return nil }
        let node = SpecNode(known.schema)
        nodes[kind] = node
        return node
    }

    /// True where a manifest may be written in place of its name: kinds whose spec may also stand in a file.
    func allowsInline(_ node: SpecNode) -> Bool {
        guard let target = node.target, case .string = node.shape.form else { return false }
        return kinds[target.kind]?.fileMember != nil
    }
}
