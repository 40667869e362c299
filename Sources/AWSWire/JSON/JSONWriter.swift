import Model

/// Appends values as JSON text.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ value: Value) {
        switch value.content {
        case .null, .reference, .joined: append("null")
        case .bool(let truth): append(truth ? "true" : "false")
        case .integer(let number): append(String(number))
        case .number(let number): write(number)
        case .string(let text): write(text)
        case .bytes(let data): write(Base64.encode(data))
        case .list(let items): write(items)
        case .object: write(value.sortedMembers)
        }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func write(_ number: Double) {
        // JSON has no words for these; AWS takes them as strings.
        number.isFinite ? append(Numbers.text(number)) : write(Numbers.text(number))
    }

    private mutating func write(_ items: [Value]) {
        append("[")
        for (index, item) in items.enumerated() {
            if index > 0 { append(",") }
            write(item)
        }
        append("]")
    }

    private mutating func write(_ members: [(name: String, value: Value)]) {
        append("{")
        for (index, member) in members.enumerated() {
            if index > 0 { append(",") }
            write(member.name)
            append(":")
            write(member.value)
        }
        append("}")
    }

    private mutating func write(_ text: String) {
        append("\"")
        for byte in text.utf8 { write(byte) }
        append("\"")
    }

    private mutating func write(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        case 0..<0x20: append("\\u00" + Hex.text([byte]))
        default: bytes.append(byte)
        }
    }
}
