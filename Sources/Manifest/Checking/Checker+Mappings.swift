import Model

extension Checker {
    /// `{tags: {Tier: private}}` or `{ssm: /some/parameter}`.
    mutating func lookup(_ value: Value, _ node: SpecNode) {
        let fields = value.object ?? [:]
        let hint = "write {tags: {Name: value}} or {ssm: /parameter}"
        guard fields.count == 1, let (name, query) = fields.first else {
            return report("a lookup has exactly one of tags and ssm", hint: hint, value.place)
        }
        path.append(name)
        defer { path.removeLast() }
        switch name {
        case "tags":
            guard let tags = query.object, !tags.isEmpty else {
                _ = mismatch(query, "a mapping with at least one tag")
                return
            }
            for (key, tag) in tags where tag.string == nil {
                path.append(key)
                _ = mismatch(tag, "a string")
                path.removeLast()
            }
        case "ssm":
            if query.string?.isEmpty != false { _ = mismatch(query, "a string") }
        default: report("unknown field", hint: hint, query.keyPlace)
        }
    }

    /// AWS's list of `{key, value}`, in either spelling, as a map.
    mutating func pairs(_ list: Value) -> Value {
        var result: [String: Value] = [:]
        for (index, item) in (list.list ?? []).enumerated() {
            path.append(String(index))
            defer { path.removeLast() }
            guard let fields = item.object else {
                _ = mismatch(item, "a mapping with key and value")
                continue
            }
            guard let (key, value) = pair(fields, item) else { continue }
            if let first = result[key] {
                let duplicate = Diagnostic.duplicate(key, first: first.keyPlace, at: item.place)
                report(duplicate.message, hint: duplicate.hint, duplicate.place)
            }
            result[key] = value
        }
        return Value(.object(result), at: list.place, key: list.keyPlace)
    }

    private mutating func pair(_ fields: [String: Value], _ item: Value) -> (String, Value)? {
        let members = Dictionary(fields.map { ($0.key.lowerCamel, $0.value) }) { first, _ in first }
        for (name, member) in members where !["key", "value"].contains(name) {
            if name == "propagateAtLaunch", member.bool == false {
                report("tags that are not propagated at launch can not be written", member.keyPlace)
            } else if !["propagateAtLaunch", "resourceId", "resourceType"].contains(name) {
                report("unknown field \(name)", hint: "an element has key and value", member.keyPlace)
            }
        }
        guard let key = members["key"]?.string else {
            report("key is missing", item.place)
            return nil
        }
        let value = members["value"] ?? Value(.string(""), at: item.place)
        return (key, value.at(value.place ?? item.place, key: members["key"]?.place))
    }
}
