/// Names that AWS cuts short: those of load balancers and target groups have 32 characters.
enum ShortName {
    static let limit = 32

    /// The parts in kebab case with hyphens between; what is too long ends in a number of its own, always the same.
    static func of(_ parts: String...) -> String {
        let whole = Names.kebab(parts.joined(separator: "-"))
        guard whole.count > limit else { return whole }
        var hash: UInt32 = 2_166_136_261
        for byte in whole.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        let digits = String(hash, radix: 16)
        let mark = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
        return "\(whole.prefix(limit - 9))-\(mark)".replacing("--", with: "-")
    }
}
