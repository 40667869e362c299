/// A SHA-1 object name: 20 bytes, kept without a heap allocation.
struct ObjectID: Hashable, Sendable {
    private let high: UInt64
    private let middle: UInt64
    private let low: UInt32

    init(high: UInt64, middle: UInt64, low: UInt32) {
        (self.high, self.middle, self.low) = (high, middle, low)
    }

    /// Takes 20 bytes, most significant first; nil when there are more or fewer.
    init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 20 else { return nil }
        var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
        for (index, byte) in bytes.enumerated() {
            switch index {
            case 0..<8: words.0 = words.0 << 8 | UInt64(byte)
            case 8..<16: words.1 = words.1 << 8 | UInt64(byte)
            default: words.2 = words.2 << 8 | UInt32(byte)
            }
        }
        (high, middle, low) = words
    }

    /// Takes 40 hexadecimal digits, lower or upper case; nil for anything else.
    init?(hex: some StringProtocol) {
        let digits = Array(hex.utf8)
        guard digits.count == 40 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20)
        for index in stride(from: 0, to: 40, by: 2) {
            guard let upper = Self.value(of: digits[index]), let lower = Self.value(of: digits[index + 1])
            else { return nil }
            bytes.append(upper << 4 | lower)
        }
        self.init(bytes: bytes)
    }

    var bytes: [UInt8] {
        withUnsafeBytes(of: high.bigEndian) { Array($0) } + withUnsafeBytes(of: middle.bigEndian) { Array($0) }
            + withUnsafeBytes(of: low.bigEndian) { Array($0) }
    }

    /// 40 lower case hexadecimal digits.
    var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    var isZero: Bool { high == 0 && middle == 0 && low == 0 }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

/// The name of a commit: 40 hexadecimal digits, never abbreviated.
public struct CommitID: Hashable, Sendable, CustomStringConvertible {
    let object: ObjectID

    init(_ object: ObjectID) { self.object = object }

    /// Takes 40 hexadecimal digits; nil for anything else, an abbreviation or all zeros included.
    public init?(_ hex: some StringProtocol) {
        guard let object = ObjectID(hex: hex), !object.isZero else { return nil }
        self.object = object
    }

    /// 40 lower case hexadecimal digits.
    public var hex: String { object.hex }

    /// The first 12 digits, for people.
    public var short: String { String(hex.prefix(12)) }

    /// The same as `hex`.
    public var description: String { hex }
}

/// The name of a file's content: 40 hexadecimal digits. Equal content has an equal name.
public struct BlobID: Hashable, Sendable, CustomStringConvertible {
    let object: ObjectID

    init(_ object: ObjectID) { self.object = object }

    /// Takes 40 hexadecimal digits; nil for anything else.
    public init?(_ hex: some StringProtocol) {
        guard let object = ObjectID(hex: hex) else { return nil }
        self.object = object
    }

    /// 40 lower case hexadecimal digits.
    public var hex: String { object.hex }

    /// The same as `hex`.
    public var description: String { hex }
}
