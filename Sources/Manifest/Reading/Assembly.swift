import Model

/// Checked files to what an environment wants.
struct Assembly {
    private let kinds: KindTable
    private var desired: Desired
    private var drafts: [Draft] = []

    /// Nothing yet.
    init(_ environment: Environment, _ kinds: KindTable) {
        self.kinds = kinds
        desired = Desired(environment: environment)
    }

    /// Adds what is wrong apart from manifests.
    mutating func add(_ diagnostics: [Diagnostic]) { desired.diagnostics += diagnostics }

    /// Adds the manifests of `files`.
    mutating func add(_ files: [CheckedFile]) {
        for file in files {
            drafts += file.drafts
            desired.diagnostics += file.diagnostics
            if file.isUnreadable { desired.unreadable.insert(file.path) }
        }
    }

    /// Links everything.
    consuming func finished() -> Desired {
        markDuplicates()
        link()
        markCircles()
        markDependents()
        desired.diagnostics += drafts.flatMap(\.diagnostics)
        desired.diagnostics.sort()
        return desired
    }

    private mutating func markDuplicates() {
        var owners: [ResourceID: [Int]] = [:]
        for (index, draft) in drafts.enumerated() {
            for part in draft.parts { owners[part.id, default: []].append(index) }
        }
        for (id, indexes) in owners where indexes.count > 1 {
            for (position, index) in indexes.enumerated() {
                let others = indexes.indices.filter { $0 != position }.map { drafts[indexes[$0]].place.description }
                let place = drafts[index].parts.first { $0.id == id }?.place ?? drafts[index].place
                drafts[index].diagnostics.append(
                    Diagnostic(
                        "\(id) is written more than once", hint: "also at \(others.joined(separator: ", "))", at: place,
                        of: id))
            }
        }
    }

    private mutating func link() {
        var names: [ResourceID: String] = [:]
        for draft in drafts { for part in draft.parts { names[part.id] = part.awsName } }
        var linker = Linker(kinds: kinds, names: names)
        for index in drafts.indices {
            let draft = drafts[index]
            var found = draft.dependsOn.compactMap { linker.missing($0, of: draft.id) }
            var linked: [Resource] = []
            for part in draft.parts {
                let (resource, problems) = linker.link(part)
                linked.append(resource)
                found += problems
            }
            drafts[index].diagnostics += found
            drafts[index].parts = linked
            take(drafts[index])
        }
        desired.lookups = linker.lookups
    }

    private mutating func take(_ draft: Draft) {
        if draft.operation != desired.environment.operation || draft.operation != OperationPolicy() {
            desired.operations[draft.id] = draft.operation
        }
        for part in draft.parts {
            if draft.isValid {
                desired.resources[part.id] = part
            } else {
                desired.invalid.insert(part.id)
            }
        }
        if draft.parts.isEmpty { desired.invalid.insert(draft.id) }
    }

    private mutating func markCircles() {
        for circle in Circles.find(in: desired.resources) {
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
