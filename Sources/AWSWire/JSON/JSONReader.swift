import Model

/// Reads one JSON text, by a shape where one is known: wire names become AWS's names in lower camel case.
struct JSONReader {
    private typealias Failure = JSON.SyntaxError
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The whole text as one value.
    mutating func whole(_ shape: WireShape) throws(JSON.SyntaxError) -> Value {
        let value = try self.value(shape)
        skipBlanks()
        guard position == bytes.count else { throw failure("text behind the value") }
        return value
    }

    private func failure(_ reason: String) -> JSON.SyntaxError {
        JSON.SyntaxError(reason: reason, offset: position)
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func value(_ shape: WireShape) throws(JSON.SyntaxError) -> Value {
        skipBlanks()
        guard let byte = next else { throw failure("unexpected end") }
        switch byte {
        case UInt8(ascii: "{"): return try nested { reader throws(JSON.SyntaxError) in try reader.object(shape) }
        case UInt8(ascii: "["): return try nested { reader throws(JSON.SyntaxError) in try reader.list(shape) }
        case UInt8(ascii: "\""): return shape.scalar(.string(try string()))
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return shape.scalar(try number())
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSON.SyntaxError) -> Value
    ) throws(JSON.SyntaxError) -> Value {
        guard depth < JSON.depthLimit else { throw failure("nested deeper than \(JSON.depthLimit)") }
        depth += 1
        position += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    private mutating func object(_ shape: WireShape) throws(JSON.SyntaxError) -> Value {
        var members: [String: Value] = [:]
        skipBlanks()
        if accept(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw failure("a key has to be a string") }
            let (name, inner) = shape.member(try string())
            skipBlanks()
            guard accept(UInt8(ascii: ":")) else { throw failure("a colon is missing") }
            let value = try self.value(inner)
            // A null in a reply says nothing; in free JSON it is a value.
            if !shape.dropsNulls || !value.isNull { members[name] = value }
            skipBlanks()
        } while accept(UInt8(ascii: ","))
        guard accept(UInt8(ascii: "}")) else { throw failure("an object is not closed") }
        return .object(members)
    }

    private mutating func list(_ shape: WireShape) throws(JSON.SyntaxError) -> Value {
        var items: [Value] = []
        skipBlanks()
        if accept(UInt8(ascii: "]")) { return .list(items) }
        let inner = shape.element
        repeat {
            let item = try value(inner)
            if !shape.dropsNulls || !item.isNull { items.append(item) }
            skipBlanks()
        } while accept(UInt8(ascii: ","))
        guard accept(UInt8(ascii: "]")) else { throw failure("a list is not closed") }
        return .list(items)
    }

    private mutating func accept(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func word(_ text: StaticString, _ value: Value) throws(JSON.SyntaxError) -> Value {
        let length = text.utf8CodeUnitCount
        let end = min(position + length, bytes.count)
        guard text.withUTF8Buffer({ $0.elementsEqual(bytes[position..<end]) }) else { throw failure("unknown word") }
        position += length
        return value
    }
}

extension JSONReader {
    private mutating func number() throws(JSON.SyntaxError) -> Value {
        let start = position
        _ = accept(UInt8(ascii: "-"))
        let whole = try digits()
        // JSON forbids leading zeros.
        guard whole.count == 1 || bytes[whole.lowerBound] != UInt8(ascii: "0") else { throw failure("leading zero") }
        let isWhole = try !fraction()
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let integer = Int(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else { throw failure("number out of range") }
        return Value(.number(number))
    }

    private mutating func digits() throws(JSON.SyntaxError) -> Range<Int> {
        let start = position
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
        guard position > start else { throw failure(start < bytes.count ? "unexpected character" : "unexpected end") }
        return start..<position
    }

    /// Reads what stands behind the whole part; false when nothing does.
    private mutating func fraction() throws(JSON.SyntaxError) -> Bool {
        let start = position
        if accept(UInt8(ascii: ".")) { _ = try digits() }
        if accept(UInt8(ascii: "e")) || accept(UInt8(ascii: "E")) {
            if !accept(UInt8(ascii: "-")) { _ = accept(UInt8(ascii: "+")) }
            _ = try digits()
        }
        return position > start
    }

    private mutating func string() throws(JSON.SyntaxError) -> String {
        position += 1
        let start = position
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                defer { position += 1 }
                return try text(bytes[start..<position])
            case UInt8(ascii: "\\"): return try escapedString(from: start)
            case 0..<0x20: throw failure("control character in a string")
            default: position += 1
            }
        }
        throw failure("a string is not closed")
    }

    private func text(_ slice: ArraySlice<UInt8>) throws(JSON.SyntaxError) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else { throw failure("a string is not UTF-8") }
        return text
    }

    private mutating func escapedString(from start: Int) throws(JSON.SyntaxError) -> String {
        var plain = Array(bytes[start..<position])
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(plain[...])
            case UInt8(ascii: "\\"): plain.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20: throw failure("control character in a string")
            default: plain.append(byte)
            }
        }
        throw failure("a string is not closed")
    }

    private mutating func escape() throws(JSON.SyntaxError) -> Character {
        guard let byte = next else { throw failure("unexpected end") }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
        case UInt8(ascii: "u"): return Character(try scalar())
        default: throw failure("unknown escape")
        }
    }

    private mutating func scalar() throws(JSON.SyntaxError) -> Unicode.Scalar {
        let unit = try codeUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, accept(UInt8(ascii: "\\")), accept(UInt8(ascii: "u")) else {
            throw failure("half a surrogate pair")
        }
        let low = try codeUnit()
        guard low >= 0xDC00, low < 0xE000,
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw failure("half a surrogate pair") }
        return scalar
    }

    private mutating func codeUnit() throws(JSON.SyntaxError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Hex.value(byte) else { throw failure("four digits have to follow \\u") }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }
}
