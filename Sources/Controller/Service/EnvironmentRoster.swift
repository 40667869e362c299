import Kinds
import Manifest
import Model
public import Reconciler

/// Which environments a branch has, read anew when its tip moves.
struct EnvironmentRoster: Sendable {
    private let source: RemoteSource
    private let clone: RemoteClone
    private let reference: String
    private let reader = ManifestReader(kinds: allKinds.map { $0.manifest })

    init(_ repository: WatchedRepository) {
        source = RemoteSource(repository.clone, reference: repository.reference)
        clone = repository.clone
        reference = repository.reference
    }

    /// What Git's server has now. Throws `GitError`, `SourceError` and `ReadError`.
    func ask() async throws -> EnvironmentNames {
        let snapshot = try await source.read()
        return try list(snapshot.files, at: snapshot.commit.id)
    }

    /// What was fetched since `known`, by whomever; nil when nothing was. Asks nobody.
    func news(since known: String?) throws -> EnvironmentNames? {
        guard let tip = try clone.knownTip(of: reference), tip != known, let files = try source.files(at: tip) else {
            return nil
        }
        return try list(files, at: tip)
    }

    private func list(_ files: any ManifestSource, at commit: String) throws -> EnvironmentNames {
        EnvironmentNames(try reader.environments(in: files), at: commit)
    }
}

extension WatchedRepository {
    /// The branch as one environment reads it.
    public var source: RemoteSource { RemoteSource(clone, reference: reference) }

    /// The environments that were asked for; else those of the branch now. One that is nil is the only one, or says why
    /// there is none.
    ///
    /// Throws `GitError`, `SourceError` and `ReadError`.
    public func environmentNames() async throws -> [String?] {
        guard environments.isEmpty else { return environments }
        let list = try await EnvironmentRoster(self).ask()
        let names = (list.names + list.broken.keys).sorted()
        return names.count > 1 ? names : [nil]
    }
}
