import Kinds
import Manifest
import Model
import Synchronization

/// Resources as earlier commits have them, read once: commits never change.
final class AppliedManifests: Sendable {
    private let source: any SourceAccess
    private let kinds: [any Kind.Type]
    private let environment: String?
    private let known = Mutex<[String: [ResourceID: Resource]]>([:])

    /// The manifests of `environment` in commits of `source`; nil for its only one.
    init(_ source: any SourceAccess, kinds: [any Kind.Type], environment: String?) {
        self.source = source
        self.kinds = kinds
        self.environment = environment
    }

    /// Those resources of each commit that it has, by commit; commits that are asked for no more are forgotten.
    func resources(_ byCommit: [String: Set<ResourceID>]) throws -> [String: [ResourceID: Resource]] {
        let known = known.withLock { $0 }
        var kept: [String: [ResourceID: Resource]] = [:]
        for commit in byCommit.keys.sorted() {
            let ids = byCommit[commit] ?? []
            var resources = known[commit] ?? [:]
            if !ids.isSubset(of: resources.keys) { resources = try read(commit).filter { ids.contains($0.key) } }
            kept[commit] = resources
        }
        self.known.withLock { $0 = kept }
        return kept
    }

    /// All of them as that commit has them, what is broken left out; none when it is nowhere to be found any more.
    func read(_ commit: String) throws -> [ResourceID: Resource] {
        guard let files = try source.files(at: commit) else { return [:] }
        do {
            let reader = ManifestReader(kinds: kinds.map { $0.manifest })
            return try reader.read(files, environment: environment).resources
        } catch is ReadError {
            // The environment had another name or file then: what can not be read is not deleted.
            return [:]
        }
    }
}
