import Model

/// Turns names of manifests into references, and lookups into references to what they find, where a rule says that a
/// field refers to something.
struct Linker {
    let kinds: KindTable
    /// AWS's names of everything that is written, broken manifests among it.
    let names: [ResourceID: String]
    /// What is wrong with the resource at hand.
    private(set) var found: [Diagnostic] = []
    /// Every lookup so far.
    private(set) var lookups: [ResourceID: Lookup] = [:]
    private var resource = ResourceID("", "")
    private var path: [String] = []

    /// A linker that knows these names.
    init(kinds: KindTable, names: [ResourceID: String]) {
        self.kinds = kinds
        self.names = names
    }

    /// The manifest with its names linked, and what is wrong with them.
    mutating func link(_ draft: Draft) -> Draft {
        var linked = draft
        for dependency in draft.dependsOn {
            if let problem = missing(dependency, of: draft.id) { linked.diagnostics.append(problem) }
        }
        for index in draft.parts.indices {
            let (resource, problems) = link(draft.parts[index])
            linked.parts[index] = resource
            linked.diagnostics += problems
        }
        return linked
    }

    private mutating func link(_ part: Resource) -> (resource: Resource, found: [Diagnostic]) {
        found = []
        resource = part.id
        checkJoined(part.spec)
        guard let node = kinds.node(part.id.kind), node.hasTargets else { return (part, found) }
        var linked = part
        linked.spec = link(part.spec, node)
        return (linked, found)
    }

    /// Texts that a kind makes of names hold references already; what they refer to has to be there all the same.
    private mutating func checkJoined(_ value: Value) {
        switch value.content {
        case .object(let members): for member in members.values { checkJoined(member) }
        case .list(let items): for item in items { checkJoined(item) }
        case .joined(let parts):
            for id in parts.compactMap({ $0.reference?.resource }) where names[id] == nil {
                report(id.name, [id.kind], value)
            }
        default: break
        }
    }

    private func missing(_ dependency: Draft.Dependency, of id: ResourceID) -> Diagnostic? {
        guard names[dependency.id] == nil else { return nil }
        return Diagnostic(
            "no manifest is named \(dependency.id)",
            hint: Nearest.hint(for: dependency.id.description, among: names.keys.map(\.description)),
            at: dependency.place, of: id, path: FieldPath(["policy", "dependsOn"]))
    }

    private mutating func link(_ value: Value, _ node: SpecNode) -> Value {
        guard node.hasTargets else { return value }
        var copy = value
        switch value.content {
        case .string(let text):
            if let target = node.target { copy.content = named(text, target, value) }
        case .object(let members):
            if let target = node.target, target.lookup, let query = Linker.query(value) {
                copy.content = .reference(reference(query, target.kind, "id", value))
            } else {
                copy.content = .object(linked(members, node))
            }
        case .list(let items): copy.content = .list(linked(items, node))
        default: break
        }
        return copy
    }

    private mutating func linked(_ members: [String: Value], _ node: SpecNode) -> [String: Value] {
        var result = members
        for (name, member) in members {
            guard let child = node.child(name), child.hasTargets else { continue }
            path.append(name)
            result[name] = link(member, child)
            path.removeLast()
        }
        return result
    }

    private mutating func linked(_ items: [Value], _ node: SpecNode) -> [Value] {
        guard let element = node.child("*") else { return items }
        var result: [Value] = []
        for (index, item) in items.enumerated() {
            path.append(String(index))
            defer { path.removeLast() }
            if let target = element.target, target.lookup, let query = Linker.query(item) {
                result.append(Value(.reference(reference(query, target.kind, "ids", item)), at: item.place))
            } else {
                result.append(link(item, element))
            }
        }
        return result
    }

    private mutating func named(_ text: String, _ target: FieldRule.Target, _ value: Value) -> Value.Content {
        if target.isExternal(text) { return value.content }
        let meant = target.kinds.lazy.map { ResourceID($0, text) }
        guard let id = meant.first(where: { names[$0] != nil }), let awsName = names[id] else {
            let ids = target.lookup ? target.idPrefixes.map { "\($0)…, " }.joined() : nil
            report(text, target.kinds, value, otherwise: ids.map { "write \($0){tags: …} or {ssm: …}" })
            return value.content
        }
        return target.waits ? .reference(Reference(id, target.output)) : .string(awsName)
    }

    private mutating func report(
        _ text: String, _ kinds: [String], _ value: Value, otherwise hint: String? = nil
    ) {
        let known = names.keys.filter { kinds.contains($0.kind) }.map(\.name)
        found.append(
            Diagnostic(
                "no \(kinds.joined(separator: " or ")) is named \(text)",
                hint: Nearest.hint(for: text, among: known) ?? hint, at: value.place, of: resource,
                path: FieldPath(path)))
    }

    private mutating func reference(_ query: Lookup.Query, _ kind: String, _ output: String, _ value: Value)
        -> Reference
    {
        let lookup = Lookup(kind, query, place: value.place)
        if let known = lookups[lookup.id]?.place, let place = value.place, known < place {
            return Reference(lookup.id, output)
        }
        lookups[lookup.id] = lookup
        return Reference(lookup.id, output)
    }

    private static func query(_ value: Value) -> Lookup.Query? {
        guard let fields = value.object, fields.count == 1 else { return nil }
        if let name = fields["ssm"]?.string { return .ssm(name) }
        return fields["tags"]?.object.map { .tags($0.compactMapValues(\.string)) }
    }
}
