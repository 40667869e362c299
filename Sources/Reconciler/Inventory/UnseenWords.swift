import GitStore
import Manifest
import Model

/// What Git last said of what it no longer has: the commits between Neap's last look and this one may hold a word that Neap
/// never saw, such as a `retain` that was pushed together with the removal.
struct UnseenWords {
    let history: any CommitHistory
    let manifests: AppliedManifests
    let memory: StatusMemory
    /// Whether the history of a commit holds an earlier one (40 hex digits each).
    let holds: (_ earlier: String, _ later: String) throws -> Bool

    /// Commits that are asked for such a word; when more came at once, what Neap saw last holds.
    static let limit = 1_000

    /// The commit (40 hex digits) that spoke last of each resource that left with `tip`; without those of which nothing newer
    /// was said than what Neap saw. Throws what the history throws.
    func commits(at tip: String, leaving desired: Desired) throws -> [ResourceID: String] {
        let present = Set(desired.resources.keys).union(desired.invalid)
        let left = memory.resourceFiles.filter { id, file in
            !present.contains(id) && file["appliedCommit"] != nil && file[StatusMemory.orphanMark] == nil
        }
        var found: [ResourceID: String] = [:]
        for (seen, entries) in Dictionary(grouping: left, by: { memory.newestCommit(having: $0.value) }) {
            guard let seen, seen != tip else { continue }
            let words = try words(of: Set(entries.map(\.key)), after: seen, upTo: tip)
            for (id, said) in words { found[id] = try newest(said, seen) }
        }
        return found
    }

    private typealias Word = (commit: String, policy: Policy)

    /// The last word of each line of history: what a later commit that has the resource too says goes before it.
    private func words(of ids: Set<ResourceID>, after base: String, upTo tip: String) throws -> [ResourceID: [Word]] {
        var words: [ResourceID: [Word]] = [:]
        for commit in try candidates(after: base, upTo: tip) {
            let open = try ids.filter { id in
                try !(words[id] ?? []).contains { try holds(commit, $0.commit) }
            }
            guard !open.isEmpty else { continue }
            let there = try manifests.read(commit)
            for id in open { if let resource = there[id] { words[id, default: []].append((commit, resource.policy)) } }
        }
        return words
    }

    private func candidates(after base: String, upTo tip: String) throws -> [String] {
        do {
            return try history.candidates(after: base, upTo: tip, along: .all, limit: Self.limit).map(\.id)
        } catch GitError.tooLarge {
            return []
        }
    }

    /// Of words on lines that were merged one that says `retain`, also the one that Neap `seen` before them; else the newest.
    private func newest(_ words: [Word], _ seen: String) throws -> String? {
        if let stays = words.first(where: { $0.policy.deletionPolicy == .retain }) { return stays.commit }
        let isBefore = try words.contains { try holds(seen, $0.commit) }
        return isBefore ? words.first?.commit : nil
    }
}
