import Kinds
import Manifest
import Model
import Reconciler

/// An environment and what its status branch says, read without asking AWS.
struct StatusAccess {
    let access: any SourceAccess
    let environment: Manifest.Environment
    let loaded: StatusBranch.Loaded
    /// True when what is written there goes to another machine at once.
    let isRemote: Bool
    private let snapshot: SourceSnapshot
    private let reader = ManifestReader(kinds: allKinds.map { $0.manifest })

    /// `api` of `api` and `Service/api`: the status branch may tell of what Git has no more.
    static func name(of text: String) -> String { ResourceID(parsing: text)?.name ?? text }

    /// Reads the newest commit for the environment's settings, then its status branch.
    ///
    /// Throws `GitError`, `SourceError` and `ReadError`.
    init(_ source: SourceOptions, writes: Bool = false) async throws {
        access = try source.access(writes: writes)
        isRemote = source.repo != nil
        snapshot = try await access.read()
        let list = try reader.environments(in: snapshot.files)
        environment = try list.environment(named: source.environment)
        loaded = try await access.status(environment.statusBranch, of: environment.name).loaded
    }

    /// What a person names, as the manifests have it.
    ///
    /// Throws `OperatingError.unknown` with the nearest name.
    func resource(named text: String) throws -> ResourceID {
        try ResourceNames(try reader.read(snapshot.files, environment: environment.name)).resource(text)
    }
}
