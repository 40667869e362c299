/// Where the controller's server listens.
public struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
    /// A host name or an address, without brackets.
    public let host: String
    /// 0 takes a free one.
    public let port: Int
    /// True when somebody asked for it.
    public let isExplicit: Bool

    /// The address when nobody asks for another: only this machine reaches it.
    public static let standard = ListenAddress(host: "127.0.0.1", port: 8090, isExplicit: false)

    private init(host: String, port: Int, isExplicit: Bool) {
        self.host = host
        self.port = port
        self.isExplicit = isExplicit
    }

    /// `127.0.0.1:8090`, `[::1]:8090`, `:8090` for every address of the machine.
    ///
    /// Throws `ConfigurationError`.
    public init(_ text: String) throws(ConfigurationError) {
        let colon = text.lastIndex(of: ":")
        guard let colon, let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port) else {
            throw ConfigurationError("listen takes an address and a port, such as 127.0.0.1:8090, and not \(text)")
        }
        let name = text[..<colon]
        let isBracketed = name.hasPrefix("[") && name.hasSuffix("]")
        guard isBracketed || !name.contains(":") else {
            throw ConfigurationError("listen: an IPv6 address stands in brackets, such as [::1]:8090, and not \(text)")
        }
        host = name.isEmpty ? "0.0.0.0" : String(isBracketed ? name.dropFirst().dropLast() : name)
        self.port = port
        isExplicit = true
    }

    var shownHost: String { host.contains(":") ? "[\(host)]" : host }
    public var description: String { "\(shownHost):\(port)" }
}
