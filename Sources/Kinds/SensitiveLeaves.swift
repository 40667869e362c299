import Model

extension KindSchema {
    /// What the tables call sensitive in `spec`, leaf by leaf. Elements of a list stand under their keys, so that their order
    /// plays no part.
    func sensitiveLeaves(of spec: Value) -> [FieldPath: Value] {
        var found: [FieldPath: Value] = [:]
        collect(spec, at: FieldPath(), into: &found)
        return found
    }

    private func collect(_ value: Value, at path: FieldPath, into found: inout [FieldPath: Value]) {
        switch value.content {
        case .object(let members):
            for (name, member) in members { collect(member, at: path.appending(name), into: &found) }
        case .list(let items):
            for (index, item) in items.enumerated() {
                collect(item, at: path.appending(key(of: item, index, in: path)), into: &found)
            }
        case .null: return
        default:
            // AWS gives texts back whatever was sent, and may leave out what is empty.
            guard isSensitive(path), value.scalarText != "" else { return }
            found[path] = value.scalarText.map { .string($0) } ?? value
        }
    }

    private func key(of item: Value, _ index: Int, in list: FieldPath) -> String {
        guard case .keyed(let names)? = rule(at: list)?.elements else { return String(index) }
        return elementName(item, keyedBy: names, at: list)
    }
}
