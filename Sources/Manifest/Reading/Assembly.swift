import Model

/// Checked files to what an environment wants, from the beginning.
struct Assembly {
    private let kinds: KindTable
    private let findings: [Diagnostic]
    private let namedFiles: Set<String>
    private var desired: Desired
    private var drafts: [Draft] = []
    private var names: [ResourceID: String] = [:]
    private var claims: [AWSClaim: ResourceID] = [:]

    /// The manifests of `files`; `findings` is what is wrong apart from their content.
    init(_ files: CheckedFiles, findings: [Diagnostic], _ environment: Environment, _ kinds: KindTable) {
        self.kinds = kinds
        self.findings = findings
        namedFiles = files.named
        desired = Desired(environment: environment)
        desired.diagnostics = findings
        desired.resources.reserveCapacity(files.all.count)
        names.reserveCapacity(files.all.count)
        var expanded: [ResourceID: [Place?]] = [:]
        for file in files.all {
            for one in file.content.expanded { expanded[one.id, default: []].append(one.place) }
            drafts += file.content.drafts
            desired.diagnostics += file.content.diagnostics
            if file.content.isUnreadable { desired.unreadable.insert(file.entry.path) }
        }
        for (id, places) in expanded where places.count > 1 {
            let others = places.dropFirst().compactMap { $0?.description }.joined(separator: ", ")
            desired.diagnostics.append(
                Diagnostic("\(id) is written more than once", hint: "also at \(others)", at: places[0], of: id))
        }
    }

    /// Links everything.
    consuming func linked() -> Linked {
        nameParts()
        claimNames()
        var linker = Linker(kinds: kinds, names: names)
        for draft in drafts { desired.add(linker.link(draft)) }
        desired.lookups = linker.lookups
        for id in desired.invalid { desired.resources[id] = nil }
        markCircles()
        markDependents()
        desired.diagnostics.sort()
        return Linked(desired: desired, names: names, claims: claims, findings: findings, namedFiles: namedFiles)
    }

    /// Collects all names, and marks those that stand twice.
    private mutating func nameParts() {
        var owners: [ResourceID: Int] = [:]
        owners.reserveCapacity(drafts.count)
        var duplicates: [ResourceID: Set<Int>] = [:]
        for (index, draft) in drafts.enumerated() {
            for part in draft.parts {
                names[part.id] = part.awsName
                if let first = owners.updateValue(index, forKey: part.id) {
                    duplicates[part.id, default: []].formUnion([first, index])
                }
            }
        }
        for (id, indexes) in duplicates { mark(id, in: indexes.sorted()) }
    }

    private mutating func mark(_ id: ResourceID, in indexes: [Int]) {
        let places = indexes.map { index in drafts[index].parts.first { $0.id == id }?.place ?? drafts[index].place }
        for (position, index) in indexes.enumerated() {
            let others = places.indices.filter { $0 != position }.map { places[$0].description }
            let hint = others.isEmpty ? "twice in this manifest" : "also at \(others.joined(separator: ", "))"
            drafts[index].diagnostics.append(
                Diagnostic("\(id) is written more than once", hint: hint, at: places[position], of: id))
        }
    }

    /// Collects AWS's own names, and marks those that several manifests claim.
    private mutating func claimNames() {
        var owners: [AWSClaim: [(draft: Int, part: Resource)]] = [:]
        owners.reserveCapacity(drafts.count)
        claims.reserveCapacity(drafts.count)
        var shared: Set<AWSClaim> = []
        for (index, draft) in drafts.enumerated() {
            for part in draft.parts {
                guard let claim = AWSClaim(part, kinds) else { continue }
                owners[claim, default: []].append((index, part))
                if let other = claims.updateValue(part.id, forKey: claim), other != part.id { shared.insert(claim) }
            }
        }
        for claim in shared { mark(claim, of: owners[claim] ?? []) }
    }

    private mutating func mark(_ claim: AWSClaim, of owners: [(draft: Int, part: Resource)]) {
        let member = kinds[claim.kind]?.schema.nameMember ?? "name"
        for (index, part) in owners {
            let others = owners.map(\.part).filter { $0.id != part.id }.map { "\($0.id) at \($0.place)" }
            drafts[index].diagnostics.append(
                Diagnostic(
                    "AWS's name \(claim.name) is also that of \(others.joined(separator: ", "))",
                    hint: "each needs a \(member) of its own", at: part.place, of: part.id, path: FieldPath([member])))
        }
    }

    private mutating func markCircles() {
        for circle in Circles.find(in: desired.resources, from: desired.resources.keys.sorted()) {
            guard let first = circle.first, let resource = desired.resources[first] else { continue }
            let names = (circle + [first]).map(\.description).joined(separator: " -> ")
            desired.diagnostics.append(
                Diagnostic("resources wait for one another: \(names)", at: resource.place, of: first))
            desired.invalid.formUnion(circle)
        }
        for id in desired.invalid { desired.resources[id] = nil }
    }

    private mutating func markDependents() {
        if desired.invalid.isEmpty { return }
        var dependents: [ResourceID: [ResourceID]] = [:]
        for (id, resource) in desired.resources {
            for target in resource.waitsFor { dependents[target, default: []].append(id) }
        }
        for broken in desired.invalid {
            var open = dependents[broken] ?? []
            while let id = open.popLast() {
                guard desired.standsOnInvalid[id, default: []].insert(broken).inserted else { continue }
                open += dependents[id] ?? []
            }
        }
    }
}
