import Model

/// A template with values put into its tree. A value fills a place that the template has; it never adds a key.
struct TemplateRenderer {
    /// What is left of the work that a release may take.
    var budget = RenderBudget()
    /// What the paths of the chart's own files begin with; empty where everything is its own.
    var root = ""
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
    mutating func render(_ node: TemplateNode, _ scope: Scope, _ depth: Int) -> Value? {
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
        var places: [Place] = []
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
                if let place = value.place, !places.contains(place) { places.append(place) }
            }
        }
        try budget.make(text: text.utf8.count)
        return Value(.string(text), at: place(of: places, site), key: site.keyPlace)
    }

    /// Where a text of several values was set: what the chart itself does not say goes before what it says.
    private func place(of places: [Place], _ site: TemplateSite) -> Place? {
        let given = places.firstIndex { !$0.file.hasPrefix(root) } ?? 0
        guard places.indices.contains(given) else { return site.place }
        var others = places
        return others.remove(at: given).used(by: site.place, with: others)
    }

    /// Names the value's line and the template's where a value is to blame, the template's alone otherwise.
    mutating func report(_ problem: ExpressionProblem, _ place: Place?) {
        // Once nothing may be made any more, everything else would say the same.
        if budget.isSpent { stopped = true }
        guard found.count < Limits.problems else { return }
        let written = problem.place.map { $0.used(by: place) } ?? place
        let problem = Diagnostic(problem.message, hint: problem.hint, at: written)
        if found.last != problem { found.append(problem) }
    }
}
