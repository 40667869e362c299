import Model

/// Values as JSON text; members stand in the order of their names.
enum JSONText {
    /// On one line.
    static func line(_ value: Value) -> String {
        var writer = CanonicalJSON()
        writer.write(value, at: FieldPath())
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Over several lines, two spaces a level.
    static func pretty(_ value: Value, indent: String = "") -> String {
        let deeper = indent + "  "
        switch value.content {
        case .object(let members) where !members.isEmpty:
            let lines = value.sortedMembers.map {
                "\(deeper)\(line(.string($0.name))): \(pretty($0.value, indent: deeper))"
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        case .list(let items) where items.contains { $0.object != nil || $0.list != nil }:
            return "[\n" + items.map { deeper + pretty($0, indent: deeper) }.joined(separator: ",\n") + "\n\(indent)]"
        case .list(let items): return "[" + items.map(line).joined(separator: ", ") + "]"
        default: return line(value)
        }
    }
}
