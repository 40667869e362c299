public import Model

/// The fields that a spec states: the third leg of the next diff, as status files hold it.
public enum StatedFields {
    /// The leaves of `spec`, sorted. A list is one leaf, except that a shared one is its elements; an object of which
    /// exactly the demanded members are stated is one value.
    public static func of(_ spec: Value, by schema: KindSchema) -> [FieldPath] {
        var found: [FieldPath] = []
        collect(spec, schema.shape, schema, at: FieldPath(), into: &found)
        return found.sorted()
    }

    private static func collect(
        _ value: Value, _ shape: Shape?, _ schema: KindSchema, at path: FieldPath, into found: inout [FieldPath]
    ) {
        if let items = value.list, let rule = schema.rule(at: path), rule.shared == true {
            found += items.map { path.appending(elementName($0, rule)) }
        } else if let members = value.object, !members.isEmpty, path.parts.isEmpty || !isAtomic(members, shape) {
            for (name, member) in members {
                collect(member, shape?.child(name), schema, at: path.appending(name), into: &found)
            }
        } else {
            found.append(path)
        }
    }

    private static func isAtomic(_ members: [String: Value], _ shape: Shape?) -> Bool {
        let required = (shape?.members.map(Array.init) ?? []).filter(\.required).map(\.name)
        return !required.isEmpty && Set(required) == Set(members.keys)
    }

    static func elementName(_ item: Value, _ rule: FieldRule) -> String {
        guard case .keyed(let members) = rule.elements else { return item.scalarText ?? "" }
        return members.map { item[$0]?.scalarText ?? "" }.joined(separator: "/")
    }
}
