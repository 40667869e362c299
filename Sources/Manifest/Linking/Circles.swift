import Model

/// Finds resources that wait for one another.
struct Circles {
    private enum Mark { case open, done }
    private let resources: [ResourceID: Resource]
    private var marks: [ResourceID: Mark] = [:]
    /// Each circle once, beginning with its least name.
    private(set) var found: [[ResourceID]] = []

    /// The circles among `resources`, by references and `dependsOn`, that can be reached from `starts`.
    static func find(in resources: [ResourceID: Resource], from starts: [ResourceID]) -> [[ResourceID]] {
        var circles = Circles(resources: resources)
        for id in starts where circles.marks[id] == nil { circles.walk(from: id) }
        return circles.found
    }

    private init(resources: [ResourceID: Resource]) { self.resources = resources }

    /// What `id` waits for, sorted.
    private func targets(of id: ResourceID) -> [ResourceID] {
        (resources[id]?.waitsFor ?? []).filter { resources[$0] != nil }.sorted()
    }

    private mutating func walk(from start: ResourceID) {
        var stack: [(id: ResourceID, targets: [ResourceID])] = [(start, targets(of: start).reversed())]
        marks[start] = .open
        while let id = stack.last?.id {
            guard let target = stack[stack.count - 1].targets.popLast() else {
                marks[id] = .done
                stack.removeLast()
                continue
            }
            if marks[target] == nil {
                marks[target] = .open
                stack.append((target, targets(of: target).reversed()))
            } else if marks[target] == .open, let begin = stack.firstIndex(where: { $0.id == target }) {
                add(stack[begin...].map(\.id))
            }
        }
    }

    private mutating func add(_ circle: [ResourceID]) {
        guard let least = circle.min(), let start = circle.firstIndex(of: least) else { return }
        found.append(Array(circle[start...] + circle[..<start]))
    }
}

extension Resource {
    /// What has to exist before this resource can be made.
    var waitsFor: Set<ResourceID> { dependsOn.union(spec.references.map(\.resource)) }
}
