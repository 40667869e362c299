/// Standard base64 with padding (RFC 4648 section 4).
public enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let values: [UInt8?] = {
        var values = [UInt8?](repeating: nil, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()
    private static let padding = UInt8(ascii: "=")

    /// The text of `data`.
    public static func encode(_ data: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((data.count + 2) / 3 * 4)
        for start in stride(from: 0, to: data.count, by: 3) {
            let group = data[start..<min(start + 3, data.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)] : padding)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The data that `text` holds; nil when it is not base64. Line breaks are passed over.
    public static func decode(_ text: String) -> [UInt8]? {
        let characters = text.utf8.filter { $0 != 0x0A && $0 != 0x0D }
        let kept = characters.count - characters.reversed().prefix { $0 == padding }.count
        guard characters.count % 4 == 0, characters.count - kept <= 2 else { return nil }
        var data: [UInt8] = []
        var bits: UInt32 = 0
        for (index, character) in characters.prefix(kept).enumerated() {
            guard let value = values[Int(character)] else { return nil }
            bits = bits << 6 | UInt32(value)
            // Every character after a group's first completes one byte.
            if index % 4 > 0 { data.append(UInt8(truncatingIfNeeded: bits >> UInt32(6 - index % 4 * 2))) }
        }
        return data
    }
}
