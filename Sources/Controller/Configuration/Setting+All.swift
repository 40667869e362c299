extension Setting {
    /// Every setting, in the order of the page of docs.
    public static let all: [Setting] = source + git + trust + running + parts

    private static let source: [Setting] = [
        Setting(
            "repo", flag: "--repo", perRepository: true,
            "The repository's URL: https, ssh (git@host:path), file or a path."),
        Setting(
            "ref", flag: "--ref", perRepository: true, standard: "refs/heads/main",
            "The branch, as a full ref name."),
        Setting(
            "environments", .list, flag: "--environment", perRepository: true, standard: "all of the repository",
            "The environments to look after; without any, all that the branch has, found anew at each commit."),
        Setting("cacheDir", flag: "--cache-dir", standard: "~/.cache/neap", "Where clones are kept."),
    ]

    private static let git: [Setting] = [
        Setting("git.tokenFile", flag: "--git-token-file", perRepository: true, "A file with the token for HTTPS."),
        Setting("git.token", .secret, perRepository: true, "The token for HTTPS."),
        Setting(
            "git.user", flag: "--git-user", perRepository: true, standard: "x-access-token",
            "The user name that goes with the token."),
        Setting(
            "git.sshKeyFile", flag: "--git-ssh-key-file", perRepository: true,
            "A file with a deploy key's private half, for SSH."),
        Setting("git.sshKey", .secret, perRepository: true, "The deploy key's private half."),
        Setting("git.sshPassphrase", .secret, perRepository: true, "The deploy key's passphrase."),
        Setting(
            "git.hostKeys", .list, flag: "--git-host-key", perRepository: true,
            "SHA-256 fingerprints of the SSH host keys that are accepted, as ssh-keygen -l prints them."),
        Setting(
            "git.caFile", flag: "--git-ca-file", perRepository: true,
            "A file of certificate authorities (PEM) to trust instead of the system's."),
        Setting(
            "git.allowPlainHttp", .truth, flag: "--allow-plain-http", perRepository: true, standard: "false",
            "Allow plain HTTP to other hosts than this machine."),
        Setting(
            "git.timeout", .duration, flag: "--git-timeout", perRepository: true, standard: "2m",
            "How long one question to Git's server may take."),
        Setting(
            "git.packLimit", .number, flag: "--git-pack-limit", perRepository: true, standard: "512",
            "The largest pack that is taken from Git's server, in MiB."),
        Setting(
            "githubApp.id", flag: "--github-app-id", perRepository: true,
            "The GitHub App in whose name the repository is read and written: its App ID or client ID."),
        Setting(
            "githubApp.installation", flag: "--github-app-installation", perRepository: true,
            "The number of the app's installation."),
        Setting(
            "githubApp.keyFile", flag: "--github-app-key-file", perRepository: true,
            "A file with the app's private key (PEM)."),
        Setting("githubApp.key", .secret, perRepository: true, "The app's private key (PEM)."),
        Setting(
            "githubApp.url", flag: "--github-app-url", perRepository: true, standard: "https://api.github.com",
            "GitHub's API; of an Enterprise Server, https://HOST/api/v3."),
    ]

    private static let trust: [Setting] = [
        Setting("allow.accounts", .list, flag: "--allow-account", "AWS accounts that repositories may name."),
        Setting("allow.roles", .list, flag: "--allow-role", "Role ARNs that repositories may name."),
        Setting(
            "verify.sshFile", flag: "--verify-ssh",
            "Refuse commits that are not signed with SSH by a key of this allowed signers file."),
        Setting(
            "verify.openpgpFile", flag: "--verify-openpgp",
            "Refuse commits that are not signed with OpenPGP by a key of this keyring."),
        Setting(
            "verify.mode", flag: "--verify-mode", standard: "first-parents",
            "What is checked since the last applied commit: first-parents, all or head."),
        Setting("acceptRewrite", flag: "--accept-rewrite", "A rewritten tip (40 hex digits) that is accepted."),
    ]

    private static let running: [Setting] = [
        Setting(
            "listen", flag: "--listen", standard: "127.0.0.1:8090",
            "Where /healthz, /readyz and /metrics are served; off for nowhere."),
        Setting("log.format", flag: "--log-format", standard: "text", "How log lines look: text or json."),
        Setting(
            "log.level", flag: "--log-level", standard: "info",
            "The least that is logged: debug, info, warning or error."),
        Setting(
            "traces.endpoint", flag: "--traces-endpoint",
            "An OpenTelemetry collector (OTLP over HTTP) that gets a trace of each pass; else OTEL_EXPORTER_OTLP_ENDPOINT."
        ),
        Setting(
            "traces.headers", .secret,
            "What each request to the collector carries, name=value with commas between; else OTEL_EXPORTER_OTLP_HEADERS."
        ),
    ]

    private static let parts: [Setting] =
        [
            Setting(
                "webhook.listen", flag: "--webhook-listen",
                "Where webhooks are taken (docs/triggers.md), such as 0.0.0.0:8091; nowhere without it."),
            Setting(
                "webhook.secretFiles", .list, flag: "--webhook-secret-file",
                "Forges and the files that hold their secrets, github=/run/secrets/hook."),
        ] + webhookSecrets + [
            Setting(
                "webhook.allowGitlabToken", .truth, flag: "--allow-gitlab-token", standard: "false",
                "Believe GitLab's X-Gitlab-Token as well as its signatures."),
            Setting(
                "queue.url", flag: "--queue-url",
                "The URL of an SQS queue that EventBridge puts AWS's events into (docs/triggers.md)."),
            Setting(
                "lease.table", flag: "--lease-table",
                "The DynamoDB table of leases, by which several controllers share environments (docs/leases.md)."),
            Setting(
                "lease.duration", .duration, flag: "--lease-duration", standard: "30s",
                "How long a lease lasts without renewal, at least 6s; the same for all controllers of a table."),
        ]

    private static let webhookSecrets: [Setting] = Forge.allCases.map { forge in
        Setting(forge.secretKey, .secret, "The webhook secret of the forge \(forge.rawValue).")
    }
}
