import Model

/// Finds resources that wait for one another.
struct Circles {
    private enum Mark { case open, done }
    /// What each resource waits for, sorted.
    private let edges: [ResourceID: [ResourceID]]
    private var marks: [ResourceID: Mark] = [:]
    /// Each circle once, beginning with its least name.
    private(set) var found: [[ResourceID]] = []

    /// The circles of `resources`, by their references and `dependsOn`.
    static func find(in resources: [ResourceID: Resource]) -> [[ResourceID]] {
        var edges: [ResourceID: [ResourceID]] = [:]
        for (id, resource) in resources {
            let targets = resource.waitsFor.filter { resources[$0] != nil }
            if !targets.isEmpty { edges[id] = targets.sorted() }
        }
        var circles = Circles(edges: edges)
        for id in edges.keys.sorted() where circles.marks[id] == nil { circles.walk(from: id) }
        return circles.found
    }

    private init(edges: [ResourceID: [ResourceID]]) { self.edges = edges }

    private mutating func walk(from start: ResourceID) {
        var stack: [(id: ResourceID, next: Int)] = [(start, 0)]
        marks[start] = .open
        while let (id, next) = stack.last {
            guard let targets = edges[id], next < targets.count else {
                marks[id] = .done
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].next += 1
            let target = targets[next]
            if marks[target] == nil {
                marks[target] = .open
                stack.append((target, 0))
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
