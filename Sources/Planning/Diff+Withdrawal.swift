import Model

extension Diff {
    /// Fields that the last applied manifest stated and this one does not (DESIGN section 6).
    func withdraw(_ desired: Value, _ live: Value, into found: inout Result) {
        for path in (stated ?? []).sorted() where !isStated(path, in: desired) {
            if ignore.contains(where: { $0.covers(path) }) || claims.contains(where: { $0.path == path }) { continue }
            withdraw(path, live[path] ?? sharedElement(path, live), into: &found)
        }
    }

    private func withdraw(_ path: FieldPath, _ live: Value?, into found: inout Result) {
        switch schema.onRemoval(at: path) {
        case .required: found.required.append(path)
        case .keep: if live != nil { found.kept.append(path) }
        case .toDefault:
            let rule = schema.rule(at: path)
            let absent = rule?.absent
            let there = live.map { value in rule?.normal.map { $0(value) } ?? value }
            let isReported = found.changes.contains { $0.path.covers(path) || path.covers($0.path) }
            guard let there, !there.isEmpty, !isSame(absent, there), !isReported else { return }
            report(live, absent, at: path, because: .withdrawn, into: &found)
        }
    }

    /// The live element that a path into a shared list means; its last part is the element's key.
    private func sharedElement(_ path: FieldPath, _ live: Value) -> Value? {
        let list = FieldPath(Array(path.parts.dropLast()))
        guard let rule = schema.rule(at: list), rule.shared == true, let items = live[list]?.list else { return nil }
        return items.first { StatedFields.elementName($0, rule) == path.parts.last }
    }

    /// True when the path, or a list on the way to it, is stated: lists answer for their own elements.
    private func isStated(_ path: FieldPath, in desired: Value) -> Bool {
        var value: Value? = desired
        for part in path.parts {
            guard let here = value else { return false }
            if here.object == nil { return true }
            value = here[part]
        }
        return value != nil
    }
}
