import Model

/// Files to checked manifests, from the cache where nothing that a file stands on has changed.
struct FileChecker {
    private let source: BoundedSource
    private let environment: Environment
    private let kinds: KindTable
    private let ignore: IgnoreFile

    /// Checks files of `source`.
    init(_ source: BoundedSource, _ environment: Environment, _ kinds: KindTable, ignore: IgnoreFile) {
        self.source = source
        self.environment = environment
        self.kinds = kinds
        self.ignore = ignore
    }

    /// Every file, those taken over from `known` where nothing changed.
    func check(_ entries: [SourceEntry], known: [String: CheckedFile]) throws -> CheckedFiles {
        var result = CheckedFiles(byPath: known)
        result.all.reserveCapacity(entries.count)
        for entry in entries {
            try source.claim(entry)
            let old = known[entry.path]
            if let old, isCurrent(old, entry) {
                result.all.append(old)
                continue
            }
            let file = try check(entry)
            result.byPath[entry.path] = file
            result.all.append(file)
            result.fresh.append(file)
            if let old { result.gone.append(old) }
        }
        result.forgetWhatIsGone()
        result.leaveOutNamedFiles()
        return result
    }

    private func isCurrent(_ file: CheckedFile, _ entry: SourceEntry) -> Bool {
        guard let blob = entry.blob, file.entry.blob == blob else { return false }
        return file.named.allSatisfy { $0.blob != nil && source.entries[$0.path] == $0 }
            && file.folders.allSatisfy { $0.isCurrent(in: source) }
    }

    private func check(_ entry: SourceEntry) throws -> CheckedFile {
        switch try source.content(of: entry) {
        case .refused(let reason):
            var content = CheckedContent(isUnreadable: true)
            content.diagnostics = [Diagnostic("the file \(reason)", at: Place(file: entry.path, line: 1, column: 1))]
            return CheckedFile(entry, content)
        case .bytes(let bytes):
            let reads = FileReads(source, ignore: ignore)
            let checker = ManifestChecker(kinds: kinds, environment: environment, reads: reads)
            let content = try checker.check(bytes, path: entry.path)
            return CheckedFile(entry, content, named: reads.files, folders: reads.folders)
        }
    }
}
