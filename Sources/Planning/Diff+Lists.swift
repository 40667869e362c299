import Model

extension Diff {
    /// Lists by the rule's way of telling elements apart; a difference that is no single element's is the whole list's.
    func compare(
        _ items: [Value], of desired: Value, _ live: Value?, at path: FieldPath, _ rule: FieldRule?, whole: Bool,
        into found: inout Result
    ) {
        guard let there = live?.list else {
            guard !(items.isEmpty && live == nil), rule?.absent != desired else { return }
            return report(live, desired, at: path, into: &found)
        }
        switch rule?.elements ?? .ordered {
        case .keyed(let members):
            compare(items, there, keyedBy: members, at: path, shared: rule?.shared ?? false, whole: whole, into: &found)
        case .set:
            let wanted = rule?.shared == true ? items + withoutStated(there, items, at: path) : items
            guard !matches(wanted, there, at: path, whole: whole) else { return }
            report(live, Value(.list(wanted), at: desired.place, key: desired.keyPlace), at: path, into: &found)
        case .ordered:
            if items.count != there.count { return report(live, desired, at: path, into: &found) }
            for (index, pair) in zip(items, there).enumerated() {
                compare(element: pair.0, pair.1, at: path.appending(String(index)), whole: whole, into: &found)
            }
        }
    }

    private func compare(
        _ desired: [Value], _ live: [Value], keyedBy members: [String], at path: FieldPath, shared: Bool, whole: Bool,
        into found: inout Result
    ) {
        let key = { (item: Value) in schema.elementName(item, keyedBy: members, at: path) }
        let there = Dictionary(live.map { (key($0), $0) }) { first, _ in first }
        let wanted = Set(desired.map(key))
        for item in desired {
            let name = key(item)
            compare(element: item, there[name], at: path.appending(name), whole: whole, into: &found)
        }
        for (name, item) in there where !wanted.contains(name) {
            let field = path.appending(name)
            guard !shared || stated?.contains(field) == true, !ignore.contains(where: { $0.covers(field) }) else {
                continue
            }
            report(item, nil, at: field, into: &found)
        }
    }

    /// What others put into a shared set: live elements that Git neither states nor stated.
    private func withoutStated(_ live: [Value], _ desired: [Value], at path: FieldPath) -> [Value] {
        live.filter { !desired.contains($0) && stated?.contains(path.appending($0.scalarText ?? "")) != true }
    }

    private func matches(_ desired: [Value], _ live: [Value], at path: FieldPath, whole: Bool) -> Bool {
        guard desired.count == live.count else { return false }
        var rest = live
        return desired.allSatisfy { item in
            let match = rest.firstIndex { candidate in
                var found = Result()
                compare(element: item, candidate, at: path.appending("*"), whole: whole, into: &found)
                return found.changes.isEmpty
            }
            return match.map { _ = rest.remove(at: $0) } != nil
        }
    }
}
