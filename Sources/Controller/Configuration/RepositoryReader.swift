public import Configuration

/// The settings of one repository: its own, else those that hold for all.
struct RepositoryReader {
    private let reader: SettingReader
    private let prefix: String?

    /// `name` below `repositories`; nil for the one that the file, variables and flags name at their top.
    init(_ reader: SettingReader, name: String?) {
        self.reader = reader
        prefix = name.map { "repositories.\($0)." }
    }

    /// The key under which the setting was said.
    private func key(_ key: String) -> String {
        guard let prefix, reader.text(prefix + key) != nil || !reader.list(prefix + key).isEmpty else { return key }
        return prefix + key
    }

    func text(_ key: String) -> String? { reader.text(self.key(key)) }
    func list(_ key: String) -> [String] { reader.list(self.key(key)) }
    /// What is said of this repository alone.
    func ownText(_ key: String) -> String? { reader.text((prefix ?? "") + key) }
    func wrong(_ key: String, _ text: String) -> ConfigurationError { reader.wrong(self.key(key), text) }

    private func secret(_ key: String) -> SecretSource? {
        prefix.flatMap { reader.secret($0 + key) } ?? reader.secret(key)
    }

    /// How the repository's server is spoken to.
    var git: GitSettings {
        get throws(ConfigurationError) {
            var git = GitSettings()
            git.token = secret("git.token")
            git.user = text("git.user") ?? git.user
            git.sshKey = secret("git.sshKey")
            git.sshPassphrase = secret("git.sshPassphrase")
            git.hostKeys = list("git.hostKeys")
            git.authorityFile = text("git.caFile")
            git.allowsPlainHTTP = try reader.truth(key("git.allowPlainHttp")) ?? false
            git.timeout = try reader.duration(key("git.timeout"), in: 10...3_600) ?? git.timeout
            git.packLimit = try reader.number(key("git.packLimit"), in: 1...65_536) ?? git.packLimit
            git.githubApp = try githubApp
            return git
        }
    }

    private var githubApp: GitHubAppSettings? {
        get throws(ConfigurationError) {
            guard let id = text("githubApp.id") else { return nil }
            guard let installation = text("githubApp.installation"), let key = secret("githubApp.key") else {
                throw wrong(
                    "githubApp.id",
                    "takes --github-app-installation and --github-app-key-file beside it, or their settings")
            }
            let app = GitHubAppSettings(id: id, installation: installation, key: key)
            return GitHubAppSettings(
                id: id, installation: installation, key: key, url: text("githubApp.url") ?? app.url)
        }
    }
}

extension GitSettings {
    /// What flags (by key), else variables say of a repository that the command line names.
    ///
    /// Throws `ConfigurationError`.
    public init(flags: [String: ConfigContent], variables: [String: String]) throws(ConfigurationError) {
        let reader = SettingReader(flags: flags, variables: variables, file: ConfigurationFile())
        self = try RepositoryReader(reader, name: nil).git
    }
}
