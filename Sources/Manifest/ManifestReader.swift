public import Model

/// Reads a repository's manifests: finds, decodes, checks and links them (steps 1 to 3 of DESIGN section 2).
public struct ManifestReader: Sendable {
    private let kinds: [ManifestKind]
    private let limits: Limits

    /// A reader that knows `kinds`, those of parts among them.
    public init(kinds: [ManifestKind], limits: Limits = Limits()) {
        self.kinds = kinds
        self.limits = limits
    }

    /// The environments that the files at the source's root describe. Throws `ReadError` and what the source throws.
    public func environments(in source: any ManifestSource) throws -> EnvironmentList {
        try EnvironmentList(BoundedSource(source, limits))
    }

    /// What the source wants of the environment named `name`, or of its only one. `cache` is what was kept of
    /// earlier reads. Throws `ReadError` and what the source throws; all else is a diagnostic.
    public func read(
        _ source: any ManifestSource, environment name: String? = nil, cache: DecodeCache? = nil
    ) throws -> Desired {
        let bounded = try BoundedSource(source, limits)
        let list = try EnvironmentList(bounded)
        let environment = try list.environment(named: name)
        let ignore = try ignoreFile(bounded)
        let found = ManifestFiles(bounded.list, of: environment, ignore: ignore)
        let findings = (list.remarks[environment.name] ?? []) + found.diagnostics
        let table = KindTable(kinds)
        let kept = cache?.kept(for: environment)
        let files = try FileChecker(bounded, environment, table, ignore: ignore).check(
            found.files, known: kept?.checked ?? [:])
        let linked =
            kept?.linked.changed(by: files, findings: findings, kinds: table)
            ?? Assembly(files, findings: findings, environment, table).linked()
        cache?.keep(Kept(checked: files.byPath, linked: linked))
        return linked.desired
    }

    /// What every release and overlay of an environment stands for, and what else their files read.
    func expansions(
        of source: any ManifestSource, environment name: String?
    ) throws -> [(document: ManifestDocument, reads: FileReads)] {
        let bounded = try BoundedSource(source, limits)
        let environment = try EnvironmentList(bounded).environment(named: name)
        let ignore = try ignoreFile(bounded)
        let files = ManifestFiles(bounded.list, of: environment, ignore: ignore).files
        return try files.flatMap { entry -> [(ManifestDocument, FileReads)] in
            guard case .bytes(let bytes) = try bounded.content(of: entry) else { return [] }
            let reads = FileReads(bounded, ignore: ignore)
            var expansion = DocumentExpansion(KindTable(kinds), environment, reads, open: [entry.path])
            for document in DecodedFile.decode(bytes, file: entry.path).documents {
                _ = try expansion.add(ManifestDocument(value: document.value, file: entry.path))
            }
            return expansion.documents.map { ($0, reads) }
        }
    }

    private func ignoreFile(_ source: BoundedSource) throws -> IgnoreFile {
        guard let entry = source.entries[".neapignore"], case .bytes(let bytes) = try source.content(of: entry) else {
            return IgnoreFile("")
        }
        return IgnoreFile(String(decoding: bytes, as: UTF8.self))
    }
}
