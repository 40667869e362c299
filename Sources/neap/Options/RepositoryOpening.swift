import ArgumentParser
import Controller
import Crypto
import FoundationEssentials
import GitStore
import Reconciler

/// What opening a repository behind a URL takes: how its server is spoken to, and where clones are kept.
///
/// No group of options itself: in a debug build ArgumentParser checks every level below another one five times over.
struct RepositoryOpening {
    private let git: GitFlags
    private let cacheDir: String?

    /// As flags say it; nil for the user's cache.
    init(_ git: GitFlags, cacheDir: String?) {
        self.git = git
        self.cacheDir = cacheDir
    }

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
