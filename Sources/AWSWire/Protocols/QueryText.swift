import Model

/// Scalars and names as query forms and XML carry them.
package enum QueryText {
    /// A scalar's text; empty for what has none.
    static func scalar(_ value: Value, _ form: Shape.Form) -> String {
        switch (form, value.content) {
        case (_, .bytes(let data)): Base64.encode(data)
        case (.timestamp, .integer(let seconds)): Timestamps.iso8601(Double(seconds))
        case (.timestamp, .number(let seconds)): Timestamps.iso8601(seconds)
        case (_, .number(let number)): Numbers.text(number)
        default: value.scalarText ?? ""
        }
    }

    /// Percent-encodes all but RFC 3986's unreserved characters.
    static func percentEncoded(_ text: String) -> String {
        guard !text.utf8.allSatisfy(isUnreserved) else { return text }
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// Undoes percent-encoding; `+` is a blank, as in forms. Nil when it is malformed.
    package static func percentDecoded(_ text: Substring) -> String? {
        var plain: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(Hex.value), let low = rest.popFirst().flatMap(Hex.value) else {
                    return nil
                }
                plain.append(high << 4 | low)
            default: plain.append(byte)
            }
        }
        return String(validating: plain, as: UTF8.self)
    }
}
