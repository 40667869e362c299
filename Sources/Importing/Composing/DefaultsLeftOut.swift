import Model

/// A live spec without what nobody would write: AWS's defaults, what only AWS sets, empty lists and mappings.
struct DefaultsLeftOut {
    let schema: KindSchema

    /// What is left of `spec`.
    func of(_ spec: Value) -> Value { kept(spec, schema.shape, at: FieldPath()) }

    private func kept(_ value: Value, _ shape: Shape?, at path: FieldPath) -> Value {
        switch value.content {
        case .list(let items):
            return .list(items.map { kept($0, shape?.child("*"), at: path.appending("*")) })
        case .object(let members):
            var result: [String: Value] = [:]
            for (name, member) in members {
                result[name] = kept(member, named: name, shape, at: path.appending(name))
            }
            return .object(result)
        default: return value
        }
    }

    private func kept(_ member: Value, named name: String, _ shape: Shape?, at path: FieldPath) -> Value? {
        guard !member.isNull, !schema.isReadOnly(path) else { return nil }
        let rest = kept(member, shape?.child(name), at: path)
        if shape?.members?[name]?.required == true { return rest }
        let isEmpty = rest.list?.isEmpty == true || rest.object?.isEmpty == true
        return isEmpty || isDefault(member, at: path) ? nil : rest
    }

    private func isDefault(_ value: Value, at path: FieldPath) -> Bool {
        guard let rule = schema.rule(at: path), let absent = rule.absent else { return false }
        let normal = rule.normal.map { $0(value) } ?? value
        if normal == absent { return true }
        guard let number = normal.number, let usual = absent.number else { return false }
        return number == usual
    }
}
