import Model

extension DocumentExpansion {
    /// The document with every layer over it, the innermost first, and which patches were about it.
    mutating func patched(
        _ document: ManifestDocument, by layers: PatchLayers
    ) throws -> (used: PatchLayers.Use, document: ManifestDocument) {
        var used = PatchLayers.Use(layers)
        var copy = document
        for (index, patches) in layers.all.enumerated() {
            let (found, patched) = try patched(copy, by: patches)
            used.insert(found, at: index)
            copy = patched
        }
        return (used, copy)
    }

    /// The document with those of `patches` over it that are about it, and which these are.
    private mutating func patched(
        _ document: ManifestDocument, by patches: [Patch]
    ) throws -> (used: Set<Int>, document: ManifestDocument) {
        var (used, copy): (Set<Int>, ManifestDocument) = ([], document)
        for (index, patch) in patches.enumerated() where patch.fits(document.value) {
            used.insert(index)
            if spent > Patch.limit { continue }
            spent += patch.cost
            if spent > Patch.limit {
                problems.append(Diagnostic("patches take more than \(Patch.limit) steps", at: patch.place))
            }
            copy = try unfolded(copy, for: patch)
            let (value, found) = patch.applied(to: copy.value, kinds)
            copy.value = value
            copy.diagnostics += found
        }
        return (used, copy)
    }

    /// A spec that stands in a file of its own is what a patch means, unless it names another file. What is wrong with
    /// the file is said once the manifest is checked.
    private func unfolded(_ document: ManifestDocument, for patch: Patch) throws -> ManifestDocument {
        let kind = document.value["kind"]?.string ?? ""
        guard let member = kinds[kind]?.fileMember, let node = kinds.node(kind), let spec = document.value["spec"],
            spec[member] != nil, patch.merge?["spec"]?[member] == nil,
            !patch.operations.contains(where: { FieldPath(["spec", member]).covers($0.path) })
        else { return document }
        let source = FileMember(
            member: member, node: node, resource: ResourceID(kind, document.value["metadata"]?["name"]?.string ?? ""),
            file: document.file, chart: document.chart)
        guard let whole = try source.spec(spec, reads.content).spec else { return document }
        var copy = document
        copy.value["spec"] = whole
        return copy
    }
}
