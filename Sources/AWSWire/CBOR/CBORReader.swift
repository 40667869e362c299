import Model

/// Why bytes are not CBOR that AWS would send.
struct CBORSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    let reason: String
    /// Which byte, counted from 0.
    let offset: Int
    var description: String { "invalid CBOR at byte \(offset): \(reason)" }
}

/// Reads one CBOR data item (RFC 8949), by a shape where one is known; depth and lengths are checked before they count.
struct CBORReader {
    static let depthLimit = 128
    private static let breakCode: UInt8 = 0xFF
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// All bytes as one value; wire names become AWS's names in lower camel case.
    mutating func whole(_ shape: WireShape) throws(CBORSyntaxError) -> Value {
        let value = try item(shape)
        guard position == bytes.count else { throw failure("bytes behind the value") }
        return value
    }

    private func failure(_ reason: String) -> CBORSyntaxError { CBORSyntaxError(reason: reason, offset: position) }

    private mutating func item(_ shape: WireShape) throws(CBORSyntaxError) -> Value {
        guard depth < Self.depthLimit else { throw failure("nested deeper than \(Self.depthLimit)") }
        depth += 1
        defer { depth -= 1 }
        let head = try self.head()
        switch head.kind {
        case .unsigned: return shape.scalar(Self.integer(try count(head), negative: false))
        case .negative: return shape.scalar(Self.integer(try count(head), negative: true))
        case .data: return Value(.bytes(Array(try string(head))))
        case .text: return shape.scalar(.string(try text(head)))
        case .list: return try list(head, shape)
        case .map: return try map(head, shape)
        case .tag: return try tagged(head, shape)
        case .simple: return shape.scalar(try simple(head))
        }
    }

    private mutating func list(_ head: CBORHead, _ shape: WireShape) throws(CBORSyntaxError) -> Value {
        var items: [Value] = []
        var left = try elements(head)
        let inner = shape.element
        while try isMore(&left) {
            let item = try self.item(inner)
            if !shape.dropsNulls || !item.isNull { items.append(item) }
        }
        return .list(items)
    }

    private mutating func map(_ head: CBORHead, _ shape: WireShape) throws(CBORSyntaxError) -> Value {
        var members: [String: Value] = [:]
        var left = try elements(head)
        while try isMore(&left) {
            let key = try self.head()
            guard key.kind == .text else { throw failure("a key has to be text") }
            let (name, inner) = shape.member(try text(key))
            let value = try item(inner)
            if !shape.dropsNulls || !value.isNull { members[name] = value }
        }
        return .object(members)
    }

    /// Only seconds since 1970 are tagged in this protocol.
    private mutating func tagged(_ head: CBORHead, _ shape: WireShape) throws(CBORSyntaxError) -> Value {
        guard try count(head) == 1 else { throw failure("a tag other than a time's") }
        let seconds = try item(shape)
        guard let number = seconds.number else { throw failure("a time is no number") }
        return Value(.number(number))
    }
}

extension CBORReader {
    private mutating func next() throws(CBORSyntaxError) -> UInt8 {
        guard position < bytes.count else { throw failure("unexpected end") }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func head() throws(CBORSyntaxError) -> CBORHead { CBORHead(try next()) }

    /// A big-endian number of `width` bytes.
    private mutating func bits(_ width: Int) throws(CBORSyntaxError) -> UInt64 {
        var bits: UInt64 = 0
        for _ in 0..<width { bits = bits << 8 | UInt64(try next()) }
        return bits
    }

    private mutating func count(_ head: CBORHead) throws(CBORSyntaxError) -> UInt64 {
        switch head.detail {
        case 0..<24: UInt64(head.detail)
        case 24: try bits(1)
        case 25: try bits(2)
        case 26: try bits(4)
        case 27: try bits(8)
        default: throw failure("no length of this form")
        }
    }

    /// How many elements follow; nil up to a break code. Each needs a byte at least, so that no length is believed blindly.
    private mutating func elements(_ head: CBORHead) throws(CBORSyntaxError) -> Int? {
        if head.isOpen { return nil }
        guard let count = Int(exactly: try count(head)), count <= bytes.count - position else {
            throw failure("more elements than bytes")
        }
        return count
    }

    private mutating func isMore(_ left: inout Int?) throws(CBORSyntaxError) -> Bool {
        if let count = left {
            left = count - 1
            return count > 0
        }
        guard position < bytes.count else { throw failure("unexpected end") }
        guard bytes[position] == Self.breakCode else { return true }
        position += 1
        return false
    }

    private mutating func text(_ head: CBORHead) throws(CBORSyntaxError) -> String {
        guard let text = String(validating: try string(head), as: UTF8.self) else { throw failure("text is not UTF-8") }
        return text
    }

    /// The bytes of a byte or text string, its chunks joined.
    private mutating func string(_ head: CBORHead) throws(CBORSyntaxError) -> ArraySlice<UInt8> {
        guard head.isOpen else { return try chunk(head) }
        var joined: [UInt8] = []
        var left: Int?
        while try isMore(&left) {
            let inner = try self.head()
            guard inner.kind == head.kind, !inner.isOpen else { throw failure("a chunk of another kind") }
            joined += try chunk(inner)
        }
        return joined[...]
    }

    private mutating func chunk(_ head: CBORHead) throws(CBORSyntaxError) -> ArraySlice<UInt8> {
        guard let length = Int(exactly: try count(head)), length <= bytes.count - position else {
            throw failure("a string is longer than the bytes")
        }
        defer { position += length }
        return bytes[position..<position + length]
    }

    private static func integer(_ bits: UInt64, negative: Bool) -> Value {
        guard let number = Int(exactly: bits) else {
            return Value(.number(negative ? -1 - Double(bits) : Double(bits)))
        }
        return .integer(negative ? -1 - number : number)
    }

    private mutating func simple(_ head: CBORHead) throws(CBORSyntaxError) -> Value {
        switch head.detail {
        case 20: false
        case 21: true
        case 22, 23: .null
        case 25: Value(.number(Self.half(try bits(2))))
        case 26: Value(.number(Double(Float(bitPattern: UInt32(truncatingIfNeeded: try bits(4))))))
        case 27: Value(.number(Double(bitPattern: try bits(8))))
        default: throw failure("a simple value that means nothing")
        }
    }

    /// A half-precision number, which not every platform has a type for.
    private static func half(_ bits: UInt64) -> Double {
        let fraction = Double(bits & 0x3FF)
        let sign = bits & 0x8000 == 0 ? 1.0 : -1.0
        return switch bits >> 10 & 0x1F {
        case 0: sign * fraction * 0x1p-24
        case 31: fraction == 0 ? sign * .infinity : .nan
        case let exponent: sign * Double(sign: .plus, exponent: Int(exponent) - 15, significand: 1 + fraction / 1024)
        }
    }
}
