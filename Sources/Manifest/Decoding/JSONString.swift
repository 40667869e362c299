/// JSON's quoted strings with their escapes (RFC 8259, section 7).
enum JSONString {
    /// What is wrong, and at which byte.
    struct Problem: Error {
        let message: String
        let offset: Int
    }

    /// Reads the string whose opening quote is at `position`; leaves `position` after its closing quote.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) throws(Problem) -> String {
        let open = position
        position += 1
        var text: [UInt8] = []
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape(bytes, &position)).utf8)
            case 0..<0x20: throw Problem(message: "a control character stands in a text", offset: position)
            case let byte:
                text.append(byte)
                position += 1
            }
        }
        throw Problem(message: "a text has no closing quote", offset: open)
    }

    private static func escape(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
    ) throws(Problem) -> Unicode.Scalar {
        let start = position
        position += 2
        switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicode(bytes, &position, start)
        default: throw Problem(message: "the backslash begins no JSON escape", offset: start)
        }
    }

    private static func unicode(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ start: Int
    ) throws(Problem) -> Unicode.Scalar {
        let broken = Problem(message: "\\u stands before four hexadecimal digits of a character", offset: start)
        guard let high = hex(bytes, &position) else { throw broken }
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard (0xD800..<0xDC00).contains(high), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { throw broken }
        position += 2
        guard let low = hex(bytes, &position), (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw broken }
        return scalar
    }

    private static func hex(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        let digits = bytes[position..<position + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        position += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
