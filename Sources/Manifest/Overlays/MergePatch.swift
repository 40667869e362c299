import Model

/// RFC 7386's merge patch, and AWS's lists merged by the keys that tell their elements apart: a container by its name,
/// a port mapping by its port. `null` takes a member away, `$patch: delete` an element, `$patch: replace` what was there.
struct MergePatch {
    static let directive = "$patch"
    private(set) var found: [Diagnostic] = []

    /// `base` with `patch` over it. What the patch says is written there, also where the base says the same: whoever
    /// edits the base alone changes nothing.
    mutating func merged(_ base: Value, _ patch: Value, _ node: ManifestNode) -> Value {
        if node.takesPairs, let pairs = base.asPairs, patch.object != nil { return merged(pairs, patch, node) }
        if let members = base.object, let others = patch.object { return object(members, others, base, patch, node) }
        if let items = base.list, let others = patch.list, let keys = node.mergeKeys {
            return list(items, others, base, keys, node)
        }
        return clean(patch, node)
    }

    private mutating func object(
        _ members: [String: Value], _ others: [String: Value], _ base: Value, _ patch: Value, _ node: ManifestNode
    ) -> Value {
        if let word = others[Self.directive] {
            if word.string == "replace" { return clean(patch, node) }
            report(Self.misused, word.place)
        }
        var result = members
        for (name, value) in others.sorted(by: { $0.key < $1.key }) where name != Self.directive {
            let key = node.key(name, in: members)
            let below = node.child(name)
            if value.isNull {
                result[key] = nil
            } else if let old = result[key] {
                var new = merged(old, value, below)
                new.keyPlace = old.keyPlace
                result[key] = new
            } else {
                result[name] = clean(value, below)
            }
        }
        return Value(.object(result), at: base.place, key: base.keyPlace)
    }

    private mutating func list(
        _ items: [Value], _ others: [Value], _ base: Value, _ keys: [String], _ node: ManifestNode
    ) -> Value {
        if let only = others.first, Self.isReplacement(only) {
            return Value(.list(clean(others, node)), at: only.place, key: base.keyPlace)
        }
        var result = items
        for other in others {
            guard let identity = node.identity(of: other, keys) else {
                report("an element needs \(keys.joined(separator: " or ")) to be told apart", other.place)
                continue
            }
            let index = result.firstIndex { node.identity(of: $0, keys) == identity }
            if other[Self.directive]?.string == "delete" {
                if let index { result.remove(at: index) } else { report("nothing here is \(identity)", other.place) }
            } else if let index {
                result[index] = merged(result[index], other, node.child("*"))
            } else {
                result.append(clean(other, node.child("*")))
            }
        }
        return Value(.list(result), at: base.place, key: base.keyPlace)
    }

    /// A patch where nothing was: without nulls and directives.
    private mutating func clean(_ patch: Value, _ node: ManifestNode) -> Value {
        var copy = patch
        if let members = patch.object {
            var result: [String: Value] = [:]
            for (name, member) in members.sorted(by: { $0.key < $1.key }) where !member.isNull {
                guard name == Self.directive else {
                    result[name] = clean(member, node.child(name))
                    continue
                }
                if member.string != "replace" { report(Self.misused, member.place) }
            }
            copy.content = .object(result)
        } else if let items = patch.list {
            copy.content = .list(clean(items, node))
        }
        return copy
    }

    private mutating func clean(_ items: [Value], _ node: ManifestNode) -> [Value] {
        var result: [Value] = []
        for item in Self.isReplacement(items.first) ? items.dropFirst() : items[...] {
            if item[Self.directive]?.string == "delete" {
                report("there is nothing here to delete", item.place)
            } else if Self.isReplacement(item) {
                report("\(Self.directive): replace stands before all other elements", item.place)
            } else {
                result.append(clean(item, node.child("*")))
            }
        }
        return result
    }

    private static let misused = "\(directive) is delete for an element, or replace"

    /// An element that says only that the others take the place of the whole list.
    private static func isReplacement(_ item: Value?) -> Bool {
        item?[directive]?.string == "replace" && item?.object?.count == 1
    }

    private mutating func report(_ message: String, _ place: Place?) {
        guard found.count < Limits.problems else { return }
        found.append(Diagnostic(message, at: place))
    }
}

extension Value {
    /// AWS's list of keys and values as a mapping; nil when it is none.
    fileprivate var asPairs: Value? {
        guard let items = list else { return nil }
        var members: [String: Value] = [:]
        for item in items {
            let fields = Dictionary((item.object ?? [:]).map { ($0.key.lowerCamel, $0.value) }) { first, _ in first }
            guard fields.keys.allSatisfy({ $0 == "key" || $0 == "value" }), let key = fields["key"]?.string else {
                return nil
            }
            members[key] = (fields["value"] ?? "").at(fields["value"]?.place ?? item.place, key: fields["key"]?.place)
        }
        return Value(.object(members), at: place, key: keyPlace)
    }
}
