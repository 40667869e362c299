import Model

/// RFC 6902's operations. An element of a list may also stand under the key that tells it apart, as plans print it:
/// `/spec/containerDefinitions/api/image`.
extension Patch.Operation {
    /// Changes `document`. Throws what does not fit.
    func apply(to document: inout Value, _ node: ManifestNode) throws(Diagnostic) {
        switch word {
        case .test:
            let there = try self.value(at: path, in: document, node)
            guard there == value else { throw problem("\(path) is something else") }
        case .remove: _ = try change(&document, node, path.parts[...]) { _ in nil }
        case .replace:
            let value = try written()
            _ = try change(&document, node, path.parts[...]) { old throws(Diagnostic) in
                value.at(value.place, key: old.keyPlace)
            }
        case .add: try add(try written(), to: &document, node, path.parts[...])
        case .copy: try add(try self.value(at: try source(), in: document, node), to: &document, node, path.parts[...])
        case .move:
            let from = try source()
            let value = try self.value(at: from, in: document, node)
            guard !from.covers(path) || from == path else { throw problem("\(path) is inside what is moved") }
            _ = try change(&document, node, from.parts[...]) { _ in nil }
            try add(value, to: &document, node, path.parts[...])
        }
    }

    private func written() throws(Diagnostic) -> Value {
        guard let value else { throw problem("\(word.rawValue) needs a value") }
        return value
    }

    private func source() throws(Diagnostic) -> FieldPath {
        guard let from else { throw problem("\(word.rawValue) needs from") }
        return from
    }

    private func problem(_ message: String) -> Diagnostic { Diagnostic(message, at: place) }

    private func value(at path: FieldPath, in document: Value, _ node: ManifestNode) throws(Diagnostic) -> Value {
        var (value, node) = (document, node)
        for part in path.parts {
            guard let next = try step(part, in: value, node) else { throw problem("there is no \(path)") }
            (value, node) = (next, node.child(value.list == nil ? part : "*"))
        }
        return value
    }

    private func step(_ part: String, in value: Value, _ node: ManifestNode) throws(Diagnostic) -> Value? {
        if let members = value.object { return members[node.key(part, in: members)] }
        guard let items = value.list else { return nil }
        return try index(part, items, node).map { items[$0] }
    }

    /// By all that tells elements apart (`80/tcp`), by the first of it where that is enough (`80`), or by number. What
    /// could be either is refused: RFC 6902 means the number, and whoever reads a plan the key.
    private func index(_ part: String, _ items: [Value], _ node: ManifestNode) throws(Diagnostic) -> Int? {
        let number = Int(part).flatMap { items.indices.contains($0) && String($0) == part ? $0 : nil }
        guard let keyed = keyed(part, items, node) else { return number }
        guard let number, number != keyed else { return keyed }
        throw problem("\(part) is one element's number and another's key: use a merge patch, which goes by keys")
    }

    private func keyed(_ part: String, _ items: [Value], _ node: ManifestNode) -> Int? {
        guard let keys = node.mergeKeys else { return nil }
        let names = items.map { node.identity(of: $0, keys) }
        if let index = names.firstIndex(of: part) { return index }
        let begun = names.indices.filter { names[$0]?.hasPrefix("\(part)/") == true }
        return begun.count == 1 ? begun[0] : nil
    }

    /// Replaces what is at `path`; takes it away when `body` gives nil.
    private func change(
        _ value: inout Value, _ node: ManifestNode, _ path: ArraySlice<String>,
        _ body: (Value) throws(Diagnostic) -> Value?
    ) throws(Diagnostic) -> Bool {
        guard let part = path.first, let old = try step(part, in: value, node) else {
            throw problem("there is no \(self.path)")
        }
        var new: Value? = old
        if path.count == 1 {
            new = try body(old)
        } else {
            var below = old
            _ = try change(&below, node.child(value.list == nil ? part : "*"), path.dropFirst(), body)
            new = below
        }
        try set(part, of: &value, to: new, node)
        return true
    }

    private func set(
        _ part: String, of value: inout Value, to new: Value?, _ node: ManifestNode
    ) throws(Diagnostic) {
        if let members = value.object {
            value[node.key(part, in: members)] = new
        } else if var items = value.list, let index = try index(part, items, node) {
            if let new { items[index] = new } else { items.remove(at: index) }
            value.content = .list(items)
        }
    }

    private func add(
        _ new: Value, to value: inout Value, _ node: ManifestNode, _ path: ArraySlice<String>
    ) throws(Diagnostic) {
        guard let part = path.first else { throw problem("the path is empty") }
        if path.count > 1 {
            guard var below = try step(part, in: value, node) else {
                throw problem("there is no \(self.path) to add to")
            }
            try add(new, to: &below, node.child(value.list == nil ? part : "*"), path.dropFirst())
            return try set(part, of: &value, to: below, node)
        }
        if let members = value.object {
            let key = node.key(part, in: members)
            value[key] = new.at(new.place, key: members[key]?.keyPlace ?? place)
        } else if var items = value.list {
            guard let index = part == "-" ? items.count : Int(part), (0...items.count).contains(index) else {
                throw problem("\(part) is no place in a list of \(items.count)")
            }
            items.insert(new, at: index)
            value.content = .list(items)
        } else {
            throw problem("\(self.path) stands in neither a mapping nor a list")
        }
    }
}
