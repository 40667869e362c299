import Model

/// Which values a chart's templates ask for, held against its schema without rendering anything.
struct ChartUse {
    /// A path below `values` that a template names; `*` is any element or entry.
    private struct Use {
        let path: [String]
        let place: Place?
        /// True where the value is taken with all that it holds.
        let isWhole: Bool
    }
    private var uses: [Use] = []

    /// Values that are asked for and not declared, whether or not a release ever reaches them.
    static func undeclared(in chart: Chart) -> [Diagnostic] {
        let use = ChartUse(of: chart)
        let others = Set(chart.dependencies.map(\.name))
        return use.uses.compactMap { use.problem($0, chart.schema, others) }
    }

    /// Values that are declared and never asked for, of vendored charts too.
    static func unused(in chart: Chart) -> [Diagnostic] {
        let others = Set(chart.dependencies.map(\.name))
        return ChartUse(of: chart).unused(chart.schema, [], others)
            + chart.dependencies.flatMap { unused(in: $0.chart) }
    }

    private init(of chart: Chart) {
        for node in chart.templates.flatMap(\.documents) { walk(node, [:]) }
        for dependency in chart.dependencies {
            if let condition = dependency.condition { visit(condition, [:], dependency.conditionPlace) }
        }
    }

    private mutating func walk(_ node: TemplateNode, _ names: [String: [String]]) {
        switch node {
        case .constant: break
        case .hole(let expression, let site): visit(expression, names, site.place)
        case .text(let pieces, let site):
            for piece in pieces { if case .hole(let expression) = piece { visit(expression, names, site.place) } }
        case .mapping(let entries, _):
            for entry in entries {
                switch entry {
                case .member(_, _, let node): walk(node, names)
                case .choice(let branches): walk(branches, names)
                case .each(let loop): walk(loop, names)
                }
            }
        case .list(let items, _):
            for item in items {
                switch item {
                case .item(let node): walk(node, names)
                case .choice(let branches): walk(branches, names)
                case .each(let loop): walk(loop, names)
                }
            }
        }
    }

    private mutating func walk(_ branches: [TemplateBranch], _ names: [String: [String]]) {
        for branch in branches {
            if let condition = branch.condition { visit(condition, names, branch.site.place) }
            walk(branch.body, names)
        }
    }

    private mutating func walk(_ loop: TemplateLoop, _ names: [String: [String]]) {
        var names = names
        if let path = path(of: loop.list, names) {
            uses.append(Use(path: path, place: loop.site.place, isWhole: false))
            names[loop.variable] = path + ["*"]
        } else {
            visit(loop.list, names, loop.site.place)
            names[loop.variable] = nil
        }
        walk(loop.body, names)
    }

    private mutating func visit(_ expression: Expression, _ names: [String: [String]], _ place: Place?) {
        if let path = path(of: expression, names) { uses.append(Use(path: path, place: place, isWhole: true)) }
        // A comparison with null only asks whether there is something.
        if case .comparison(_, let a, .literal(let value)) = expression, value.isNull, let path = path(of: a, names) {
            return uses.append(Use(path: path, place: place, isWhole: false))
        }
        var rest = expression
        while case .member(let base, _) = rest { rest = base }
        if case .element(let base, let index) = rest {
            visit(index, names, place)
            if path(of: expression, names) == nil { visit(base, names, place) }
            return
        }
        for part in rest.parts { visit(part, names, place) }
    }

    private func path(of expression: Expression, _ names: [String: [String]]) -> [String]? {
        switch expression {
        case .name("values"): []
        case .name(let name): names[name]
        case .member(let base, let name): path(of: base, names).map { $0 + [name] }
        case .element(let base, .literal(let index)) where index.string != nil:
            path(of: base, names).map { $0 + [index.string ?? "*"] }
        case .element(let base, _): path(of: base, names).map { $0 + ["*"] }
        default: nil
        }
    }

    private func problem(_ use: Use, _ schema: ValuesSchema, _ others: Set<String>) -> Diagnostic? {
        var node = schema
        var done = ["values"]
        if let first = use.path.first, others.contains(first) { return nil }
        var steps = use.path[...]
        while let step = steps.popFirst() {
            if node.isAnything { return nil }
            var next = step == "*" ? node.items ?? node.additional : node.member(step)
            if step == "*", node.items == nil, let part = steps.first, ["key", "value"].contains(part) {
                // An entry of a mapping that `each` goes through.
                steps = steps.dropFirst()
                if part == "key" { return nil }
                next = node.additional ?? node.properties.sorted { $0.key < $1.key }.first?.value
            }
            guard let below = next else {
                let hint = Nearest.hint(for: step, among: node.properties.keys.sorted())
                return Diagnostic(
                    "\(done.joined(separator: ".")).\(step) is in no schema",
                    hint: hint ?? "add it to values.schema.json",
                    at: use.place)
            }
            done.append(step)
            node = below
        }
        return nil
    }

    private func unused(_ schema: ValuesSchema, _ path: [String], _ others: Set<String>) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for (name, below) in schema.properties.sorted(by: { $0.key < $1.key }) {
            let here = path + [name]
            if path.isEmpty, others.contains(name) || isWhole(here) { continue }
            if isWhole(here) { continue }
            guard uses.contains(where: { $0.path.starts(with: here) }) else {
                found.append(
                    Diagnostic(
                        "no template uses values.\(here.joined(separator: "."))", hint: "take it out, or use it",
                        at: below.place, severity: .warning))
                continue
            }
            found += unused(below, here, [])
            if let items = below.items { found += unused(items, here + ["*"], []) }
        }
        return found
    }

    /// True when the value at `path`, or one that holds it, is taken as a whole.
    private func isWhole(_ path: [String]) -> Bool { uses.contains { $0.isWhole && path.starts(with: $0.path) } }
}
