import FoundationEssentials

/// A length of 4 bytes, most significant first, and that many bytes of JSON.
enum Frame {
    /// Bytes of JSON that a frame may have.
    static let limit = 1 << 20

    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let body = try JSONEncoder().encode(value)
        return withUnsafeBytes(of: UInt32(body.count).bigEndian) { Array($0) } + body
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from body: some Collection<UInt8>) throws -> Value {
        try JSONDecoder().decode(type, from: Data(body))
    }

    /// The length that 4 bytes announce; nil when it is above the limit.
    static func length(_ header: some Collection<UInt8>) -> Int? {
        let length = header.reduce(0) { $0 << 8 | Int($1) }
        return length <= limit ? length : nil
    }
}

/// Cuts what the child writes into frames. The child may be in a hostile server's hands, so nothing is believed.
struct FrameReader {
    struct Malformed: Error {}

    private var buffer: [UInt8] = []

    mutating func append(_ bytes: [UInt8]) { buffer += bytes }

    /// The next whole frame; nil until enough has come. Throws for a frame that is too long or is no event.
    mutating func next() throws(Malformed) -> TransportEvent? {
        guard buffer.count >= 4 else { return nil }
        guard let length = Frame.length(buffer.prefix(4)) else { throw Malformed() }
        guard buffer.count >= 4 + length else { return nil }
        defer { buffer.removeFirst(4 + length) }
        do {
            return try Frame.decode(TransportEvent.self, from: buffer[4..<(4 + length)])
        } catch {
            throw Malformed()
        }
    }
}
