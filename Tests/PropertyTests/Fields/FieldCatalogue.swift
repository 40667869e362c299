import Kinds
import Model

/// Single changes of every member of every kind, on as few drawn repositories as will do.
struct FieldCatalogue {
    /// A repository with the changes that are made of it.
    struct Page {
        let seed: UInt64
        let stack: DrawnStack
        var edits: [(change: SingleChange, edit: Edit)] = []
    }

    private(set) var pages: [Page] = []
    /// How many changes there are.
    let changes: Set<SingleChange>

    /// Repositories that are looked through.
    static let seeds: UInt64 = 40
    /// How many repositories a change is tried on, when those before refuse it for their own reasons.
    static let tries = 3

    /// Of the repositories with these seeds, each time the one that adds most.
    init(seeds: Range<UInt64> = 0..<Self.seeds) {
        let stacks = seeds.map { ($0, DrawnStack(seed: $0)) }
        var names: [String: [FieldPath: FieldPath]] = [:]
        let found = stacks.map { seed, stack in
            stack.manifests.reduce(into: [SingleChange: Edit]()) { found, manifest in
                found.merge(SingleChange.all(of: manifest, seed: seed, &names[manifest.kind, default: [:]])) {
                    first, _ in
                    first
                }
            }
        }
        changes = found.reduce(into: []) { $0.formUnion($1.keys) }
        var open = changes
        var tried: [SingleChange: Int] = [:]
        while !open.isEmpty {
            let gains = found.map { open.intersection($0.keys).count }
            guard let best = gains.indices.max(by: { gains[$0] < gains[$1] || gains[$0] == gains[$1] && $0 > $1 }),
                gains[best] > 0
            else { break }
            var page = Page(seed: stacks[best].0, stack: stacks[best].1)
            for (change, edit) in found[best].sorted(by: { $0.key < $1.key })
            where tried[change, default: 0] < Self.tries {
                tried[change, default: 0] += 1
                page.edits.append((change, edit))
            }
            open.subtract(found[best].keys)
            pages.append(page)
        }
    }

    /// Every member of every kind that a manifest may state, `Service /desiredCount`.
    static var members: [String] {
        allKinds.filter { $0.schema.isManifest }.flatMap { kind in
            Members.leaves(of: kind.schema).map { "\(kind.schema.kind) \($0)" }
        }
    }

    /// Members that are changed from one value to another.
    var changed: Set<String> { Set(changes.filter { $0.way == .changed }.map { "\($0.kind) \($0.member)" }) }
}
