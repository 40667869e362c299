/// Texts that are never drawn twice.
public enum LeaseNonce {
    /// 128 random bits in 32 hex digits.
    public static func draw() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let text = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
    }
}
