import Model

/// Documents to checked manifests.
struct ManifestChecker {
    let kinds: KindTable
    let environment: Environment
    /// Gives the file that a manifest names.
    let readFile: (String) throws -> FileContent

    /// Everything that the bytes of `path` hold.
    func check(_ bytes: [UInt8], path: String) throws -> CheckedContent {
        var result = CheckedContent()
        let decoded = DecodedFile.decode(bytes, file: path)
        for document in decoded.documents { try add(document, from: path, to: &result) }
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

    private func incomplete(_ draft: Draft) -> Diagnostic {
        Diagnostic("not applied, because the rest of its file can not be read", at: draft.place, of: draft.id)
    }

    private func add(_ document: Document, from path: String, to result: inout CheckedContent) throws {
        var found = document.diagnostics
        let envelope = Envelope.read(document.value, file: path, kinds: kinds.manifestKinds, into: &found)
        guard let envelope else {
            result.isUnreadable = true
            result.diagnostics += found
            return
        }
        var draft = Draft(id: envelope.id, place: envelope.place, parts: [])
        draft.diagnostics = found.map { $0.of(envelope.id) }
        try fill(&draft, from: envelope, file: path)
        result.drafts.append(draft)
    }

    private func fill(_ draft: inout Draft, from envelope: Envelope, file: String) throws {
        var reader = PolicyReader(policy: environment.policy)
        if let policy = envelope.policy {
            var fields = FieldReader(policy, at: FieldPath(["policy"]), of: envelope.id)
            if policy.object != nil { reader.read(&fields, kind: envelope.id.kind) }
            draft.diagnostics += fields.finished()
        }
        draft.dependsOn = reader.dependsOn.map { Draft.Dependency(id: $0.id, place: $0.place) }
        let whole = Resource(
            envelope.id, awsName: envelope.id.name, spec: envelope.spec, policy: reader.policy, labels: envelope.labels,
            place: envelope.place, dependsOn: Set(reader.dependsOn.map(\.id)))
        if envelope.spec.object == nil {
            draft.parts = [whole]
        } else {
            try check(whole, into: &draft, file: file)
        }
    }

    /// Checks the spec, takes the name out of it, and adds what the kind makes of it.
    private func check(_ written: Resource, into draft: inout Draft, file: String) throws {
        guard let kind = kinds[written.id.kind], let node = kinds.node(written.id.kind) else { return }
        var resource = written
        if let member = kind.fileMember {
            let source = FileMember(member: member, node: node, resource: written.id, file: file)
            let (spec, found) = try source.spec(written.spec, readFile)
            draft.diagnostics += found
            guard let spec else { return draft.parts.append(written) }
            resource.spec = spec
        }
        var checker = Checker(written.id, unchecked: written.policy.unchecked)
        checker.allowsInline = kinds.allowsInline
        resource.spec = checker.canonical(resource.spec, node)
        draft.diagnostics += checker.found
        if let notice = checker.droppedNotice(at: written.place) { draft.diagnostics.append(notice) }
        takeName(kind.schema.nameMember, from: &resource)
        expand(resource, kind, into: &draft)
        for inline in checker.inlines {
            let place = inline.spec.place ?? written.place
            let part = Resource(
                inline.id, awsName: inline.id.name, spec: inline.spec, policy: written.policy, labels: written.labels,
                place: place, manifest: written.manifest)
            try check(part, into: &draft, file: place.file)
        }
    }

    private func takeName(_ member: String?, from resource: inout Resource) {
        guard let member, let name = resource.spec[member] else { return }
        if let text = name.string { resource.awsName = text }
        resource.spec[member] = nil
    }

    /// What a broken manifest would be made of counts as written too, so that nothing of it is thought absent.
    private func expand(_ resource: Resource, _ kind: ManifestKind, into draft: inout Draft) {
        let wasValid = draft.isValid
        let (parts, found) = kind.expand(resource)
        draft.parts += parts.isEmpty ? [resource] : parts
        if wasValid { draft.diagnostics += found.map { $0.of(resource.id) } }
    }
}
