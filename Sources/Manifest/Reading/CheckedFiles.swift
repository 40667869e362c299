/// The checked files of one read, and how they differ from those of the read before.
struct CheckedFiles {
    /// All files that are manifests, in the order of their paths.
    var all: [CheckedFile] = []
    /// All files, those that manifests name among them.
    var byPath: [String: CheckedFile]
    /// Files of `all` that the read before did not have like this.
    var fresh: [CheckedFile] = []
    /// Files of the read before that are no more, or not like this.
    var gone: [CheckedFile] = []
    /// Files that manifests name, which are no manifests themselves.
    var named: Set<String> = []

    /// Nothing but what the read before had.
    init(byPath: [String: CheckedFile]) { self.byPath = byPath }

    /// Drops what the read before had and this one does not.
    mutating func forgetWhatIsGone() {
        guard byPath.count > all.count else { return }
        let kept = Set(all.map(\.entry.path))
        for (path, file) in byPath where !kept.contains(path) {
            gone.append(file)
            byPath[path] = nil
        }
    }

    /// Takes files that a manifest names out of the manifests.
    mutating func leaveOutNamedFiles() {
        for file in all where !file.named.isEmpty { named.formUnion(file.named.map(\.path)) }
        if named.isEmpty { return }
        all.removeAll { named.contains($0.entry.path) }
        fresh.removeAll { named.contains($0.entry.path) }
        gone.removeAll { named.contains($0.entry.path) }
    }
}
