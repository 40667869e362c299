import Kinds
import Manifest
import Model
import Planning

/// What Neap applied and may have to take away again: the status branch says what and from which commit, Git still holds the
/// manifests of that commit, and AWS's tags have to agree before anything is deleted.
struct Inventory {
    let memory: StatusMemory
    let manifests: AppliedManifests
    /// Seconds since 1970.
    let now: Int
    /// The commit that spoke last of what left with this one, where Neap did not see it.
    var lastWords: [ResourceID: String] = [:]
    /// Whether a commit (40 hex digits) is part of the history that is read.
    var isPart: (String) throws -> Bool = { _ in true }

    /// The resources that no manifest of `desired` has any more; what is written but broken is not among them.
    func departed(from desired: Desired) throws -> Departed {
        let present = Set(desired.resources.keys).union(desired.invalid)
        let gone = memory.resourceFiles.keys.filter { !present.contains($0) }
        var departed = try Departed(applied(Set(gone)))
        departed.elsewhere = try elsewhere(departed.resources.keys.sorted())
        let environment = desired.environment
        departed.cap = environment.prune.maxDeletions
        departed.recent = Set(memory.deletions.filter { $0.isRecent(at: now) }.map(\.manifest))
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
        var departed = Departed(
            desired.resources.merging(applied) { wanted, applied in
                var resource = applied
                resource.policy = wanted.policy
                return resource
            })
        departed.isDestroyed = true
        departed.file = desired.environment.file
        return departed
    }

    /// Each as the commit has it that was applied last, but for its policy, which is what Git said last: it may have changed
    /// without anything to apply. Without those whose commit or manifest can not be found.
    private func applied(_ ids: Set<ResourceID>) throws -> [ResourceID: Resource] {
        var byCommit: [String: Set<ResourceID>] = [:]
        for id in ids {
            for commit in [appliedCommit(id), lastCommit(id)] {
                if let commit { byCommit[commit, default: []].insert(id) }
            }
        }
        let found = try manifests.resources(byCommit)
        return ids.reduce(into: [:]) { resources, id in
            guard var resource = appliedCommit(id).flatMap({ found[$0]?[id] }) else { return }
            if let last = lastCommit(id).flatMap({ found[$0]?[id] }) { resource.policy = last.policy }
            resources[id] = resource
        }
    }

    /// Those that no commit of this history was seen to have, with the one that had them.
    private func elsewhere(_ ids: [ResourceID]) throws -> [ResourceID: String] {
        var known: [String: Bool] = [:]
        var found: [ResourceID: String] = [:]
        for id in ids {
            let commits = [appliedCommit(id), lastCommit(id)].compactMap { $0 }
            for commit in commits where known[commit] == nil { known[commit] = try isPart(commit) }
            if !commits.contains(where: { known[$0] == true }) { found[id] = commits.first }
        }
        return found
    }

    private func appliedCommit(_ id: ResourceID) -> String? { memory.resourceFiles[id]?["appliedCommit"]?.string }

    /// The newest commit that had it; nil for what was never applied.
    private func lastCommit(_ id: ResourceID) -> String? {
        guard appliedCommit(id) != nil, let file = memory.resourceFiles[id] else { return nil }
        return lastWords[id] ?? memory.newestCommit(having: file)
    }
}
