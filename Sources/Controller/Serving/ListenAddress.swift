/// Where the controller's server listens.
public struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
    /// A host name or an address, without brackets.
    public let host: String
    /// 0 takes a free one.
    public let port: Int
    /// True when somebody asked for it.
    public let isExplicit: Bool

    /// Why a text is no address: `takes an address and a port, …`.
    public struct Problem: Error, Sendable, CustomStringConvertible {
        public let description: String
    }

    /// The address when nobody asks for another: only this machine reaches it.
    public static let standard = ListenAddress(host: "127.0.0.1", port: 8090, isExplicit: false)

    private init(host: String, port: Int, isExplicit: Bool) {
        self.host = host
        self.port = port
        self.isExplicit = isExplicit
    }

    /// `127.0.0.1:8090`, `[::1]:8090`, `:8090` for every address of the machine.
    ///
    /// Throws what is wrong with it, as words that go behind the setting's name.
    public init(_ text: String) throws(Problem) {
        let colon = text.lastIndex(of: ":")
        guard let colon, let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port) else {
            throw Problem(description: "takes an address and a port, such as 127.0.0.1:8090, and not \(text)")
        }
        let name = text[..<colon]
        let isBracketed = name.hasPrefix("[") && name.hasSuffix("]")
        guard isBracketed || !name.contains(":") else {
            throw Problem(description: "takes an IPv6 address in brackets, such as [::1]:8090, and not \(text)")
        }
        host = name.isEmpty ? "0.0.0.0" : String(isBracketed ? name.dropFirst().dropLast() : name)
        self.port = port
        isExplicit = true
    }

    /// Why the server could not begin, for people: `127.0.0.1:8090 can not be listened at: it is in use`.
    public func refusal(_ error: any Error) -> String {
        let text = "\(error)"
        let why =
            if text.contains("errno: 98") || text.contains("in use") {
                "is in use"
            } else if text.contains("errno: 13") {
                "needs a privilege that this process does not have"
            } else {
                "can not be bound (\(text))"
            }
        return "\(self) can not be listened at: it \(why)"
    }

    var shownHost: String { host.contains(":") ? "[\(host)]" : host }
    public var description: String { "\(shownHost):\(port)" }
}
