#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The addresses that no repository may be at: link-local ones and the metadata services of AWS.
enum AddressRule {
    /// Whether a host is this machine by its literal address, or `localhost`.
    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host.hasSuffix(".localhost") { return true }
        let addresses = resolve(host, literalOnly: true) ?? []
        return !addresses.isEmpty && addresses.allSatisfy { $0.count == 4 ? $0[0] == 127 : $0 == loopback6 }
    }

    /// Why a host that is an address, in any notation that the resolver takes, is forbidden.
    static func objection(toLiteral host: String) -> String? {
        resolve(host, literalOnly: true).flatMap(objection)
    }

    /// Why a host is forbidden after its name was resolved; nil also when it can not be resolved, as connecting will
    /// say so. A name that resolves differently a moment later is caught by `PinnedStream`, except over SSH.
    static func objection(toResolved host: String) -> String? {
        resolve(host, literalOnly: false).flatMap(objection)
    }

    private static func objection(_ addresses: [[UInt8]]) -> String? {
        guard let forbidden = addresses.first(where: isForbidden) else { return nil }
        let text =
            forbidden.count == 4
            ? forbidden.map { String($0) }.joined(separator: ".") : "an IPv6 link-local or metadata address"
        return "its host is at \(text), where no repository may be"
    }

    private static let loopback6: [UInt8] = Array(repeating: 0, count: 15) + [1]

    /// 169.254.0.0/16, 0.0.0.0/8, fe80::/10, fd00:ec2::/32, and the IPv4 ones mapped or translated into IPv6.
    static func isForbidden(_ address: [UInt8]) -> Bool {
        guard address.count == 16 else {
            return address.starts(with: [169, 254]) || address.first == 0
        }
        let mapped = Array(repeating: UInt8(0), count: 10) + [0xFF, 0xFF]
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B] + Array(repeating: 0, count: 8)
        if address.starts(with: mapped) || address.starts(with: translated) {
            return isForbidden(Array(address[12...]))
        }
        let isLinkLocal = address[0] == 0xFE && address[1] & 0xC0 == 0x80
        let isUnspecified = address.allSatisfy { $0 == 0 }
        return isLinkLocal || isUnspecified || address.starts(with: [0xFD, 0x00, 0x0E, 0xC2])
    }

    /// The host's addresses, 4 or 16 bytes each; nil when there are none.
    private static func resolve(_ host: String, literalOnly: Bool) -> [[UInt8]]? {
        var hints = addrinfo()
        hints.ai_flags = literalOnly ? AI_NUMERICHOST : 0
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &first) == 0, let first else { return nil }
        defer { freeaddrinfo(first) }
        let addresses = sequence(first: first) { $0.pointee.ai_next }.compactMap { bytes(of: $0.pointee) }
        return addresses.isEmpty ? nil : addresses
    }

    static func bytes(of info: addrinfo) -> [UInt8]? {
        guard let raw = UnsafeRawPointer(info.ai_addr) else { return nil }
        switch info.ai_family {
        case AF_INET:
            return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in.self).sin_addr) { Array($0) }
        case AF_INET6:
            return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { Array($0) }
        default:
            return nil
        }
    }
}
