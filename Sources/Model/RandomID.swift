/// Names that are never drawn twice: of passes, spans, and writes of a lease.
public enum RandomID {
    /// 128 random bits in 32 hex digits, as a W3C trace id is.
    public static func draw() -> String { word() + word() }

    /// 64 random bits in 16 hex digits, never all zero, as a W3C span id is.
    public static func word() -> String {
        let digits = String(UInt64.random(in: 1...UInt64.max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
