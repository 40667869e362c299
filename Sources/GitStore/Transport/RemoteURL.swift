/// Which repository URLs may be contacted. Part of the operator's configuration, never read from a repository.
public struct URLPolicy: Hashable, Sendable {
    /// Whether `http` may go to hosts other than this machine's loopback addresses, where it is always allowed.
    public var allowsPlainHTTP: Bool
    /// Whether local paths and `file://` are allowed.
    public var allowsLocalPaths: Bool
    /// Whether `ssh` is allowed.
    public var allowsSSH: Bool

    /// Only `https`, and `http` on loopback, unless told otherwise.
    public init(allowsPlainHTTP: Bool = false, allowsLocalPaths: Bool = false, allowsSSH: Bool = false) {
        self.allowsPlainHTTP = allowsPlainHTTP
        self.allowsLocalPaths = allowsLocalPaths
        self.allowsSSH = allowsSSH
    }
}

/// A repository's URL that has passed a policy: no user information, no forbidden host, a known scheme.
public struct RemoteURL: Hashable, Sendable, CustomStringConvertible {
    /// How the repository is spoken to.
    public enum Scheme: String, Hashable, Sendable {
        /// TLS.
        case https
        /// Plain HTTP.
        case http
        /// SSH, also for the form `git@host:path`.
        case ssh
        /// A directory of this machine.
        case file
    }

    /// The URL as it is contacted; safe to show.
    public let text: String
    /// How the repository is spoken to.
    public let scheme: Scheme
    /// The host in lower case, brackets around an IPv6 address removed; empty for a local path.
    public let host: String
    /// The port; nil for the scheme's own.
    public let port: Int?
    /// Who logs in over SSH (`git` in `git@host:path`); nil when the URL names nobody.
    let user: String?

    /// The same as `text`.
    public var description: String { text }

    /// Reads a URL (`https://…`, `ssh://…`, `git@host:path`, `file://…`, a path) and holds it against the policy.
    /// Throws `refusedURL`, whose text never holds the user information that was refused. Hosts that are names are
    /// held against the forbidden addresses again when they are resolved, in the child.
    public init(_ string: String, policy: URLPolicy = URLPolicy()) throws(GitError) {
        func refuse(_ reason: String) -> GitError {
            let shown = CommitMessage.escapeControls(Redaction.withoutUserInformation(string))
            return .refusedURL(url: shown, reason: reason)
        }
        guard !string.isEmpty, !string.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) else {
            throw refuse("it is empty or holds spaces or control characters")
        }
        let parts = try URLParts(string, refuse: refuse)
        if let reason = parts.objection(under: policy) { throw refuse(reason) }
        (text, scheme, host, port, user) = (parts.text, parts.scheme, parts.host, parts.port, parts.user)
    }

    /// A URL that passed the policy in the parent; the child reads it from its request.
    init(trusted text: String) throws(GitError) {
        try self.init(text, policy: URLPolicy(allowsPlainHTTP: true, allowsLocalPaths: true, allowsSSH: true))
    }
}
