import Manifest
import Model

/// `prune.maxDeletions`: how much may go at once, and within an hour, so that a mistake in small steps is none the larger.
/// Counted in manifests, as people think of them; the parts go with their manifest.
struct DeletionCap {
    let departed: Departed
    /// Manifests that are about to go.
    let going: Set<ResourceID>
    /// Manifests that are wanted or there, those among them.
    let there: Set<ResourceID>

    /// Why nothing goes; nil when that much may.
    var refusal: String? {
        let gone = departed.recent.subtracting(there)
        let total = there.union(gone).count
        let limit = limit(of: total)
        guard !going.isEmpty, going.count + gone.count > limit else { return nil }
        let earlier = gone.isEmpty ? "" : ", after \(gone.count) that went within the hour"
        return "is not deleted: \(going.count) of \(total) manifests left Git at once (\(names))\(earlier), and "
            + "prune.maxDeletions in \(departed.file) lets \(limit) go an hour; raise it, or take them out in smaller steps"
    }

    private func limit(of total: Int) -> Int {
        switch departed.cap {
        case .count(let count): count
        case .percent(let percent): max(1, total * percent / 100)
        }
    }

    private var names: String {
        let shown = going.sorted().prefix(10).map(\.description).joined(separator: ", ")
        return shown + (going.count > 10 ? " and \(going.count - 10) more" : "")
    }
}
