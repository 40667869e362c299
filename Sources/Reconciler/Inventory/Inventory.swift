import Kinds
import Manifest
import Model
import Planning

/// What Neap applied and may have to take away again: the status branch says what and from which commit, Git still holds the
/// manifests of that commit, and AWS's tags have to agree before anything is deleted.
struct Inventory {
    let memory: StatusMemory
    let manifests: AppliedManifests

    /// The resources that no manifest of `desired` has any more; what is written but broken is not among them.
    func departed(from desired: Desired) throws -> Departed {
        let present = Set(desired.resources.keys).union(desired.invalid)
        let gone = memory.resourceFiles.keys.filter { !present.contains($0) }
        var departed = try Departed(applied(Set(gone)))
        let environment = desired.environment
        departed.cap = environment.prune.maxDeletions
        departed.confirmed = Set(environment.confirmDelete)
        departed.file = environment.file
        if !desired.isComplete {
            let first = desired.diagnostics.first { $0.severity == .error }
            let unread = desired.unreadable.sorted().joined(separator: ", ")
            departed.heldBecause = first.map(\.description) ?? "\(unread) can not be read"
        }
        return departed
    }

    /// All that was ever applied or is wanted now: what `neap destroy` takes away.
    func everything(of desired: Desired) throws -> Departed {
        let applied = try applied(Set(memory.resourceFiles.keys))
        var departed = Departed(desired.resources.merging(applied) { _, applied in applied })
        departed.isDestroyed = true
        departed.file = desired.environment.file
        return departed
    }

    /// Each as the commit has it that was applied last; without those whose commit or manifest can not be found.
    private func applied(_ ids: Set<ResourceID>) throws -> [ResourceID: Resource] {
        let commits = ids.compactMap { id in memory.resourceFiles[id]?["appliedCommit"]?.string.map { (id, $0) } }
        let byCommit = Dictionary(grouping: commits) { $0.1 }.mapValues { Set($0.map(\.0)) }
        return try manifests.resources(byCommit)
    }
}
