/// All chance of a world: the same seed, purpose and number always give the same draw.
///
/// Counter-based, so adding one service never moves another's luck, and the order of draws does not matter.
public struct Dice: Sendable, Hashable {
    /// What a draw is for; a stream of its own each.
    public enum Purpose: UInt64, Sendable {
        case identifier = 1, launch, boot, agent, pull, start, stop, ready, probe, placement, allocation, termination,
            reclaim, rebalance, balancer, load, address, settle, request
    }

    /// The world's seed.
    public let seed: UInt64

    /// Dice of this seed.
    public init(seed: UInt64) { self.seed = seed }

    /// 64 even bits for the `turn`th draw of one entity; `ordinal` is the entity's own number, never reused.
    public func bits(_ purpose: Purpose, _ ordinal: UInt64, turn: UInt64 = 0) -> UInt64 {
        let start = Self.mix(seed ^ (purpose.rawValue &* 0xD6E8_FEB8_6659_FD93))
        return Self.mix(Self.mix(start ^ ordinal) ^ (turn &* 0xA076_1D64_78BD_642F))
    }

    /// A whole number in `range`, evenly.
    public func number(
        in range: ClosedRange<Int64>, _ purpose: Purpose, _ ordinal: UInt64, turn: UInt64 = 0
    ) -> Int64 {
        let width = UInt64(bitPattern: range.upperBound &- range.lowerBound) &+ 1
        guard width > 1 else { return range.lowerBound }
        let scaled = bits(purpose, ordinal, turn: turn).multipliedFullWidth(by: width).high
        return range.lowerBound &+ Int64(bitPattern: scaled)
    }

    /// A number for a text, the same in every process (FNV-1a): names a stream of chance, or tells texts apart.
    public static func number(of text: String, seed: UInt64 = 0) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// So many lower-case hexadecimal digits for one entity.
    public func hex(_ digits: Int, _ ordinal: UInt64, _ purpose: Purpose = .identifier) -> String {
        String(decoding: digitBytes(digits, ordinal, purpose), as: UTF8.self)
    }

    /// A UUID for one entity.
    public func uuid(_ ordinal: UInt64, _ purpose: Purpose = .identifier) -> String {
        var bytes = digitBytes(32, ordinal, purpose)
        for place in [20, 16, 12, 8] { bytes.insert(UInt8(ascii: "-"), at: place) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Hexadecimal digits in ASCII.
    private func digitBytes(_ count: Int, _ ordinal: UInt64, _ purpose: Purpose) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 16)
        var turn: UInt64 = 0
        while bytes.count < count {
            var word = bits(purpose, ordinal, turn: turn)
            for _ in 0..<16 where bytes.count < count {
                let digit = UInt8(word >> 60)
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
                word <<= 4
            }
            turn += 1
        }
        return bytes
    }

    /// One step of SplitMix64 (Steele, Lea and Flood, 2014).
    static func mix(_ value: UInt64) -> UInt64 {
        var bits = value &+ 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

/// A length of time that chance draws, evenly between two bounds.
public struct Spread: Sendable, Hashable {
    /// The shortest.
    public var shortest: Span
    /// The longest; never below `shortest`.
    public var longest: Span

    /// Between `shortest` and `longest`.
    public init(_ shortest: Span, _ longest: Span) {
        self.shortest = shortest
        self.longest = max(shortest, longest)
    }

    /// Always `span`.
    public init(_ span: Span) { self.init(span, span) }

    /// The draw for one entity.
    public func draw(_ dice: Dice, _ purpose: Dice.Purpose, _ ordinal: UInt64, turn: UInt64 = 0) -> Span {
        Span(milliseconds: dice.number(in: shortest.milliseconds...longest.milliseconds, purpose, ordinal, turn: turn))
    }
}
