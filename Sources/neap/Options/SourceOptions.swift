import ArgumentParser
import Controller
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

    @OptionGroup var git: GitFlags

    @Option(help: "Where clones are kept; also NEAP_CACHE_DIR.", completion: .directory)
    var cacheDir: String?

    /// The branch `ref` of the repository at `url`.
    func remote(_ url: String, _ ref: String) throws -> RemoteSource {
        guard ref.hasPrefix("refs/") else {
            throw ValidationError("--ref takes a full ref name, such as refs/heads/\(ref)")
        }
        let absolute = Self.absolute(url)
        let variables = ProcessInfo.processInfo.environment
        let settings = try GitSettings(flags: git.contents, variables: variables)
        let clone = try RemoteClone(
            try settings.access(to: absolute),
            cacheDirectory: Self.cacheDirectory(for: absolute, below: cacheDir ?? variables["NEAP_CACHE_DIR"]),
            transport: settings.transport)
        return RemoteSource(clone, reference: ref)
    }

    /// A path below where the process runs as a path from the root.
    static func absolute(_ url: String) -> String {
        url.contains(":") || url.hasPrefix("/") ? url : FileManager.default.currentDirectoryPath + "/" + url
    }

    /// A directory of the clone's own, named by its URL's hash; `base` nil is the user's cache.
    static func cacheDirectory(for url: String, below base: String?) -> String {
        let variables = ProcessInfo.processInfo.environment
        let home = variables["XDG_CACHE_HOME"] ?? variables["HOME"].map { $0 + "/.cache" } ?? "/tmp"
        let hash = SHA256.hash(data: Array(url.utf8)).prefix(8).map { String($0, radix: 16) }.joined()
        return "\(base ?? home + "/neap")/\(hash)"
    }
}
