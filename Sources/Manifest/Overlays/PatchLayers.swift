/// Patches from the inside out: those of a release or an overlay, then those of every overlay around it. Each layer
/// sees what the one inside it made.
struct PatchLayers {
    /// The innermost first.
    private(set) var all: [[Patch]] = []

    /// These layers with another one inside.
    func around(_ inner: [Patch]) -> PatchLayers { PatchLayers(all: [inner] + all) }

    /// Which patches found their target, by their layers.
    struct Use {
        private var used: [Set<Int>]

        /// None of `layers` so far.
        init(_ layers: PatchLayers) { used = Array(repeating: [], count: layers.all.count) }

        /// Those of the innermost layer, by their place in it.
        var innermost: Set<Int> { used.first ?? [] }

        /// The use of all layers but the innermost.
        var outer: Use {
            var copy = self
            copy.used = Array(used.dropFirst())
            return copy
        }

        mutating func insert(_ patches: Set<Int>, at layer: Int) { used[layer].formUnion(patches) }

        mutating func formUnion(_ other: Use) {
            for (layer, patches) in other.used.enumerated() { insert(patches, at: layer) }
        }
    }
}
