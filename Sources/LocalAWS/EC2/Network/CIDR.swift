import Model
import Simulation

/// A block of IPv4 addresses.
struct CIDR: Hashable {
    /// The first address.
    let base: UInt32
    /// 0 to 32.
    let prefix: Int

    /// Reads `10.0.0.0/16`; nil for anything else.
    init?(_ text: String) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, let prefix = Int(halves[1]), (0...32).contains(prefix) else { return nil }
        let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard parts.count == 4 else { return nil }
        var base: UInt32 = 0
        for part in parts {
            guard let part else { return nil }
            base = base << 8 | UInt32(part)
        }
        self.prefix = prefix
        self.base = base & Self.mask(prefix)
    }

    /// How many addresses it has.
    var size: Int { 1 << (32 - prefix) }
    /// As AWS writes it, bits below the prefix cleared.
    var text: String { "\(base >> 24).\(base >> 16 & 255).\(base >> 8 & 255).\(base & 255)/\(prefix)" }

    /// True when every address of `other` is in it.
    func holds(_ other: CIDR) -> Bool { prefix <= other.prefix && other.base & Self.mask(prefix) == base }

    /// True when they have an address in common.
    func overlaps(_ other: CIDR) -> Bool { holds(other) || other.holds(self) }

    private static func mask(_ prefix: Int) -> UInt32 { prefix == 0 ? 0 : UInt32.max << UInt32(32 - prefix) }

    /// Reads a request's block of a size that VPCs and subnets may have (/16 to /28).
    static func requested(_ text: String?, code: String) throws(Refusal) -> CIDR {
        guard let text, let block = CIDR(text) else {
            throw Refusal(
                "InvalidParameterValue",
                "Value (\(text ?? "null")) for parameter cidrBlock is invalid. This is not a valid CIDR block.")
        }
        guard (16...28).contains(block.prefix) else { throw Refusal(code, "The CIDR '\(text)' is invalid.") }
        return block
    }
}
