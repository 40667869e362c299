import Kinds
import Model
import Planning

/// A manifest whose things left AWS, and when: `prune.maxDeletions` counts an hour of them.
struct RecentDeletion: Equatable {
    let manifest: ResourceID
    /// Seconds since 1970.
    let at: Int

    init(_ manifest: ResourceID, at: Int) {
        self.manifest = manifest
        self.at = at
    }

    /// As `status.yaml` has it; nil for anything else.
    init?(_ value: Value) {
        guard let kind = value["kind"]?.string, let name = value["name"]?.string,
            let at = value["at"]?.string.flatMap(UTC.seconds)
        else { return nil }
        self.init(ResourceID(kind, name), at: at)
    }

    func isRecent(at now: Int) -> Bool { now - at < 3_600 }

    var node: YAMLNode {
        .flow([("kind", .string(manifest.kind)), ("name", .string(manifest.name)), ("at", .string(UTC.stamp(at)))])
    }
}

extension StatusInput {
    /// What went lately. Nothing is taken off the list before something is added, so that no file changes by time alone.
    var deletions: [RecentDeletion] {
        if isDestroyed { return [] }
        let new = Set(removed.filter(isDeleted).compactMap { departures[$0]?.plan.resource.manifest })
        guard !new.isEmpty else { return memory.deletions }
        let kept = memory.deletions.filter { $0.isRecent(at: now) && !new.contains($0.manifest) }
        return kept + new.sorted().map { RecentDeletion($0, at: now) }
    }

    /// False for what was never there, and for what only has another name now.
    private func isDeleted(_ id: ResourceID) -> Bool {
        guard let file = memory.resourceFiles[id], file["appliedCommit"] != nil, kindsByName[id.kind]?.isDeed != true
        else { return false }
        guard let arn = file["arn"] else { return true }
        return !states.values.contains { $0.plan.observation.live?.outputs["arn"] == arn }
    }
}
