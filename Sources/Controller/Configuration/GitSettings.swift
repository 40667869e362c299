/// How one repository's server is spoken to.
public struct GitSettings: Sendable, Equatable {
    public var token: SecretSource?
    /// The user name that goes with the token.
    public var user = "x-access-token"
    /// A deploy key's private half.
    public var sshKey: SecretSource?
    public var sshPassphrase: SecretSource?
    /// SHA-256 fingerprints; without one no SSH connection is made.
    public var hostKeys: [String] = []
    /// A PEM file; nil for the system's authorities.
    public var authorityFile: String?
    public var allowsPlainHTTP = false
    /// For one question to the server.
    public var timeout = Duration.seconds(120)
    /// MiB.
    public var packLimit = 512
    public var githubApp: GitHubAppSettings?

    /// Nothing but defaults: a repository that anybody may read.
    public init() {}
}

/// A GitHub App, in whose name a repository is read and written.
public struct GitHubAppSettings: Sendable, Equatable {
    /// App ID or client ID.
    public var id: String
    /// The installation's number.
    public var installation: String
    /// The private key, PEM.
    public var key: SecretSource
    /// `https://api.github.com`.
    public var url: String

    /// An app.
    public init(id: String, installation: String, key: SecretSource, url: String = "https://api.github.com") {
        (self.id, self.installation, self.key, self.url) = (id, installation, key, url)
    }
}
