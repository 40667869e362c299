public import Model

/// JSON text to values and back, on bytes: strict, bounded, integers stay integers.
public enum JSON {
    /// How deep lists and objects may nest.
    public static let depthLimit = 256

    /// Why bytes are not JSON.
    public struct SyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong.
        public let reason: String
        /// Which byte, counted from 0.
        public let offset: Int
        /// `invalid JSON at byte 12: unexpected end`.
        public var description: String { "invalid JSON at byte \(offset): \(reason)" }
    }

    /// Reads one JSON text. Integers beyond 64 bits become floating-point numbers; of equal keys the last one counts.
    public static func parse(_ bytes: [UInt8]) throws(SyntaxError) -> Value {
        var reader = JSONReader(bytes)
        return try reader.whole(.document)
    }

    /// Writes a value with its keys in order; binary data as base64, what is not known yet as null.
    public static func write(_ value: Value) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(value)
        return writer.bytes
    }
}
