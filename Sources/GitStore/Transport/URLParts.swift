/// A repository URL taken apart, before any policy.
struct URLParts {
    let text: String
    let scheme: RemoteURL.Scheme
    var host = ""
    var port: Int?
    var user: String?
    var hasPassword = false

    init(_ string: String, refuse: (String) -> GitError) throws(GitError) {
        guard let separator = string.firstRange(of: "://") else {
            self = try URLParts(withoutScheme: string, refuse: refuse)
            return
        }
        let name = string[..<separator.lowerBound].lowercased()
        guard let scheme = RemoteURL.Scheme(rawValue: name) else { throw refuse("the scheme \(name) is not supported") }
        let rest = string[separator.upperBound...]
        self.scheme = scheme
        guard scheme != .file else {
            guard rest.hasPrefix("/") else { throw refuse("a file URL must name no host") }
            text = string
            return
        }
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        guard rest[end...].hasPrefix("/"), !rest[end...].contains(where: { "?#".contains($0) }) else {
            throw refuse("it must have a path and neither query nor fragment")
        }
        text = string
        try read(authority: rest[..<end], refuse: refuse)
    }

    /// `git@host:path` or a local path.
    private init(withoutScheme string: String, refuse: (String) -> GitError) throws(GitError) {
        guard let colon = string.firstIndex(of: ":"), !string[..<colon].contains("/") else {
            guard string.hasPrefix("/") else { throw refuse("a local path must be absolute") }
            (text, scheme) = (string, .file)
            return
        }
        scheme = .ssh
        let path = string[string.index(after: colon)...]
        text = "ssh://\(string[..<colon])/\(path.drop { $0 == "/" })"
        try read(authority: string[..<colon], refuse: refuse)
    }

    private mutating func read(authority: Substring, refuse: (String) -> GitError) throws(GitError) {
        var rest = authority
        if let at = rest.lastIndex(of: "@") {
            let information = rest[..<at]
            rest = rest[rest.index(after: at)...]
            hasPassword = information.contains(":") || scheme != .ssh
            user = hasPassword ? nil : String(information)
        }
        if rest.hasPrefix("["), let bracket = rest.firstIndex(of: "]") {
            host = rest[rest.index(after: rest.startIndex)..<bracket].lowercased()
            rest = rest[rest.index(after: bracket)...]
        } else {
            let end = rest.firstIndex(of: ":") ?? rest.endIndex
            host = rest[..<end].lowercased()
            rest = rest[end...]
        }
        if let digits = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first {
            guard let number = UInt16(digits), number > 0 else { throw refuse("its port is no number from 1 to 65535") }
            port = Int(number)
        }
        let legal = host.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789.-_:".unicodeScalars.contains($0))
        }
        guard !host.isEmpty, !host.hasPrefix("-"), legal else { throw refuse("its host name is not legal") }
        guard !(user?.hasPrefix("-") ?? false), user?.utf8.allSatisfy({ $0 < 0x80 }) ?? true else {
            throw refuse("its user name is not legal")
        }
    }

    /// Why the policy forbids it; nil when it does not.
    func objection(under policy: URLPolicy) -> String? {
        if hasPassword { return "it holds user information; credentials belong into a file or a variable" }
        switch scheme {
        case .file:
            return policy.allowsLocalPaths ? nil : "local paths are not allowed here"
        case .ssh where !policy.allowsSSH:
            return "ssh is not allowed here"
        case .http where !policy.allowsPlainHTTP && !AddressRule.isLoopback(host):
            return "plain http is only allowed to this machine"
        default:
            return AddressRule.objection(toLiteral: host)
        }
    }
}
