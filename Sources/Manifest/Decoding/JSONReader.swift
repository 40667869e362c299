import Model

/// Strict JSON (RFC 8259) to located values, within the limits of DESIGN section 13.
struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let file: String
    private var position = 0
    private var nodes = 0
    private var found: [Diagnostic] = []
    // Where `here` was asked last: places are asked in rising order, so that long lines stay cheap.
    private var marker = (offset: 0, line: 1, column: 1)

    private init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
        self.bytes = bytes
        self.file = file
    }

    /// The one document of `bytes`, which are UTF-8.
    static func read(_ bytes: [UInt8], file: String) -> DecodedFile {
        bytes.withUnsafeBufferPointer { buffer in
            var reader = JSONReader(buffer, file: file)
            do throws(Diagnostic) {
                guard let value = try reader.document() else { return DecodedFile() }
                return DecodedFile(documents: [Document(value: value, diagnostics: reader.found)])
            } catch {
                return DecodedFile(failure: error)
            }
        }
    }

    private mutating func document() throws(Diagnostic) -> Value? {
        try skipSpace()
        guard current != nil else { return nil }
        let value = try value(depth: 0)
        try skipSpace()
        guard current == nil else { throw failure("something stands after the end of the document") }
        return value
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func value(depth: Int) throws(Diagnostic) -> Value {
        nodes += 1
        guard nodes <= Limits.nodes else { throw failure("the file holds more than \(Limits.nodes) values") }
        let place = here()
        switch current {
        case UInt8(ascii: "{"): return Value(.object(try object(depth: depth + 1)), at: place)
        case UInt8(ascii: "["): return Value(.list(try list(depth: depth + 1)), at: place)
        case UInt8(ascii: "\""): return Value(.string(try string()), at: place)
        case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
            return Value(try number(), at: place)
        case UInt8(ascii: "'"): throw failure("a text stands in double quotes")
        case nil: throw failure("the file ends where a value should stand")
        default: return Value(try word(), at: place)
        }
    }

    private mutating func object(depth: Int) throws(Diagnostic) -> [String: Value] {
        try enter(depth)
        var members: [String: Value] = [:]
        try skipSpace()
        if take("}") { return members }
        while true {
            let place = here()
            guard current == UInt8(ascii: "\"") else { throw failure("a key in double quotes should stand here") }
            let key = try string()
            try skipSpace()
            guard take(":") else { throw failure("a colon should stand after the key \(key)") }
            try skipSpace()
            var member = try value(depth: depth)
            member.keyPlace = place
            if let first = members[key], found.count < Limits.problems {
                found.append(.duplicate(key, first: first.keyPlace, at: place))
            }
            members[key] = members[key] ?? member
            if try ends("}") { return members }
        }
    }

    private mutating func list(depth: Int) throws(Diagnostic) -> [Value] {
        try enter(depth)
        var items: [Value] = []
        try skipSpace()
        if take("]") { return items }
        while true {
            items.append(try value(depth: depth))
            if try ends("]") { return items }
        }
    }

    private mutating func enter(_ depth: Int) throws(Diagnostic) {
        guard depth <= Limits.depth else { throw failure("more than \(Limits.depth) levels stand inside one another") }
        position += 1
    }

    /// After an element: true at the end, false after a comma.
    private mutating func ends(_ close: Unicode.Scalar) throws(Diagnostic) -> Bool {
        try skipSpace()
        if take(close) { return true }
        let comma = position
        guard take(",") else { throw failure("a comma or \(close) should stand here") }
        try skipSpace()
        if current == UInt8(ascii: close) {
            position = comma
            throw failure("a comma stands before \(close)", hint: "JSON has no trailing commas")
        }
        return false
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() throws(Diagnostic) {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
        if current == UInt8(ascii: "/") || current == UInt8(ascii: "#") { throw failure("JSON has no comments") }
    }

    private mutating func word() throws(Diagnostic) -> Value.Content {
        let start = position
        while let byte = current, Character(Unicode.Scalar(byte)).isLetter || byte == UInt8(ascii: "_") {
            position += 1
        }
        switch String(decoding: bytes[start..<position], as: UTF8.self) {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default:
            position = start
            throw failure("a value should stand here", hint: "a text stands in double quotes")
        }
    }

    private mutating func number() throws(Diagnostic) -> Value.Content {
        let start = position
        while let byte = current, (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let leadingZero = digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true
        guard !leadingZero, digits.first?.isNumber == true, !text.contains(".e"), !text.contains(".E"),
            text.last?.isNumber == true, let form = DecimalForm(digits.utf8)
        else { throw failure("the number is not written as JSON has it", from: start) }
        if form == .integer, let number = Int(text) { return .integer(number) }
        if form == .floating, let number = Double(text), number.isFinite { return .number(number) }
        throw failure("the number does not fit into 64 bits", hint: "put it in quotes when it is a text", from: start)
    }

    private mutating func string() throws(Diagnostic) -> String {
        do throws(JSONString.Problem) {
            return try JSONString.read(bytes, &position)
        } catch {
            throw failure(error.message, from: error.offset)
        }
    }

    private mutating func here() -> Place {
        while marker.offset < position {
            let byte = bytes[marker.offset]
            marker.offset += 1
            if byte == 0x0A {
                marker.line += 1
                marker.column = 1
            } else if marker.offset >= bytes.count || bytes[marker.offset] & 0xC0 != 0x80 {
                marker.column += 1
            }
        }
        return Place(file: file, line: marker.line, column: marker.column)
    }

    private func failure(_ message: String, hint: String? = nil, from offset: Int? = nil) -> Diagnostic {
        Diagnostic(
            "not JSON: \(message)", hint: hint, at: TextPlace.of(offset: offset ?? position, in: bytes, file: file))
    }
}
