internal import Crypto
public import Model

/// A short text that two specs share exactly when they want the same, apart from what is sensitive.
public enum SpecHash {
    /// `sha256:` and 64 hexadecimal digits of the canonical JSON of `spec`: members sorted, references as
    /// `${Kind/name.output}`, members that `schema` calls sensitive left out. Places and order play no part.
    public static func of(_ spec: Value, _ schema: KindSchema) -> String { hash(spec, CanonicalJSON(schema)) }

    /// The same of anything, with nothing left out: for what holds nothing sensitive.
    public static func of(_ value: Value) -> String { hash(value, CanonicalJSON()) }

    private static func hash(_ value: Value, _ empty: CanonicalJSON) -> String {
        var writer = empty
        writer.write(value, at: FieldPath())
        let digest = SHA256.hash(data: writer.bytes)
        return "sha256:" + digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}

/// JSON without spaces, members in the order of their names.
struct CanonicalJSON {
    private(set) var bytes: [UInt8] = []
    private let schema: KindSchema?

    /// A writer that leaves out what `schema` calls sensitive.
    init(_ schema: KindSchema? = nil) { self.schema = schema }

    /// Appends `value`, which stands at `path`.
    mutating func write(_ value: Value, at path: FieldPath) {
        switch value.content {
        case .null: add("null")
        case .bool(let truth): add(truth ? "true" : "false")
        case .integer(let number): add(String(number))
        // 1 and 1.0 are the same number, however it was read.
        case .number(let number): add(Int(exactly: number).map(String.init) ?? String(number))
        case .string(let text): add(quoted: text)
        case .bytes(let data): add(quoted: data.map { String($0, radix: 16) }.joined(separator: "."))
        case .list(let items): write(items, at: path)
        case .object: write(members: value, at: path)
        case .reference(let reference): add(quoted: reference.placeholder)
        case .joined(let parts): add(quoted: parts.map { $0.reference?.placeholder ?? $0.scalarText ?? "" }.joined())
        }
    }

    private mutating func write(_ items: [Value], at path: FieldPath) {
        add("[")
        for (index, item) in items.enumerated() {
            if index > 0 { add(",") }
            write(item, at: path.appending("*"))
        }
        add("]")
    }

    private mutating func write(members value: Value, at path: FieldPath) {
        add("{")
        var isFirst = true
        for (name, member) in value.sortedMembers {
            let below = path.appending(name)
            if schema?.isSensitive(below) == true { continue }
            if !isFirst { add(",") }
            isFirst = false
            add(quoted: name)
            add(":")
            write(member, at: below)
        }
        add("}")
    }

    private mutating func add(_ text: String) { bytes += text.utf8 }

    private mutating func add(quoted text: String) {
        add("\"")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: add("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
        add("\"")
    }
}

extension Reference {
    /// `${Kind/name.output}`.
    var placeholder: String { "${\(resource).\(output)}" }
}
