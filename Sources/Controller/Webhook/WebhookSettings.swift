/// Who signs webhooks, and how.
public enum Forge: String, Sendable, CaseIterable {
    /// GitHub's `X-Hub-Signature-256`.
    case github
    /// GitLab's signing token (`webhook-signature`), and its secret token where that is allowed.
    case gitlab
    /// Gitea's and Forgejo's `X-Gitea-Signature`.
    case gitea
    /// Anything else that can sign: `X-Signature: sha256=` and the HMAC in hexadecimal digits.
    case generic
}

/// What the webhook receiver takes.
public struct WebhookSettings: Sendable {
    /// At `/hooks/<forge>` only what one of its secrets signed is believed; a forge without any has no such place.
    public var secrets: [WebhookSecret]
    /// Whether GitLab may send its secret as it is (`X-Gitlab-Token`) instead of signing with it.
    public var allowsGitLabToken = false
    /// The largest body in bytes.
    public var maxBody = 1 << 20
    /// Requests of one address in a second.
    public var perSecond = 10
    /// Requests whose bodies are read at a time; the oldest gives way.
    public var queue = 64
    /// How long a body may take.
    public var readDeadline = Duration.seconds(5)
    /// How long a delivery is remembered.
    public var memory = Duration.seconds(600)
    /// How far a signed time may be from ours.
    public var tolerance = Duration.seconds(300)

    /// The usual limits.
    public init(secrets: [WebhookSecret], allowsGitLabToken: Bool = false) {
        self.secrets = secrets
        self.allowsGitLabToken = allowsGitLabToken
    }
}
