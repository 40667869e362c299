/// Reads SSH's wire format (RFC 4251, section 5) from bytes that may be hostile: no length is believed.
struct WireReader {
    private var rest: ArraySlice<UInt8>
    /// No number or name of a signature is longer: an RSA modulus of 16,384 bits.
    private static let limit = 4_096

    init(_ bytes: some Sequence<UInt8>) { rest = ArraySlice(bytes) }

    /// The next bytes, which have to be these.
    mutating func expect(_ text: String) throws(SignatureProblem) {
        let bytes = try take(text.utf8.count)
        guard bytes.elementsEqual(text.utf8) else { throw .malformed("it does not begin with \(text)") }
    }

    mutating func word() throws(SignatureProblem) -> UInt32 {
        try take(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    mutating func string() throws(SignatureProblem) -> [UInt8] {
        let count = Int(try word())
        guard count <= Self.limit else { throw .malformed("a field of \(count) bytes") }
        return Array(try take(count))
    }

    /// A name, which may be shown: printable ASCII, at most 64 characters.
    mutating func name() throws(SignatureProblem) -> String {
        let bytes = try string()
        guard bytes.count <= 64, bytes.allSatisfy({ (0x21...0x7e).contains($0) }) else {
            throw .malformed("a name that is not printable")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A number that is not negative, without leading zeros.
    mutating func magnitude() throws(SignatureProblem) -> [UInt8] {
        let bytes = try string()
        guard bytes.first.map({ $0 < 0x80 }) ?? true else { throw .malformed("a negative number") }
        return Array(bytes.drop { $0 == 0 })
    }

    func end() throws(SignatureProblem) {
        guard rest.isEmpty else { throw .malformed("\(rest.count) bytes too many") }
    }

    private mutating func take(_ count: Int) throws(SignatureProblem) -> ArraySlice<UInt8> {
        guard count <= rest.count else { throw .malformed("a field goes beyond its end") }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}

extension [UInt8] {
    /// The bytes as a string of SSH's wire format.
    var asWireString: [UInt8] {
        let count = UInt32(clamping: count)
        return [UInt8(count >> 24), UInt8(count >> 16 & 255), UInt8(count >> 8 & 255), UInt8(count & 255)] + self
    }
}
