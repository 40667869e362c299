public import Configuration
import FoundationEssentials
public import Logging

/// What a controller is told by flags, `NEAP_…` variables and its file.
public struct ControllerConfiguration: Sendable {
    /// A repository that is watched.
    public struct Repository: Sendable, Equatable {
        /// Its name below `repositories`; empty for the one of `repo`.
        public var name: String
        public var url: String
        /// A full ref name.
        public var reference: String
        /// Empty for all of the repository.
        public var environments: [String]
        public var git: GitSettings
    }

    public var repositories: [Repository]
    public var allowedAccounts: Set<String>
    public var allowedRoles: Set<String>
    /// Nil for `~/.cache/neap`.
    public var cacheDirectory: String?
    /// A rewritten tip that is accepted, 40 hex digits.
    public var acceptedRewrite: String?
    /// `NEAP_VERIFY_…` variables, as the file gives them and the process has them.
    public var verification: [String: String]
    /// Nil serves nothing.
    public var listen: ListenAddress?
    public var logFormat: LogFormat
    public var logLevel: Logger.Level
    /// Nil takes no webhooks.
    public var webhooks: Webhooks?
    /// Nil reads no events.
    public var queue: QueueSettings?
    /// Nil without leases: this process believes that it is alone.
    public var leases: Leases?
    /// Nil traces nothing.
    public var traces: TraceSettings?

    /// What `flags` (by key), `variables` and the file at `path` say together.
    ///
    /// Throws `ConfigurationError`.
    public init(
        flags: [String: ConfigContent], variables: [String: String], file path: String?
    ) throws(ConfigurationError) {
        let file = try path.map { path throws(ConfigurationError) in try ConfigurationFile(at: path) }
        try self.init(
            SettingReader(flags: flags, variables: variables, file: file ?? ConfigurationFile()),
            repositories: file?.repositories ?? [], variables: variables)
    }

    init(
        _ reader: SettingReader, repositories names: [String], variables: [String: String]
    ) throws(ConfigurationError) {
        repositories = try Self.repositories(reader, names)
        allowedAccounts = try Self.accounts(reader)
        allowedRoles = try Self.roles(reader)
        cacheDirectory = reader.text("cacheDir")
        acceptedRewrite = try Self.commit(reader, "acceptRewrite")
        verification = Self.verification(reader, variables)
        listen = try Self.listen(reader)
        logFormat = try Self.choice(reader, "log.format", LogFormat.init(rawValue:), ["text", "json"]) ?? .text
        let levels = ["debug", "info", "warning", "error"]
        logLevel = try Self.choice(reader, "log.level", Logger.Level.init(rawValue:), levels) ?? .info
        webhooks = try Self.webhooks(reader)
        queue = try Self.queue(reader)
        leases = try Self.leases(reader)
        traces = try Self.traces(reader, variables)
    }

    private static func repositories(
        _ reader: SettingReader, _ names: [String]
    ) throws(ConfigurationError) -> [Repository] {
        var found: [Repository] = []
        if let url = reader.text("repo") { found.append(try repository("", url, RepositoryReader(reader, name: nil))) }
        for name in names {
            let own = RepositoryReader(reader, name: name)
            guard let url = own.ownText("repo") else {
                throw reader.wrong("repositories.\(name)", "names no repository: give its URL in repo")
            }
            found.append(try repository(name, url, own))
        }
        guard !found.isEmpty else {
            throw ConfigurationError("no repository is named: give its URL with --repo, NEAP_REPO or repo in the file")
        }
        return found
    }

    private static func repository(
        _ name: String, _ url: String, _ reader: RepositoryReader
    ) throws(ConfigurationError) -> Repository {
        let reference = reader.text("ref") ?? "refs/heads/main"
        guard reference.hasPrefix("refs/") else {
            throw reader.wrong("ref", "takes a full ref name, such as refs/heads/\(reference)")
        }
        return Repository(
            name: name, url: url, reference: reference, environments: reader.list("environments"), git: try reader.git)
    }

    /// Where a controller with this configuration serves, whatever else it says; nil for nowhere.
    ///
    /// Throws `ConfigurationError`.
    public static func listen(
        flags: [String: ConfigContent], variables: [String: String], file path: String?
    ) throws(ConfigurationError) -> ListenAddress? {
        let file = try path.map { path throws(ConfigurationError) in try ConfigurationFile(at: path) }
        return try listen(SettingReader(flags: flags, variables: variables, file: file ?? ConfigurationFile()))
    }

    private static func listen(_ reader: SettingReader) throws(ConfigurationError) -> ListenAddress? {
        if reader.text("listen") == "off" { return nil }
        return try address(reader, "listen") ?? .standard
    }

    private static func verification(_ reader: SettingReader, _ variables: [String: String]) -> [String: String] {
        // A variable may hold the keys themselves: it goes before the file all the same.
        let contents = ["verify.sshFile": "NEAP_VERIFY_SSH", "verify.openpgpFile": "NEAP_VERIFY_OPENPGP"]
        return ["verify.sshFile", "verify.openpgpFile", "verify.mode"].reduce(into: variables) { all, key in
            let names = [Setting.variable(of: key)] + (contents[key].map { [$0] } ?? [])
            guard names.allSatisfy({ all[$0, default: ""].isEmpty }), let text = reader.text(key) else { return }
            all[names[0]] = text
        }
    }

    private static func choice<T>(
        _ reader: SettingReader, _ key: String, _ read: (String) -> T?, _ known: [String]
    ) throws(ConfigurationError) -> T? {
        guard let text = reader.text(key) else { return nil }
        guard known.contains(text), let value = read(text) else {
            throw reader.wrong(key, "is one of \(known.joined(separator: ", ")), and not \(text)")
        }
        return value
    }
}
