import ArgumentParser
import Crypto
import FoundationEssentials
import GitStore
import Reconciler

/// Which repository, which commit, which environment.
struct SourceOptions: ParsableArguments {
    @Argument(help: "A repository on this machine; its HEAD is read.", completion: .directory)
    var path: String = "."

    @Option(help: "A repository's URL (https, file or a path) instead of PATH.")
    var repo: String?

    @Option(help: "The branch of --repo, as a full ref name.")
    var ref: String = "refs/heads/main"

    @OptionGroup var shared: RepositoryOptions

    /// The repository as the verbs read it; `writes` when status will be written back.
    func access(includingUncommitted: Bool = false, writes: Bool) throws -> any SourceAccess {
        if let repo { return try shared.remote(repo, ref) }
        return try LocalSource(path, includingUncommitted: includingUncommitted, isWritten: writes)
    }
}

/// What opening a repository behind a URL takes.
struct RepositoryOptions: ParsableArguments {
    @Option(name: [.long, .customShort("e")], help: "The environment, where the repository has several.")
    var environment: String?

    @Option(
        help: "A file that holds the token for HTTPS; also NEAP_GIT_TOKEN_FILE, or the token itself in NEAP_GIT_TOKEN.")
    var gitTokenFile: String?

    @Option(help: "The user name that goes with the token.")
    var gitUser: String = "x-access-token"

    @Option(
        help: "A file of certificate authorities (PEM) to trust for --repo instead of the system's.",
        completion: .file())
    var gitCaFile: String?

    @Flag(help: "Allow --repo over plain HTTP to other hosts than this machine.")
    var allowPlainHttp = false

    @Option(help: "Where clones are kept; also NEAP_CACHE_DIR.", completion: .directory)
    var cacheDir: String?

    /// The branch `ref` of the repository at `url`.
    func remote(_ url: String, _ ref: String) throws -> RemoteSource {
        guard ref.hasPrefix("refs/") else {
            throw ValidationError("--ref takes a full ref name, such as refs/heads/\(ref)")
        }
        let policy = URLPolicy(allowsPlainHTTP: allowPlainHttp, allowsLocalPaths: true)
        let absolute =
            url.contains(":") || url.hasPrefix("/") ? url : FileManager.default.currentDirectoryPath + "/" + url
        let remote = Remote(
            url: try RemoteURL(absolute, policy: policy), credential: try credential(), authorityFile: gitCaFile)
        return try RemoteSource(remote, reference: ref, cacheDirectory: try cacheDirectory(for: absolute))
    }

    private func credential() throws -> Credential? {
        let variables = ProcessInfo.processInfo.environment
        if let file = gitTokenFile ?? variables["NEAP_GIT_TOKEN_FILE"] {
            return try .token(file: file, username: gitUser)
        }
        return try variables["NEAP_GIT_TOKEN"].map { _ in try .token(variable: "NEAP_GIT_TOKEN", username: gitUser) }
    }

    /// A directory of the clone's own, named by its URL's hash.
    func cacheDirectory(for url: String) throws -> String {
        let variables = ProcessInfo.processInfo.environment
        let home = variables["XDG_CACHE_HOME"] ?? variables["HOME"].map { $0 + "/.cache" } ?? "/tmp"
        let base = cacheDir ?? variables["NEAP_CACHE_DIR"] ?? home + "/neap"
        let hash = SHA256.hash(data: Array(url.utf8)).prefix(8).map { String($0, radix: 16) }.joined()
        return "\(base)/\(hash)"
    }
}
