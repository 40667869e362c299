import Model

extension Diff {
    /// Fields that the last applied manifest stated and this one does not (DESIGN section 6).
    func withdraw(_ desired: Value, _ live: Value, into found: inout Result) {
        for path in (stated ?? []).sorted() where !isStated(path, in: desired) {
            if ignore.contains(where: { $0.covers(path) }) || claims.contains(where: { $0.path == path }) { continue }
            withdraw(path, live[path], into: &found)
        }
    }

    private func withdraw(_ path: FieldPath, _ live: Value?, into found: inout Result) {
        switch schema.onRemoval(at: path) {
        case .required: found.required.append(path)
        case .keep: if live != nil { found.kept.append(path) }
        case .toDefault:
            let absent = schema.rule(at: path)?.absent
            let isReported = found.changes.contains { $0.path.covers(path) || path.covers($0.path) }
            guard let live, !live.isEmpty, live != absent, !isReported else { return }
            report(live, absent, at: path, because: .withdrawn, into: &found)
        }
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
