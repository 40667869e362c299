import Model

extension TemplateRenderer {
    /// A mapping's members, those of conditions and repetition among them; nil when nothing is left.
    mutating func mapping(
        _ entries: [TemplateEntry], _ site: TemplateSite, _ scope: Scope, _ depth: Int
    ) -> Value? {
        var members: [String: Value] = [:]
        var other: Value?
        for entry in entries {
            if case .member(let key, _, let node) = entry {
                if let value = render(node, scope, depth + 1) { add(value, as: key, to: &members) }
                continue
            }
            for value in bodies(entry, scope, depth) {
                if let below = value.object {
                    for (key, member) in below.inWrittenOrder { add(member, as: key, to: &members) }
                } else if entries.count == 1, other == nil {
                    other = value
                } else {
                    report(ExpressionProblem(message: "a mapping should stand under this condition"), value.place)
                }
            }
        }
        if let other { return other.at(other.place, key: site.keyPlace) }
        // What consists of nothing but conditions that do not hold is left out.
        if members.isEmpty, entries.allSatisfy(\.isDirective) { return nil }
        return Value(.object(members), at: site.place, key: site.keyPlace)
    }

    private mutating func add(_ value: Value, as key: String, to members: inout [String: Value]) {
        if let first = members[key] {
            let problem = Diagnostic.duplicate(key, first: first.keyPlace, at: value.keyPlace)
            return report(ExpressionProblem(message: problem.message, hint: problem.hint), value.keyPlace)
        }
        members[key] = value
    }

    private mutating func bodies(_ entry: TemplateEntry, _ scope: Scope, _ depth: Int) -> [Value] {
        switch entry {
        case .member: []
        case .choice(let branches): chosen(branches, scope, depth).map { [$0] } ?? []
        case .each(let loop): repeated(loop, scope, depth)
        }
    }

    /// A list's elements; nil when nothing is left.
    mutating func list(_ items: [TemplateItem], _ site: TemplateSite, _ scope: Scope, _ depth: Int) -> Value? {
        var result: [Value] = []
        var isDirectives = true
        for item in items {
            switch item {
            case .item(let node):
                isDirectives = false
                if let value = render(node, scope, depth + 1) { result.append(value) }
            case .choice(let branches):
                if let value = chosen(branches, scope, depth) { result += value.list ?? [value] }
            case .each(let loop):
                for value in repeated(loop, scope, depth) { result += value.list ?? [value] }
            }
        }
        if result.isEmpty, isDirectives { return nil }
        return Value(.list(result), at: site.place, key: site.keyPlace)
    }

    private mutating func chosen(_ branches: [TemplateBranch], _ scope: Scope, _ depth: Int) -> Value? {
        for branch in branches {
            guard let condition = branch.condition else { return render(branch.body, scope, depth + 1) }
            do throws(ExpressionProblem) {
                if try condition.truth(in: scope, &budget).truth { return render(branch.body, scope, depth + 1) }
            } catch {
                // Whether the others hold says nothing as long as this one can not be told.
                report(error, branch.site.place)
                return nil
            }
        }
        return nil
    }

    private mutating func repeated(_ loop: TemplateLoop, _ scope: Scope, _ depth: Int) -> [Value] {
        var result: [Value] = []
        do throws(ExpressionProblem) {
            let list = try loop.list.value(in: scope, &budget)
            try budget.spend(looking: list.textSize)
            for element in try elements(list) {
                try budget.spend()
                if let value = render(loop.body, scope.with(loop.variable, element), depth + 1) { result.append(value) }
            }
        } catch {
            report(error, loop.site.place)
        }
        return result
    }

    /// A list's elements; a mapping's entries as `{key, value}`, by key; nothing of what is not set.
    private func elements(_ value: Value) throws(ExpressionProblem) -> [Value] {
        if value.isNull { return [] }
        if let items = value.list { return items }
        guard value.object != nil else {
            throw ExpressionProblem(
                message: "each goes through a list or a mapping, not \(value.typeName)", place: value.place)
        }
        return value.sortedMembers.filter { !$0.value.isNull }.map { name, member in
            let key = Value(.string(name), at: member.keyPlace ?? member.place)
            return Value(.object(["key": key, "value": member]), at: member.keyPlace ?? member.place)
        }
    }
}
