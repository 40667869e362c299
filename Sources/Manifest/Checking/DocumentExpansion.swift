import Model

/// Documents of a file to plain manifests: releases are rendered, overlays laid over their base.
struct DocumentExpansion {
    /// Plain manifests so far.
    var documents: [ManifestDocument] = []
    /// What keeps a release or an overlay from being known.
    var problems: [Diagnostic] = []
    /// Releases and overlays so far.
    var expanded: [Draft.Dependency] = []
    /// What patches cost so far.
    var spent = 0
    let kinds: KindTable
    let environment: Environment
    let reads: FileReads
    /// Files that are being read, each of which holds an overlay that leads to the next.
    let open: [String]

    /// An expansion for the manifests of `file`.
    init(_ kinds: KindTable, _ environment: Environment, _ reads: FileReads, open: [String]) {
        self.kinds = kinds
        self.environment = environment
        self.reads = reads
        self.open = open
    }

    /// Adds what `document` means, with `layers` over it; gives the patches that found their target.
    mutating func add(_ document: ManifestDocument, layers: PatchLayers = PatchLayers()) throws -> PatchLayers.Use {
        var (used, document) = try patched(document, by: layers)
        switch document.value["kind"]?.string {
        case "Release": used.formUnion(try addRelease(document, layers))
        case "Overlay": used.formUnion(try addOverlay(document, layers))
        default: documents.append(document)
        }
        return used
    }

    mutating func envelope(_ document: ManifestDocument) -> Envelope? {
        var found = document.diagnostics
        let envelope = Envelope.read(
            document.value, file: document.file, kinds: kinds.manifestKinds + Envelope.expanded, into: &found)
        problems += found.map { $0.of(envelope?.id) }
        if let envelope { expanded.append(Draft.Dependency(id: envelope.id, place: envelope.place)) }
        return found.contains { $0.severity == .error } ? nil : envelope
    }

    private mutating func addRelease(_ document: ManifestDocument, _ outer: PatchLayers) throws -> PatchLayers.Use {
        let nothing = PatchLayers.Use(outer)
        guard document.release == nil else {
            problems.append(Diagnostic("a chart makes no Release", hint: "use dependencies", at: document.value.place))
            return nothing
        }
        guard let envelope = envelope(document) else { return nothing }
        let (release, found) = Release.read(envelope, namePlace: document.value["metadata"]?["name"]?.place)
        guard isGood(found, envelope.id) else { return nothing }
        let (rendered, more) = try ReleaseRenderer.documents(release, in: environment, reads)
        guard isGood(more, envelope.id) else { return nothing }
        if let problem = misplaced(rendered, release) {
            problems.append(problem)
            return nothing
        }
        return try addAll(rendered, release.patches, outer)
    }

    /// Kinds that no chart may make.
    private func misplaced(_ rendered: [ManifestDocument], _ release: Release) -> Diagnostic? {
        let kind = { (document: ManifestDocument) in document.value["kind"]?.string ?? "" }
        guard let bad = rendered.first(where: { Envelope.expanded.contains(kind($0)) }) else { return nil }
        return Diagnostic(
            "a chart makes no \(kind(bad))", hint: "charts hold others as dependencies", at: bad.value.place,
            of: release.id)
    }

    /// Adds rendered manifests, the release's own patches first; a patch without a target is an error.
    private mutating func addAll(
        _ rendered: [ManifestDocument], _ own: [Patch], _ outer: PatchLayers
    ) throws -> PatchLayers.Use {
        let layers = outer.around(own)
        var used = PatchLayers.Use(layers)
        for document in rendered {
            let (found, patched) = try patched(document, by: layers)
            used.formUnion(found)
            documents.append(patched)
        }
        report(own, used: used.innermost, among: rendered)
        return used.outer
    }

    mutating func report(_ patches: [Patch], used: Set<Int>, among documents: [ManifestDocument]) {
        let names = Set(documents.compactMap(\.name)).sorted()
        let unused = patches.indices.filter { !used.contains($0) }
        // A search for the nearest name is not cheap, and a hostile file has room for many patches.
        for patch in unused.prefix(Limits.problems).map({ patches[$0] }) {
            let hint =
                Nearest.hint(for: patch.target, among: names)
                ?? "there are: \(names.prefix(20).joined(separator: ", "))"
            problems.append(Diagnostic("the patch finds no \(patch.target)", hint: hint, at: patch.place))
        }
    }

    mutating func report(_ message: String, _ place: Place?, _ id: ResourceID) {
        problems.append(Diagnostic(message, at: place, of: id))
    }

    /// Remembers what is wrong; true when nothing of it is an error.
    mutating func isGood(_ found: [Diagnostic], _ id: ResourceID) -> Bool {
        problems += found.map { $0.of(id) }
        return !found.contains { $0.severity == .error }
    }
}
