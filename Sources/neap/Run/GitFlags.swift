import ArgumentParser
import Configuration

/// How Git's server is spoken to, as flags. Secrets stand in files and variables alone.
struct GitFlags: ParsableArguments {
    @Option(
        help: "A file that holds the token for HTTPS; also NEAP_GIT_TOKEN_FILE, or the token itself in NEAP_GIT_TOKEN.",
        completion: .file())
    var gitTokenFile: String?

    @Option(help: "The user name that goes with the token; x-access-token unless said otherwise.")
    var gitUser: String?

    @Option(
        help:
            "A file with a deploy key's private half, for SSH; also NEAP_GIT_SSH_KEY_FILE, or the key in NEAP_GIT_SSH_KEY.",
        completion: .file())
    var gitSshKeyFile: String?

    @Option(help: "The SHA-256 fingerprint of an SSH host key that is accepted (SHA256:…); may be repeated.")
    var gitHostKey: [String] = []

    @Option(
        help: "A file of certificate authorities (PEM) to trust instead of the system's.", completion: .file())
    var gitCaFile: String?

    @Flag(help: "Allow plain HTTP to other hosts than this machine.")
    var allowPlainHttp = false

    @Option(help: "How long one question to Git's server may take, 2m unless said otherwise.")
    var gitTimeout: String?

    @Option(help: "The largest pack that is taken from Git's server, in MiB; 512 unless said otherwise.")
    var gitPackLimit: String?

    @Option(help: "The GitHub App in whose name the repository is read and written: its App ID or client ID.")
    var githubAppId: String?

    @Option(help: "The number of the app's installation.")
    var githubAppInstallation: String?

    @Option(
        help:
            "A file with the app's private key (PEM); also NEAP_GITHUB_APP_KEY_FILE, or the key in NEAP_GITHUB_APP_KEY.",
        completion: .file())
    var githubAppKeyFile: String?

    @Option(help: "GitHub's API; https://api.github.com unless said otherwise.")
    var githubAppUrl: String?

    /// The settings that were given, by key.
    var contents: [String: ConfigContent] {
        let texts: [String: String?] = [
            "git.tokenFile": gitTokenFile, "git.user": gitUser, "git.sshKeyFile": gitSshKeyFile,
            "git.caFile": gitCaFile,
            "git.allowPlainHttp": allowPlainHttp ? "true" : nil, "git.timeout": gitTimeout,
            "git.packLimit": gitPackLimit, "githubApp.id": githubAppId,
            "githubApp.installation": githubAppInstallation, "githubApp.keyFile": githubAppKeyFile,
            "githubApp.url": githubAppUrl,
        ]
        var contents = texts.compactMapValues { text in text.map { ConfigContent.string($0) } }
        if !gitHostKey.isEmpty { contents["git.hostKeys"] = .stringArray(gitHostKey) }
        return contents
    }
}
