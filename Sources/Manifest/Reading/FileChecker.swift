import Model

/// Files to checked manifests, from the cache where nothing that a file stands on has changed.
struct FileChecker {
    private let source: BoundedSource
    private let environment: Environment
    private let kinds: KindTable
    private let cache: DecodeCache?

    /// Checks files of `source`.
    init(_ source: BoundedSource, _ environment: Environment, _ kinds: KindTable, _ cache: DecodeCache?) {
        self.source = source
        self.environment = environment
        self.kinds = kinds
        self.cache = cache
    }

    /// Every file, less those that a manifest among them names.
    func check(_ entries: [SourceEntry]) throws -> [CheckedFile] {
        let known = cache?.files(for: environment) ?? [:]
        var kept: [String: (blob: String, file: CheckedFile)] = [:]
        var checked: [CheckedFile] = []
        checked.reserveCapacity(entries.count)
        for entry in entries {
            try source.claim(entry)
            let file = try file(entry, known)
            if let blob = entry.blob { kept[entry.path] = (blob, file) }
            checked.append(file)
        }
        cache?.keep(kept, for: environment)
        let named = Set(checked.flatMap { $0.named.map(\.path) })
        return named.isEmpty ? checked : checked.filter { !named.contains($0.path) }
    }

    private func file(_ entry: SourceEntry, _ known: [String: (blob: String, file: CheckedFile)]) throws -> CheckedFile
    {
        if let blob = entry.blob, let (kept, file) = known[entry.path], kept == blob,
            file.named.allSatisfy({ $0.blob != nil && source.entries[$0.path] == $0 })
        {
            return file
        }
        switch try source.content(of: entry) {
        case .refused(let reason):
            let place = Place(file: entry.path, line: 1, column: 1)
            let problem = Diagnostic("the file \(reason)", at: place)
            return CheckedFile(path: entry.path, diagnostics: [problem], isUnreadable: true)
        case .bytes(let bytes):
            var named: [SourceEntry] = []
            let checker = ManifestChecker(kinds: kinds, environment: environment) { path in
                guard let entry = source.entries[path] else {
                    // Remembered, so that the file is read as soon as it appears.
                    named.append(SourceEntry(path: path, size: 0))
                    return .refused("does not exist")
                }
                named.append(entry)
                return try source.content(of: entry)
            }
            var file = try checker.check(bytes, path: entry.path)
            file.named = named
            return file
        }
    }
}
