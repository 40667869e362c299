import Model

/// All manifests of one read, linked.
struct Linked: Sendable {
    var desired: Desired
    /// AWS's names of everything that is written.
    var names: [ResourceID: String]
    /// Who has which of AWS's own names, where only one may.
    var claims: [AWSClaim: ResourceID]
    /// What was said about files apart from their content.
    let findings: [Diagnostic]
    /// Files that manifests name.
    let namedFiles: Set<String>

    /// The same after a few files changed; nil when that takes linking everything anew.
    ///
    /// Where nothing was wrong before, new names can not change what other files mean. Names that go can.
    func changed(by files: CheckedFiles, findings: [Diagnostic], kinds: KindTable) -> Linked? {
        guard self.findings == findings, namedFiles == files.named else { return nil }
        if files.fresh.isEmpty, files.gone.isEmpty { return self }
        let isGood = files.fresh.allSatisfy { !$0.content.isUnreadable && $0.content.diagnostics.isEmpty }
        let names = { (files: [CheckedFile]) in files.flatMap { $0.content.expanded.map(\.id) }.sorted() }
        guard names(files.fresh) == names(files.gone) else { return nil }
        let drafts = files.fresh.flatMap(\.content.drafts)
        let old = files.gone.flatMap(\.content.drafts)
        guard isGood, desired.isComplete, desired.invalid.isEmpty, drafts.allSatisfy(\.isValid) else { return nil }
        var copy = self
        guard copy.rename(old, drafts), copy.claim(old, drafts, kinds) else { return nil }
        var linker = Linker(kinds: kinds, names: copy.names)
        let linked = drafts.map { linker.link($0) }
        guard linked.allSatisfy(\.isValid), copy.replaceLookups(of: old, with: linker.lookups) else { return nil }
        copy.replace(old, with: linked)
        let starts = linked.flatMap { $0.parts.map(\.id) }
        return Circles.find(in: copy.desired.resources, from: starts).isEmpty ? copy : nil
    }

    /// False when a name goes, changes or is taken.
    private mutating func rename(_ old: [Draft], _ new: [Draft]) -> Bool {
        var free: [ResourceID: String] = [:]
        for part in old.flatMap(\.parts) { free[part.id] = part.awsName }
        for part in new.flatMap(\.parts) {
            let before = free.removeValue(forKey: part.id)
            guard before == part.awsName || (before == nil && names[part.id] == nil) else { return false }
            names[part.id] = part.awsName
        }
        return free.isEmpty
    }

    /// False when one of AWS's own names is taken.
    private mutating func claim(_ old: [Draft], _ new: [Draft], _ kinds: KindTable) -> Bool {
        for part in old.flatMap(\.parts) { if let claim = AWSClaim(part, kinds) { claims[claim] = nil } }
        for part in new.flatMap(\.parts) {
            guard let claim = AWSClaim(part, kinds) else { continue }
            guard claims.updateValue(part.id, forKey: claim) == nil else { return false }
        }
        return true
    }

    /// False when a lookup goes that other files may still need.
    private mutating func replaceLookups(of old: [Draft], with new: [ResourceID: Lookup]) -> Bool {
        let files = Set(old.map(\.place.file))
        for part in old.flatMap(\.parts) {
            let references = desired.resources[part.id]?.spec.references ?? []
            for id in references.map(\.resource) where desired.lookups[id] != nil && new[id] == nil { return false }
        }
        for (id, lookup) in new {
            let known = desired.lookups[id].flatMap { $0.place.map { files.contains($0.file) } == true ? nil : $0 }
            if let known, let first = known.place, let place = lookup.place, first < place { continue }
            desired.lookups[id] = lookup
        }
        return true
    }

    private mutating func replace(_ old: [Draft], with new: [Draft]) {
        let said = Set(old.flatMap(\.diagnostics))
        if !said.isEmpty { desired.diagnostics.removeAll { said.contains($0) } }
        for draft in new { desired.add(draft) }
        desired.diagnostics.sort()
    }
}

extension Desired {
    /// Adds one linked manifest.
    mutating func add(_ draft: Draft) {
        diagnostics += draft.diagnostics
        guard draft.isValid else {
            invalid.insert(draft.id)
            invalid.formUnion(draft.parts.map(\.id))
            return
        }
        for part in draft.parts { resources[part.id] = part }
    }
}
