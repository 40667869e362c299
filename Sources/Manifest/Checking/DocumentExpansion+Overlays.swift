import Model

extension DocumentExpansion {
    /// Adds an overlay's manifests; gives the outer patches that found their target, also in what the overlay stands on.
    mutating func addOverlay(_ document: ManifestDocument, _ outer: PatchLayers) throws -> PatchLayers.Use {
        let nothing = PatchLayers.Use(outer)
        guard let envelope = envelope(document) else { return nothing }
        let (overlay, found) = OverlayManifest.read(envelope)
        guard isGood(found, envelope.id) else { return nothing }
        var inner = DocumentExpansion(kinds, environment, reads, open: open + [document.file])
        inner.spent = spent
        let layers = outer.around(overlay.patches)
        var used = PatchLayers.Use(layers)
        var names: [ManifestDocument] = []
        let before = problems.count
        for base in overlay.base {
            for document in try read(base, overlay) {
                names.append(document)
                used.formUnion(try inner.add(document, layers: layers))
            }
        }
        spent = inner.spent
        problems += inner.problems
        expanded += inner.expanded
        documents += inner.documents
        // In what could not be read a patch may well find its target.
        if !problems.dropFirst(before).contains(where: { $0.severity == .error }) {
            report(overlay.patches, used: used.innermost, among: names + inner.documents)
        }
        return used.outer
    }

    /// The documents of a file, or of all files of a folder.
    private mutating func read(_ base: (text: String, place: Place?), _ overlay: OverlayManifest) throws
        -> [ManifestDocument]
    {
        let from = base.place?.file ?? overlay.place.file
        guard let path = RepositoryPath.resolve(base.text, from: from), let found = reads.manifests(in: path) else {
            report(
                "\(base.text) is no folder or file of the repository, from the folder of \(from)", base.place,
                overlay.id)
            return []
        }
        problems += found.found
        if found.files.isEmpty { report("no manifest stands in \(path)", base.place, overlay.id) }
        var documents: [ManifestDocument] = []
        for file in found.files {
            guard !open.contains(file) else {
                report("\(path) holds \(file), which stands on it", base.place, overlay.id)
                continue
            }
            documents += try self.documents(of: file, overlay, base.place)
        }
        let named = Set(documents.flatMap { self.named(by: $0) })
        return named.isEmpty ? documents : documents.filter { !Self.isNamed($0.file, named) }
    }

    /// True when `file`, or a folder that holds it, is among `named`.
    private static func isNamed(_ file: String, _ named: Set<String>) -> Bool {
        var path = file[...]
        while true {
            if named.contains(String(path)) { return true }
            guard let slash = path.lastIndex(of: "/") else { return false }
            path = path[..<slash]
        }
    }

    /// Files and folders that a manifest of a base names, which are no manifests of the base themselves.
    private func named(by document: ManifestDocument) -> [String] {
        let kind = document.value["kind"]?.string ?? ""
        let member = kinds[kind]?.fileMember ?? (kind == "Release" ? "valuesFiles" : kind == "Overlay" ? "base" : nil)
        guard let member, let written = document.value["spec"]?[member] else { return [] }
        return (written.list ?? [written]).compactMap { value in
            value.string.flatMap { RepositoryPath.resolve($0, from: value.place?.file ?? document.file) }
        }
    }

    private mutating func documents(
        of file: String, _ overlay: OverlayManifest, _ place: Place?
    ) throws -> [ManifestDocument] {
        switch try reads.content(of: file) {
        case .refused(let reason):
            report("\(file) \(reason)", place, overlay.id)
            return []
        case .bytes(let bytes):
            let decoded = DecodedFile.decode(bytes, file: file)
            if let failure = decoded.failure { problems.append(failure) }
            return decoded.documents.map { document in
                var copy = ManifestDocument(value: document.value, file: file)
                copy.diagnostics = document.diagnostics
                return copy
            }
        }
    }
}
