public import Kinds
public import Model

/// What stands on what: references that wait, AWS's own demands and `policy.dependsOn`.
public struct Graph: Sendable {
    /// What each resource stands on, only resources of the environment.
    public let edges: [ResourceID: Set<ResourceID>]
    /// Every resource after what it stands on; the same for the same input.
    public let order: [ResourceID]
    /// Resources that stand on themselves through others; not in `order`.
    public let circle: [ResourceID]

    /// The graph of `resources`.
    public init(_ resources: [ResourceID: Resource], kinds: [String: any Kind.Type] = kindsByName) {
        var edges: [ResourceID: Set<ResourceID>] = [:]
        let index = ResourceIndex(resources)
        for (id, resource) in resources {
            let named = Set(resource.spec.references.map(\.resource)).union(resource.dependsOn)
            let demanded = kinds[id.kind]?.dependencies(of: resource, among: index) ?? []
            edges[id] = named.union(demanded).filter { resources[$0] != nil && $0 != id }
        }
        self.edges = edges
        (order, circle) = Self.sort(edges)
    }

    /// What stands on any of `ids`, directly or through others, with themselves.
    public func standing(on ids: Set<ResourceID>) -> Set<ResourceID> {
        order.reduce(into: ids) { found, id in
            if !found.isDisjoint(with: edges[id] ?? []) { found.insert(id) }
        }
    }

    /// What `ids` stand on, directly or through others, with themselves.
    public func below(_ ids: Set<ResourceID>) -> Set<ResourceID> {
        order.reversed().reduce(into: ids) { found, id in
            if found.contains(id) { found.formUnion(edges[id] ?? []) }
        }
    }

    /// Kahn's algorithm with the ready ones in the order of their names.
    private static func sort(_ edges: [ResourceID: Set<ResourceID>]) -> (order: [ResourceID], circle: [ResourceID]) {
        var missing = edges.mapValues(\.count)
        var dependents: [ResourceID: [ResourceID]] = [:]
        for (id, needs) in edges { for need in needs { dependents[need, default: []].append(id) } }
        var order: [ResourceID] = []
        var ready = missing.filter { $0.value == 0 }.keys.sorted()
        while !ready.isEmpty {
            order += ready
            var next: [ResourceID] = []
            for id in ready {
                for dependent in dependents[id] ?? [] {
                    missing[dependent, default: 0] -= 1
                    if missing[dependent] == 0 { next.append(dependent) }
                }
            }
            ready = next.sorted()
        }
        return (order, missing.filter { $0.value > 0 }.keys.sorted())
    }
}
