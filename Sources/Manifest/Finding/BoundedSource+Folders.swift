extension BoundedSource {
    /// Everything below `folder`, sorted by path; all of the source for `.`.
    func listing(of folder: String) -> [SourceEntry] {
        if let known = listings[folder] { return known }
        let prefix = folder == "." ? "" : "\(folder)/"
        let found = sorted[start(of: prefix)...].prefix { $0.path.utf8.starts(with: prefix.utf8) }
        listings[folder] = Array(found)
        return Array(found)
    }

    /// The first entry that is not before `prefix`.
    private func start(of prefix: String) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].path.utf8.lexicographicallyPrecedes(prefix.utf8) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// The entries by the bytes of their paths, in which everything of a folder stands together.
    static func byBytes(_ entries: [SourceEntry]) -> [SourceEntry] {
        let precedes = { (a: SourceEntry, b: SourceEntry) in a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
        let isSorted = zip(entries, entries.dropFirst()).allSatisfy { !precedes($1, $0) }
        return isSorted ? entries : entries.sorted(by: precedes)
    }
}
