import Model

/// Reads a form into the tree that its dotted names say.
struct FormReader {
    /// Beyond what AWS's deepest input needs.
    static let depthLimit = 64

    /// One dotted step of a form's names.
    struct Node {
        var text: String?
        var children: [Substring: Node] = [:]

        mutating func add(_ path: ArraySlice<Substring>, _ text: String) {
            guard let first = path.first else { return self.text = text }
            children[first, default: Node()].add(path.dropFirst(), text)
        }

        /// The children with numbers for names, in the order of the numbers.
        var items: [Node] {
            children.compactMap { child in Int(child.key).map { ($0, child.value) } }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    let root: Node

    init(_ body: [UInt8]) throws(WireError) {
        guard let text = String(validating: body, as: UTF8.self) else { throw .malformed("the form is not UTF-8") }
        var root = Node()
        for field in text.split(separator: "&") {
            let halves = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = QueryText.percentDecoded(halves[0]),
                let value = QueryText.percentDecoded(halves.count > 1 ? halves[1] : "")
            else { throw .malformed("percent-encoding") }
            let path = name.split(separator: ".")
            guard path.count <= Self.depthLimit else { throw .malformed("a name has too many parts") }
            root.add(path[...], value)
        }
        self.root = root
    }

    /// The request that the form holds.
    func incoming(_ dialect: FormDialect) throws(WireError) -> Incoming {
        guard let action = root.children["Action"]?.text else { throw .malformed("no Action") }
        return Incoming(operation: action, version: root.children["Version"]?.text) { shape throws(WireError) in
            var root = root
            root.children["Action"] = nil
            root.children["Version"] = nil
            return Self.value(root, shape, dialect)
        }
    }

    private static func value(_ node: Node, _ shape: Shape, _ dialect: FormDialect) -> Value {
        switch shape.form {
        case .structure(let members): structure(node, members, dialect)
        case .list(let item, let name, let flattened):
            list(dialect == .ec2 || flattened ? node : node.children[Substring(name)] ?? Node(), item.shape, dialect)
        case .map: map(node, shape, dialect)
        default: node.children.isEmpty ? scalar(node.text ?? "", shape.form) : unknown(node)
        }
    }

    private static func structure(_ node: Node, _ members: Members, _ dialect: FormDialect) -> Value {
        var rest = node.children
        var object: [String: Value] = [:]
        for member in members {
            guard let found = rest.removeValue(forKey: Substring(dialect.name(member))) else { continue }
            object[member.name] = value(found, member.shape, dialect)
        }
        for (name, child) in rest { object[name.lowerCamel] = unknown(child) }
        return .object(object)
    }

    private static func list(_ node: Node, _ shape: Shape, _ dialect: FormDialect) -> Value {
        .list(node.items.map { value($0, shape, dialect) })
    }

    private static func map(_ node: Node, _ shape: Shape, _ dialect: FormDialect) -> Value {
        guard case .map(_, let item, let keyName, let valueName, let flattened) = shape.form else {
            return .emptyObject
        }
        let entries = (flattened ? node : node.children["entry"] ?? Node()).items
        let pairs = entries.map { entry in
            let inner = entry.children[Substring(valueName)] ?? Node()
            return (entry.children[Substring(keyName)]?.text ?? "", value(inner, item.shape, dialect))
        }
        return .object(Dictionary(pairs) { _, last in last })
    }

    private static func scalar(_ text: String, _ form: Shape.Form) -> Value {
        XMLValues.value(XMLElement(name: "", text: text), Shape("Scalar", form))
    }

    private static func unknown(_ node: Node) -> Value {
        guard node.text == nil || !node.children.isEmpty else { return .string(node.text ?? "") }
        if let items = node.children["member"]?.items, !items.isEmpty { return .list(items.map(unknown)) }
        if !node.items.isEmpty { return .list(node.items.map(unknown)) }
        let pairs = node.children.map { ($0.key.lowerCamel, unknown($0.value)) }
        return .object(Dictionary(pairs) { _, last in last })
    }
}
