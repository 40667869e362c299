/// Reads the XML that AWS's replies consist of: no document type, no entities but the five, bounded depth and size.
struct XMLReader {
    static let depthLimit = 128
    static let elementLimit = 2_000_000

    private let bytes: [UInt8]
    private var position = 0
    private var elements = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The root element of a whole document.
    static func parse(_ bytes: [UInt8]) throws(XMLSyntaxError) -> XMLElement {
        var reader = XMLReader(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
        try reader.skipMisc()
        guard reader.at("<") else { throw reader.failure("no root element") }
        let root = try reader.element(depth: 1)
        try reader.skipMisc()
        guard reader.position == bytes.count else { throw reader.failure("text behind the root element") }
        return root
    }

    private func failure(_ reason: String) -> XMLSyntaxError { XMLSyntaxError(reason: reason, offset: position) }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func at(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard position + length <= bytes.count else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + length]) }
    }

    private mutating func skipBlanks() { while let byte = next, Self.isBlank(byte) { position += 1 } }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    /// Blanks, comments, the declaration.
    private mutating func skipMisc() throws(XMLSyntaxError) {
        skipBlanks()
        while try skipAside() { skipBlanks() }
    }

    /// One comment or processing instruction; false when there is none.
    private mutating func skipAside() throws(XMLSyntaxError) -> Bool {
        if at("<!--") { try skip(past: "-->") } else if at("<?") { try skip(past: "?>") } else { return false }
        return true
    }

    private mutating func skip(past end: StaticString) throws(XMLSyntaxError) {
        while position < bytes.count, !at(end) { position += 1 }
        guard at(end) else { throw failure("unexpected end") }
        position += end.utf8CodeUnitCount
    }
}

extension XMLReader {
    private mutating func element(depth: Int) throws(XMLSyntaxError) -> XMLElement {
        guard depth <= Self.depthLimit else { throw failure("nested deeper than \(Self.depthLimit)") }
        elements += 1
        guard elements <= Self.elementLimit else { throw failure("more than \(Self.elementLimit) elements") }
        guard !at("<!") else { throw failure("document types are not read") }
        position += 1
        let start = position
        let end = try name()
        let isEmpty = try skipAttributes()
        var element = XMLElement(name: try local(start..<end))
        if isEmpty { return element }
        try content(&element, depth: depth)
        try close(bytes[start..<end])
        return element
    }

    /// Reads to the end of a name and gives it.
    private mutating func name() throws(XMLSyntaxError) -> Int {
        let start = position
        while let byte = next, !Self.isBlank(byte), byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") {
            guard byte != UInt8(ascii: "<"), byte != UInt8(ascii: "=") else { break }
            position += 1
        }
        guard position > start else { throw failure("a name is missing") }
        return position
    }

    private func local(_ range: Range<Int>) throws(XMLSyntaxError) -> String {
        let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? range.lowerBound
        return try text(bytes[colon..<range.upperBound])
    }

    private func text(_ slice: ArraySlice<UInt8>) throws(XMLSyntaxError) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else { throw failure("not UTF-8") }
        return text
    }

    /// Passes over attributes and the end of the tag; true when the element is empty.
    private mutating func skipAttributes() throws(XMLSyntaxError) -> Bool {
        while true {
            skipBlanks()
            if at("/>") {
                position += 2
                return true
            }
            if at(">") {
                position += 1
                return false
            }
            try skipAttribute()
        }
    }

    private mutating func skipAttribute() throws(XMLSyntaxError) {
        _ = try name()
        skipBlanks()
        guard at("=") else { throw failure("an attribute has no value") }
        position += 1
        skipBlanks()
        guard at("\"") || at("'") else { throw failure("an attribute's value is not quoted") }
        if at("\"") {
            position += 1
            try skip(past: "\"")
        } else {
            position += 1
            try skip(past: "'")
        }
    }

    private mutating func content(_ element: inout XMLElement, depth: Int) throws(XMLSyntaxError) {
        var plain: [UInt8] = []
        loop: while true {
            guard let byte = next else { throw failure("unexpected end") }
            switch byte {
            case UInt8(ascii: "<"):
                if at("</") {
                    break loop
                } else if at("<![CDATA[") {
                    try data(into: &plain)
                } else if try !skipAside() {
                    element.children.append(try self.element(depth: depth + 1))
                }
            case UInt8(ascii: "&"): try reference(into: &plain)
            default:
                plain.append(byte)
                position += 1
            }
        }
        // Blanks between elements are layout.
        element.text = element.children.isEmpty || !plain.allSatisfy(Self.isBlank) ? try text(plain[...]) : ""
    }

    private mutating func close(_ opened: ArraySlice<UInt8>) throws(XMLSyntaxError) {
        position += 2
        let start = position
        let end = try name()
        guard bytes[start..<end] == opened else { throw failure("an end tag does not fit") }
        skipBlanks()
        guard at(">") else { throw failure("an end tag is not closed") }
        position += 1
    }

    private mutating func data(into plain: inout [UInt8]) throws(XMLSyntaxError) {
        position += 9
        let start = position
        try skip(past: "]]>")
        plain += bytes[start..<position - 3]
    }

    private mutating func reference(into plain: inout [UInt8]) throws(XMLSyntaxError) {
        let rest = bytes[position...].prefix(12)
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { throw failure("a reference is not closed") }
        guard let scalar = Self.scalar(try text(bytes[position + 1..<end])) else { throw failure("unknown reference") }
        plain += Array(String(Character(scalar)).utf8)
        position = end + 1
    }

    private static let entities: [String: Unicode.Scalar] = [
        "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'",
    ]

    private static func scalar(_ name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return entities[name] }
        let digits = name.dropFirst()
        let isHex = digits.hasPrefix("x")
        let number = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10)
        return number.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }
}
