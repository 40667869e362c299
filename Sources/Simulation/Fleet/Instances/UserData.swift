import Model

/// What an instance's user data tells the ECS agent (`/etc/ecs/ecs.config`).
struct UserData {
    /// The script, decoded.
    let text: String

    /// User data as a launch template carries it: base64 text, or the bytes themselves.
    init(_ value: Value?) {
        switch value?.content {
        case .string(let written): text = Self.decoded(Array(written.utf8))
        case .bytes(let bytes): text = Self.decoded(bytes)
        default: text = ""
        }
    }

    /// What `name=` is followed by, the last time it is written; nil when it is not.
    func setting(_ name: String) -> String? {
        let bytes = Array(text.utf8)
        let key = Array("\(name)=".utf8)
        guard bytes.count >= key.count else { return nil }
        for start in stride(from: bytes.count - key.count, through: 0, by: -1) {
            guard bytes[start] == key[0], bytes[start..<(start + key.count)].elementsEqual(key) else { continue }
            if start > 0, Self.isNamePart(bytes[start - 1]) { continue }
            return Self.word(bytes[(start + key.count)...])
        }
        return nil
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> String? {
        var rest = bytes
        while let first = rest.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { rest.removeFirst() }
        let word = rest.prefix { isNamePart($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
        return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }

    /// Decodes base64; what is not base64 is a script as it is.
    private static func decoded(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        var bits: UInt32 = 0
        var held = 0
        for byte in bytes where byte != UInt8(ascii: "=") && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r") {
            guard let six = sixBits(byte) else { return String(decoding: bytes, as: UTF8.self) }
            bits = bits << 6 | six
            held += 6
            if held >= 8 {
                held -= 8
                output.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func sixBits(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
