import Model

/// A spec in which some fields are as AWS has them: ignored ones, and drift that is only reported.
struct KeptFields {
    /// The kind's table, which tells list elements apart; without one lists are left as they are.
    let schema: KindSchema?
    let live: Value

    /// `spec` with what `live` has at `paths`, which name fields as a difference does: elements by their keys, `*` for any.
    func laid(over spec: Value, at paths: [FieldPath]) -> Value {
        paths.reduce(spec) { spec, path in kept(spec, live, path.parts[...], at: FieldPath()) ?? spec }
    }

    /// `wanted` with what lies at `parts` taken from `live`; nil when nothing is left of it.
    private func kept(_ wanted: Value?, _ live: Value?, _ parts: ArraySlice<String>, at path: FieldPath) -> Value? {
        guard let first = parts.first else { return live }
        let isList = wanted.map { $0.list != nil } ?? (live?.list != nil)
        return isList
            ? elements(wanted, live, first, parts.dropFirst(), at: path)
            : members(wanted, live, first, parts.dropFirst(), at: path)
    }

    private func members(
        _ wanted: Value?, _ live: Value?, _ first: String, _ rest: ArraySlice<String>, at path: FieldPath
    ) -> Value? {
        guard wanted == nil || wanted?.object != nil, live == nil || live?.object != nil else { return wanted }
        let all = Set((wanted?.object ?? [:]).keys).union((live?.object ?? [:]).keys)
        let meant: Set<String> = first == "*" ? all : [first]
        var result = wanted ?? .emptyObject
        for name in meant {
            result[name] = kept(wanted?[name], live?[name], rest, at: path.appending(name))
        }
        return wanted == nil && result.object?.isEmpty == true ? nil : result
    }

    private func elements(
        _ wanted: Value?, _ live: Value?, _ first: String, _ rest: ArraySlice<String>, at path: FieldPath
    ) -> Value? {
        let (stated, there) = (wanted?.list ?? [], live?.list ?? [])
        guard let statedNames = names(stated, beside: there, at: path),
            let liveNames = names(there, beside: stated, at: path)
        else { return wanted }
        let isMeant = { (name: String) in first == "*" || first == name }
        let byName = Dictionary(zip(liveNames, there)) { earlier, _ in earlier }
        var items: [Value] = []
        for (name, item) in zip(statedNames, stated) {
            // An element that AWS does not have yet has to be made whole.
            let isKept = isMeant(name) && (rest.isEmpty || byName[name] != nil)
            let here = isKept ? kept(item, byName[name], rest, at: path.appending(name)) : item
            if let here { items.append(here) }
        }
        for (name, item) in zip(liveNames, there) where rest.isEmpty && isMeant(name) && !statedNames.contains(name) {
            items.append(item)
        }
        guard wanted != nil || !items.isEmpty else { return nil }
        return Value(.list(items), at: wanted?.place, key: wanted?.keyPlace)
    }

    /// What paths call the elements of a list; nil where they have no names, or other ones than the `others`.
    private func names(_ items: [Value], beside others: [Value], at path: FieldPath) -> [String]? {
        guard let schema else { return nil }
        switch schema.rule(at: path)?.elements ?? .ordered {
        case .keyed(let members): return items.map { schema.elementName($0, keyedBy: members, at: path) }
        case .ordered: return items.count == others.count ? items.indices.map { String($0) } : nil
        case .set: return nil
        }
    }
}
