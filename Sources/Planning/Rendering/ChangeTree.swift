import Model

/// The changes of one resource as a tree of fields, for people.
struct ChangeTree {
    /// A field, or several with one child each (`launchTemplate.overrides`).
    final class Node {
        var label: String
        var change: FieldChange?
        var children: [Node] = []
        init(_ label: String, _ change: FieldChange? = nil) {
            self.label = label
            self.change = change
        }
    }

    private let root = Node("")

    init(_ changes: [FieldChange], by schema: KindSchema) {
        for change in changes { insert(change, Self.labels(of: change, by: schema)) }
        collapse(root)
    }

    var nodes: [Node] { root.children }

    /// The steps of a path as people read them: a changed element stands behind its list (`containerDefinitions[api]`), an
    /// added or removed one below it, and a name-value pair needs no `value`.
    private static func labels(of change: FieldChange, by schema: KindSchema) -> [String] {
        var labels: [String] = []
        var path = FieldPath()
        for (index, part) in change.path.parts.enumerated() {
            let isElement = schema.rule(at: path)?.elements.map { $0 != .set } ?? (Int(part) != nil)
            let isLast = index == change.path.parts.count - 1
            if isElement && (!isLast || (change.live != nil && change.desired != nil)), let last = labels.popLast() {
                labels.append("\(last)[\(part)]")
            } else if !(isLast && part == "value" && labels.last?.hasSuffix("]") == true) {
                labels.append(part)
            }
            path = path.appending(part)
        }
        return labels
    }

    private func insert(_ change: FieldChange, _ labels: [String]) {
        var node = root
        for label in labels {
            if let child = node.children.first(where: { $0.label == label && $0.change == nil }) {
                node = child
            } else {
                let child = Node(label)
                node.children.append(child)
                node = child
            }
        }
        node.change = change
    }

    private func collapse(_ node: Node) {
        for child in node.children {
            while child.change == nil, child.children.count == 1, let only = child.children.first, only.change == nil {
                child.label += "." + only.label
                child.children = only.children
            }
            collapse(child)
        }
    }
}
