import Model

/// How lists and names differ between the query protocol and EC2.
enum FormDialect {
    case query, ec2

    /// A member's name in forms.
    func name(_ member: Member) -> String {
        self == .ec2 && member.queryName == member.wireName ? member.wireName.withFirstCapital : member.queryName
    }

    /// What stands before the numbers of a list's items.
    func listPrefix(_ prefix: String, itemName: String, flattened: Bool) -> String {
        self == .ec2 || flattened ? prefix : "\(prefix).\(itemName)"
    }
}

/// Writes a value as form fields.
struct FormWriter {
    private let dialect: FormDialect
    private var body: String

    init(dialect: FormDialect, action: String, apiVersion: String) {
        self.dialect = dialect
        body = "Action=\(action)&Version=\(apiVersion)"
    }

    var request: WireRequest {
        WireRequest(
            headers: ["Content-Type": "application/x-www-form-urlencoded; charset=utf-8"], body: Array(body.utf8))
    }

    /// Adds the members of the operation's input.
    mutating func write(_ input: Value, _ shape: Shape) { write(input, shape, "") }

    private mutating func add(_ name: String, _ text: String) {
        body += "&\(QueryText.percentEncoded(name))=\(QueryText.percentEncoded(text))"
    }

    private mutating func write(_ value: Value, _ shape: Shape, _ prefix: String) {
        switch (shape.form, value.content) {
        case (_, .null): break
        case (.structure(let members), .object): structure(value, members, prefix)
        case (.list(let item, let name, let flattened), .list(let items)):
            list(items, item.shape, prefix, dialect.listPrefix(prefix, itemName: name, flattened: flattened))
        case (.map, .object): map(value, shape, prefix)
        case (_, .object), (_, .list): unknown(value, prefix)
        default: add(prefix, QueryText.scalar(value, shape.form))
        }
    }

    private mutating func structure(_ value: Value, _ members: Members, _ prefix: String) {
        let dotted = prefix.isEmpty ? "" : prefix + "."
        for member in members {
            guard let inner = value[member.name] else { continue }
            write(inner, member.shape, dotted + dialect.name(member))
        }
        for (name, inner) in value.sortedMembers where members[name] == nil {
            unknown(inner, dotted + name.withFirstCapital)
        }
    }

    private mutating func list(_ items: [Value], _ shape: Shape, _ prefix: String, _ itemPrefix: String) {
        if items.isEmpty, dialect == .query { add(prefix, "") }
        for (index, item) in items.enumerated() { write(item, shape, "\(itemPrefix).\(index + 1)") }
    }

    private mutating func map(_ value: Value, _ shape: Shape, _ prefix: String) {
        guard case .map(let key, let item, let keyName, let valueName, let flattened) = shape.form else { return }
        for (index, member) in value.sortedMembers.enumerated() {
            let entry = "\(prefix)\(flattened ? "" : ".entry").\(index + 1)"
            write(.string(member.name), key.shape, "\(entry).\(keyName)")
            write(member.value, item.shape, "\(entry).\(valueName)")
        }
    }

    /// A member that AWS's model lacks, written as its neighbours would be.
    private mutating func unknown(_ value: Value, _ prefix: String) {
        switch value.content {
        case .null: break
        case .object: structure(value, Members([]), prefix)
        case .list(let items):
            list(items, Self.document, prefix, dialect.listPrefix(prefix, itemName: "member", flattened: false))
        default: add(prefix, QueryText.scalar(value, .document))
        }
    }

    private static let document = Shape("Document", .document)
}
