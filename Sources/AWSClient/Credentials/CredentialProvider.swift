public import AWSWire

/// Credentials with the moment from which AWS takes them no more. Its descriptions show no secret.
public struct ExpiringCredentials: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// What requests are signed with.
    public let credentials: Credentials
    /// When they end, in seconds since 1970; nil when they do not.
    public let expiration: Double?
    /// Which provider gave them, `environment`.
    public let source: String

    /// Credentials that `source` gave, until `expiration`.
    public init(_ credentials: Credentials, expiration: Double? = nil, source: String) {
        self.credentials = credentials
        self.expiration = expiration
        self.source = source
    }

    /// The source and the key's last four characters.
    public var description: String { "\(source) (…\(credentials.accessKeyID.suffix(4)))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["source": source]) }
}

/// One place where credentials may come from.
public protocol CredentialProvider: Sendable {
    /// For messages: `environment`, `profile "prod"`.
    var name: String { get }
    /// Fetches credentials anew; nil when nothing is configured here, so that the next place is asked.
    ///
    /// Throws `AWSError` when this place is configured and gives none.
    func credentials() async throws -> ExpiringCredentials?
    /// AWS said that these have ended; what keeps credentials fetches new ones when it is asked next.
    func expire(_ credentials: Credentials) async
}

extension CredentialProvider {
    /// Nothing is kept, so nothing has to go.
    public func expire(_ credentials: Credentials) async {}

    /// An error of this provider: our own settings are wrong, or the place refused.
    func failure(_ message: String, disposition: AWSError.Disposition = .authentication) -> AWSError {
        AWSError(
            service: "credentials", operation: name, code: "CredentialsUnavailable", message: message,
            disposition: disposition)
    }
}
