import ArgumentParser
import Configuration
import Controller
import FoundationEssentials

/// The flags of the controller's settings. Each may stand in a `NEAP_…` variable or in the file instead; docs/operations.md
/// lists them.
struct RunOptions: ParsableArguments {
    @Option(help: "A file of settings, YAML or JSON; also NEAP_CONFIG.", completion: .file())
    var config: String?

    @Option(help: "The repository's URL (https, git@host:path, file or a path).")
    var repo: String?

    @Option(help: "The branch, as a full ref name; refs/heads/main unless said otherwise.")
    var ref: String?

    @Option(
        name: [.long, .customShort("e")],
        help: "An environment to look after; may be repeated. Without any, all that the branch has.")
    var environment: [String] = []

    @Option(help: "Where clones are kept; also NEAP_CACHE_DIR.", completion: .directory)
    var cacheDir: String?

    @Option(help: "An AWS account that repositories may name; may be repeated.")
    var allowAccount: [String] = []

    @Option(help: "A role ARN that repositories may name; may be repeated.")
    var allowRole: [String] = []

    @Option(help: "A rewritten tip (40 hex digits) that is accepted.")
    var acceptRewrite: String?

    @Option(
        help: "Where /healthz, /readyz and /metrics are served, 127.0.0.1:8090 unless said otherwise; off for nowhere.")
    var listen: String?

    @Option(help: "How log lines look: text or json.")
    var logFormat: String?

    @Option(help: "The least that is logged: debug, info, warning or error.")
    var logLevel: String?

    @Option(
        help: "An OpenTelemetry collector (OTLP over HTTP), http://127.0.0.1:4318, that gets a trace of each pass.")
    var tracesEndpoint: String?

    /// The settings that these flags give with those of `git` and `parts`, variables and the file below them.
    ///
    /// Throws `ConfigurationError`.
    func configuration(_ git: GitFlags, _ parts: PartFlags) throws -> ControllerConfiguration {
        let variables = ProcessInfo.processInfo.environment
        return try ControllerConfiguration(
            flags: flags.merging(git.contents) { $1 }.merging(parts.contents) { $1 }, variables: variables,
            file: file(variables))
    }

    /// Where a controller with these settings serves; nil for nowhere.
    ///
    /// Throws `ConfigurationError`.
    func listenAddress() throws -> ListenAddress? {
        let variables = ProcessInfo.processInfo.environment
        return try ControllerConfiguration.listen(flags: flags, variables: variables, file: file(variables))
    }

    private func file(_ variables: [String: String]) -> String? {
        config ?? variables["NEAP_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
    }

    private var flags: [String: ConfigContent] {
        let texts: [String: String?] = [
            "repo": repo, "ref": ref, "cacheDir": cacheDir, "acceptRewrite": acceptRewrite, "listen": listen,
            "log.format": logFormat, "log.level": logLevel, "traces.endpoint": tracesEndpoint,
        ]
        let lists = ["environments": environment, "allow.accounts": allowAccount, "allow.roles": allowRole]
        return texts.compactMapValues { $0.map { ConfigContent.string($0) } }
            .merging(lists.filter { !$0.value.isEmpty }.mapValues { ConfigContent.stringArray($0) }) { $1 }
    }
}
