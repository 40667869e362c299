import Model

/// Documents to checked manifests.
struct ManifestChecker {
    let kinds: KindTable
    let environment: Environment
    /// What else of the repository is read: files that manifests name, charts, bases of overlays.
    let reads: FileReads

    /// Everything that the bytes of `path` hold.
    func check(_ bytes: [UInt8], path: String) throws -> CheckedContent {
        var result = CheckedContent()
        let decoded = DecodedFile.decode(bytes, file: path)
        for document in decoded.documents { try expand(document, of: path, to: &result) }
        if let failure = decoded.failure {
            result.isUnreadable = true
            result.diagnostics.append(failure)
            // Half a file is not what anybody committed: what stands before the failure is not applied either.
            for index in result.drafts.indices {
                result.drafts[index].diagnostics.append(incomplete(result.drafts[index]))
            }
        }
        return result
    }

    /// Manifests that a chart made.
    func check(_ documents: [ManifestDocument]) throws -> CheckedContent {
        var result = CheckedContent()
        for document in documents { try add(document, to: &result) }
        return result
    }

    private func incomplete(_ draft: Draft) -> Diagnostic {
        Diagnostic("not applied, because the rest of its file can not be read", at: draft.place, of: draft.id)
    }

    /// A release or an overlay becomes the manifests that it means; all of them are known, or none is believed.
    private func expand(_ document: Document, of path: String, to result: inout CheckedContent) throws {
        var written = ManifestDocument(value: document.value, file: path)
        written.diagnostics = document.diagnostics
        var expansion = DocumentExpansion(kinds, environment, reads, open: [path])
        _ = try expansion.add(written)
        result.diagnostics += expansion.problems
        result.expanded += expansion.expanded
        if expansion.problems.contains(where: { $0.severity == .error }) {
            result.isUnreadable = true
            return
        }
        for document in expansion.documents { try add(document, to: &result) }
    }

    private func add(_ document: ManifestDocument, to result: inout CheckedContent) throws {
        var found = document.diagnostics
        let envelope = Envelope.read(
            document.value, file: document.file, kinds: kinds.manifestKinds, into: &found)
        guard let envelope else {
            result.isUnreadable = true
            result.diagnostics += found
            return
        }
        var draft = Draft(id: envelope.id, place: envelope.place, parts: [])
        draft.diagnostics = found.map { $0.of(envelope.id) }
        try fill(&draft, from: envelope, document)
        result.drafts.append(draft)
    }

    private func fill(_ draft: inout Draft, from envelope: Envelope, _ document: ManifestDocument) throws {
        var reader = PolicyReader(policy: startingPolicy(document.release, &draft))
        if let policy = envelope.policy {
            var fields = FieldReader(policy, at: FieldPath(["policy"]), of: envelope.id)
            if policy.object != nil { reader.read(&fields, kind: envelope.id.kind) }
            draft.diagnostics += fields.finished()
        }
        draft.dependsOn = reader.dependsOn.map { Draft.Dependency(id: $0.id, place: $0.place) }
        let labels = (document.release?.labels ?? [:]).merging(envelope.labels) { $1 }
        let whole = Resource(
            envelope.id, awsName: envelope.id.name, spec: envelope.spec, policy: reader.policy, labels: labels,
            place: envelope.place, dependsOn: Set(reader.dependsOn.map(\.id)))
        if envelope.spec.object == nil {
            draft.parts = [whole]
        } else {
            try check(whole, into: &draft, document)
        }
    }

    /// What a manifest's policy starts from: the environment's, with the release's over it.
    private func startingPolicy(_ release: Release?, _ draft: inout Draft) -> Policy {
        guard let release, let policy = release.policy else { return environment.policy }
        var reader = PolicyReader(policy: environment.policy)
        var fields = FieldReader(policy, at: FieldPath(["policy"]), of: release.id)
        if policy.object != nil { reader.read(&fields, kind: nil) }
        draft.diagnostics += fields.finished()
        return reader.policy
    }

    /// Checks the spec, takes the name out of it, and adds what the kind makes of it.
    private func check(_ written: Resource, into draft: inout Draft, _ document: ManifestDocument) throws {
        guard let kind = kinds[written.id.kind], let node = kinds.node(written.id.kind) else { return }
        var resource = written
        if let member = kind.fileMember {
            let source = FileMember(
                member: member, node: node, resource: written.id, file: document.file, chart: document.chart)
            let (spec, found) = try source.spec(written.spec, reads.content)
            draft.diagnostics += found
            guard let spec else { return draft.parts.append(written) }
            resource.spec = spec
        }
        var checker = Checker(written.id, unchecked: written.policy.unchecked)
        checker.allowsInline = kinds.allowsInline
        resource.spec = checker.canonical(resource.spec, node)
        // Of what could not be read as written nothing more is said.
        let unread = Set(document.diagnostics.filter { $0.severity == .error }.compactMap(\.place))
        draft.diagnostics += checker.found.filter { $0.place.map { !unread.contains($0) } ?? true }
        if let notice = checker.droppedNotice(at: written.place) { draft.diagnostics.append(notice) }
        takeName(kind, from: &resource, into: &draft, document)
        expand(resource, kind, into: &draft)
        for inline in checker.inlines {
            let place = inline.spec.place ?? written.place
            let part = Resource(
                inline.id, awsName: inline.id.name, spec: inline.spec, policy: written.policy, labels: written.labels,
                place: place, manifest: written.manifest)
            try check(part, into: &draft, document)
        }
    }

    /// Takes AWS's name out of the spec, where it is stated, and holds it against what AWS takes.
    private func takeName(
        _ kind: ManifestKind, from resource: inout Resource, into draft: inout Draft, _ document: ManifestDocument
    ) {
        let member = kind.schema.nameMember
        var place = resource.id == draft.id ? document.value["metadata"]?["name"]?.place : nil
        if let member, let name = resource.spec[member] {
            if let text = name.string { (resource.awsName, place) = (text, name.place) }
            resource.spec[member] = nil
        }
        guard let problem = kind.nameProblem(resource.awsName) else { return }
        let hint = member.map { "spec.\($0) says AWS's name" }
        draft.diagnostics.append(Diagnostic(problem, hint: hint, at: place ?? resource.place, of: resource.id))
    }

    /// What a broken manifest would be made of counts as written too, so that nothing of it is thought absent.
    private func expand(_ resource: Resource, _ kind: ManifestKind, into draft: inout Draft) {
        let wasValid = draft.isValid
        let (parts, found) = kind.expand(resource)
        draft.parts += parts.isEmpty ? [resource] : parts
        if wasValid { draft.diagnostics += found.map { $0.of(resource.id) } }
    }
}
