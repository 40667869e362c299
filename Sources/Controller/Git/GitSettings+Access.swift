import Crypto
import FoundationEssentials
public import GitStore
public import Reconciler

extension GitSettings {
    /// How the repository at `url` is opened; secrets are read anew for each question.
    ///
    /// Throws `GitError.refusedURL`.
    public func access(to url: String) throws(GitError) -> RemoteAccess {
        let parsed = try parsed(url)
        guard parsed.scheme != .ssh || sshKey != nil else {
            throw .refusedURL(
                url: parsed.text,
                reason: "ssh takes a deploy key: give --git-ssh-key-file, NEAP_GIT_SSH_KEY_FILE or NEAP_GIT_SSH_KEY")
        }
        let app = parsed.scheme == .https || parsed.scheme == .http ? githubApp.map { GitHubApp($0) } : nil
        return RemoteAccess(parsed) { [self] in
            Remote(
                url: parsed, credential: try await credential(for: parsed.scheme, app: app), hostKeys: hostKeys,
                authorityFile: authorityFile)
        }
    }

    /// What plain HTTP alone keeps out is told how it is let in.
    private func parsed(_ url: String) throws(GitError) -> RemoteURL {
        do throws(GitError) {
            return try RemoteURL(url, policy: Self.policy(allowsPlainHTTP: allowsPlainHTTP))
        } catch {
            guard case .refusedURL(let shown, let reason) = error else { throw error }
            // Throws the same again where something else is wrong with it.
            _ = try RemoteURL(url, policy: Self.policy(allowsPlainHTTP: true))
            throw .refusedURL(
                url: shown, reason: reason + "; --allow-plain-http or NEAP_GIT_ALLOW_PLAIN_HTTP allows it to others")
        }
    }

    private static func policy(allowsPlainHTTP: Bool) -> URLPolicy {
        URLPolicy(allowsPlainHTTP: allowsPlainHTTP, allowsLocalPaths: true, allowsSSH: true)
    }

    /// The deadlines and limits of one question.
    public var transport: GitTransport {
        GitTransport(
            configuration: TransportConfiguration(
                deadlines: TransportDeadlines(total: timeout),
                limits: TransportLimits(memory: max(packLimit, 512) << 20, pack: packLimit << 20)))
    }

    private func credential(for scheme: RemoteURL.Scheme, app: GitHubApp?) async throws -> Credential? {
        switch scheme {
        case .file: return nil
        case .ssh:
            guard let sshKey else { return nil }
            // The key's last line needs its end.
            return .sshKey(try sshKey.read() + "\n", passphrase: try sshPassphrase?.read() ?? "")
        case .https, .http:
            if let app { return .token(try await app.token()) }
            return try token.map { token throws(GitError) in .token(try token.read(), username: user) }
        }
    }
}
