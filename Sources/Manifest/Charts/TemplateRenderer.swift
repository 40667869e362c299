import Model

/// A template with values put into its tree. A value fills a place that the template has; it never adds a key.
struct TemplateRenderer {
    /// What is left of the work that a release may take.
    var budget = RenderBudget()
    /// What is wrong.
    private(set) var found: [Diagnostic] = []
    private var stopped = false

    /// The documents that `template` gives, in its order.
    mutating func documents(_ template: Template, in scope: Scope) -> [Value] {
        var documents: [Value] = []
        for node in template.documents {
            guard let value = render(node, scope, 0) else { continue }
            // A list is several manifests, so that `each` can make them.
            documents += value.list ?? [value]
        }
        return documents
    }

    /// The value of `node`; nil when nothing is left of it.
    private mutating func render(_ node: TemplateNode, _ scope: Scope, _ depth: Int) -> Value? {
        guard !stopped else { return nil }
        do throws(ExpressionProblem) {
            try budget.makeNode()
            guard depth <= Limits.depth else {
                throw ExpressionProblem(message: "more than \(Limits.depth) levels stand inside one another")
            }
            switch node {
            case .constant(let value, let nodes, let text):
                try budget.makeNode(nodes - 1)
                try budget.make(text: text)
                return value
            case .hole(let expression, let site):
                let value = try expression.value(in: scope, &budget)
                return value.isNull ? nil : try placed(value, site, depth)
            case .text(let pieces, let site): return try text(pieces, site, scope)
            case .mapping(let entries, let site): return mapping(entries, site, scope, depth)
            case .list(let items, let site): return list(items, site, scope, depth)
            }
        } catch {
            report(error, node.place)
            return nil
        }
    }

    /// A value in a hole: written where it was written, used where the hole is.
    private mutating func placed(_ value: Value, _ site: TemplateSite, _ depth: Int) throws(ExpressionProblem) -> Value
    {
        try budget.makeNode()
        guard depth <= Limits.depth else {
            throw ExpressionProblem(
                message: "more than \(Limits.depth) levels stand inside one another", place: value.place)
        }
        var copy = value
        copy.place = value.place?.used(by: site.place) ?? site.place
        copy.keyPlace = site.keyPlace ?? value.keyPlace?.used(by: site.place)
        let below = TemplateSite(place: site.place)
        switch value.content {
        case .string(let text): try budget.make(text: text.utf8.count)
        case .list(let items):
            var placed: [Value] = []
            for item in items { placed.append(try self.placed(item, below, depth + 1)) }
            copy.content = .list(placed)
        case .object(let members):
            var placed: [String: Value] = [:]
            for (name, member) in members where !member.isNull {
                placed[name] = try self.placed(member, below, depth + 1)
            }
            copy.content = .object(placed)
        default: break
        }
        return copy
    }

    private mutating func text(
        _ pieces: [TextPiece], _ site: TemplateSite, _ scope: Scope
    ) throws(ExpressionProblem) -> Value {
        var text = ""
        var place: Place?
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .hole(let expression):
                let value = try expression.value(in: scope, &budget)
                guard let part = value.scalarText else {
                    let what = value.isNull ? "\(expression.text) is not set" : "\(value.typeName) stands inside a text"
                    let hint = value.isNull ? "default(\(expression.text), 'text')" : "it can only stand alone"
                    throw ExpressionProblem(message: what, hint: hint, place: value.place)
                }
                text += part
                place = place ?? value.place
            }
        }
        try budget.make(text: text.utf8.count)
        return Value(.string(text), at: place?.used(by: site.place) ?? site.place, key: site.keyPlace)
    }

    private mutating func mapping(
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

    private mutating func list(_ items: [TemplateItem], _ site: TemplateSite, _ scope: Scope, _ depth: Int) -> Value? {
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

    /// Names the value's line and the template's where a value is to blame, the template's alone otherwise.
    private mutating func report(_ problem: ExpressionProblem, _ place: Place?) {
        // Once nothing may be made any more, everything else would say the same.
        if budget.isSpent { stopped = true }
        guard found.count < Limits.problems else { return }
        let written = problem.place.map { $0.used(by: place) } ?? place
        let problem = Diagnostic(problem.message, hint: problem.hint, at: written)
        if found.last != problem { found.append(problem) }
    }
}
