/// Where a service answers.
public struct Endpoint: Sendable, Hashable, CustomStringConvertible {
    /// `https`, or `http` for custom endpoints.
    public let scheme: String
    /// As the `Host` header carries it: with the port where it is not the scheme's own, IPv6 in brackets.
    public let authority: String
    /// Begins with a slash; `/` for AWS's own endpoints.
    public let path: String
    /// True when a setting names it; false for AWS's own.
    public let isCustom: Bool

    /// AWS's own endpoint of a service in a region: `https://ecs.eu-west-1.amazonaws.com/`.
    public init(prefix: String, region: String) {
        scheme = "https"
        authority = GlobalService.host(prefix, region) ?? "\(prefix).\(region).\(Endpoint.suffix(of: region))"
        path = "/"
        isCustom = false
    }

    /// A custom endpoint; nil when `url` is no plain http or https URL. User information and fragments are refused, and
    /// queries too unless `allowingQuery`, which leaves them in the path.
    public init?(url: String, allowingQuery: Bool = false) {
        let lowered = url.lowercased()
        guard let scheme = ["https", "http"].first(where: { lowered.hasPrefix($0 + "://") }) else { return nil }
        let rest = url.dropFirst(scheme.count + 3)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }.lowercased()
        let path = rest.dropFirst(authority.count)
        let refused = allowingQuery ? #"#@\"<>^`{}|"# : #"?#@\"<>^`{}|"#
        let legal = rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !refused.utf8.contains($0) }
        guard legal, Endpoint.isAuthority(authority) else { return nil }
        self.scheme = scheme
        let standard = scheme == "https" ? ":443" : ":80"
        self.authority = authority.hasSuffix(standard) ? String(authority.dropLast(standard.count)) : authority
        self.path = path.hasPrefix("/") ? String(path) : "/" + path
        isCustom = true
    }

    /// The URL.
    public var description: String { origin + path }

    /// The URL without its path.
    public var origin: String { "\(scheme)://\(authority)" }

    /// The path of a request that would have `path` on AWS's own endpoint.
    func path(below path: String) -> String {
        let base = self.path.hasSuffix("/") ? String(self.path.dropLast()) : self.path
        return base + path
    }

    /// The host alone, without port and brackets.
    public var host: String { Endpoint.split(authority).host }

    /// True when requests never leave this machine.
    public var isLoopback: Bool { Endpoint.isLoopback(host) }

    static func isLoopback(_ host: String) -> Bool {
        guard host != "localhost", host != "::1" else { return true }
        let octets = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return octets.count == 4 && octets[0] == 127 && !octets.contains(nil)
    }

    /// The domain of a region's partition (botocore's partitions file).
    static func suffix(of region: String) -> String {
        partitions.first { region.hasPrefix($0.prefix) }?.suffix ?? "amazonaws.com"
    }

    private static let partitions: [(prefix: String, suffix: String)] = [
        ("cn-", "amazonaws.com.cn"), ("eusc-", "amazonaws.eu"), ("us-isob-", "sc2s.sgov.gov"),
        ("us-isof-", "csp.hci.ic.gov"), ("us-iso-", "c2s.ic.gov"), ("eu-isoe-", "cloud.adc-e.uk"),
    ]

    private static func isAuthority(_ text: String) -> Bool {
        let (host, port) = split(text)
        guard !host.isEmpty, port.map({ UInt16($0) != nil }) ?? true else { return false }
        return text.hasPrefix("[") ? host.contains(":") : !host.contains(":") && !host.contains("[")
    }

    private static func split(_ authority: String) -> (host: String, port: String?) {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            let host = authority[authority.index(after: authority.startIndex)..<end]
            let rest = authority[authority.index(after: end)...]
            return (String(host), rest.isEmpty ? nil : String(rest.dropFirst()))
        }
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts.first ?? ""), parts.count == 2 ? String(parts[1]) : nil)
    }
}
