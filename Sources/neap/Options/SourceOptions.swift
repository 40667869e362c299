import ArgumentParser
import GitStore
import Reconciler

/// Which repository, which commit, which environment.
struct SourceOptions: ParsableArguments {
    @Argument(help: "A repository on this machine, by a folder of it; its HEAD is read.", completion: .directory)
    var path: String?

    @Option(help: "A repository's URL (https, file or a path) instead of PATH.")
    var repo: String?

    @Option(help: "The branch of --repo, as a full ref name.")
    var ref: String = "refs/heads/main"

    @Option(name: [.long, .customShort("e")], help: "The environment, where the repository has several.")
    var environment: String?

    @OptionGroup var git: GitFlags

    @Option(help: "Where clones are kept; also NEAP_CACHE_DIR.", completion: .directory)
    var cacheDir: String?

    func validate() throws {
        guard repo != nil, let path else { return }
        throw ValidationError("--repo is read instead of PATH: leave out one of both, --repo or \(path)")
    }

    /// The repository as the verbs read it, here unless said otherwise; `writes` when status will be written back.
    func access(includingUncommitted: Bool = false, writes: Bool) throws -> any SourceAccess {
        if let repo { return try RepositoryOpening(git, cacheDir: cacheDir).remote(repo, ref) }
        return try LocalSource(path ?? ".", includingUncommitted: includingUncommitted, isWritten: writes)
    }
}
