/// Unpacks gzip files (RFC 1952) of one member, as AWS's SDKs send large metric data.
enum Gzip {
    /// AWS takes a megabyte of metric data; nothing that is larger when unpacked is a request.
    static let limit = 16 << 20

    static func unpack(_ bytes: [UInt8]) throws(CompressionError) -> [UInt8] {
        let (data, rest) = try Inflater.inflate(try body(bytes), limit: limit)
        guard rest.count == 8 else { throw CompressionError("a wrong end") }
        let trailer = Array(rest)
        guard number(trailer[0..<4]) == checksum(data), number(trailer[4..<8]) == UInt32(data.count) else {
            throw CompressionError("a wrong checksum")
        }
        return data
    }

    /// What stands behind the header.
    private static func body(_ bytes: [UInt8]) throws(CompressionError) -> ArraySlice<UInt8> {
        guard bytes.count >= 18, bytes.starts(with: [0x1F, 0x8B, 0x08]) else { throw CompressionError("no gzip data") }
        let flags = bytes[3]
        var rest = bytes[10...]
        if flags & 4 != 0 {
            let length = rest.prefix(2).reversed().reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(2 + length)
        }
        // A name and a comment end with a zero.
        for flag: UInt8 in [8, 16] where flags & flag != 0 { rest = rest.drop { $0 != 0 }.dropFirst() }
        return flags & 2 == 0 ? rest : rest.dropFirst(2)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
    }

    private static func checksum(_ data: [UInt8]) -> UInt32 {
        ~data.reduce(~UInt32(0)) { sum, byte in sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
    }
}

extension WireRequest {
    /// The same request with its body unpacked, where `Content-Encoding` says that it is packed; signed is the packed one.
    func unpacked() throws(WireError) -> WireRequest {
        guard headers["Content-Encoding"] == "gzip" else { return self }
        var request = self
        request.headers["Content-Encoding"] = nil
        do { request.body = try Gzip.unpack(body) } catch { throw .malformed("compression: \(error)") }
        return request
    }
}
