import Model

/// A template's documents, read once for all releases.
struct TemplateCompiler {
    /// What is wrong.
    private(set) var found: [Diagnostic] = []

    /// The template in `bytes`; what can not be read is a diagnostic.
    static func compile(_ bytes: [UInt8], path: String) -> (template: Template, found: [Diagnostic]) {
        let decoded = DecodedFile.decode(template: bytes, file: path)
        var compiler = TemplateCompiler()
        compiler.found = decoded.documents.flatMap(\.diagnostics) + [decoded.failure].compactMap { $0 }
        let documents = decoded.documents.map { compiler.node($0.value) }
        return (Template(path: path, documents: documents), compiler.found)
    }

    private mutating func node(_ value: Value) -> TemplateNode {
        switch value.content {
        case .string(let text) where TemplateText.holdsExpression(text): return self.text(text, value)
        case .string(let text) where TemplateText.isHelms(text):
            report(Self.helmProblem, value.place)
            return .constant(value)
        case .object(let members): return mapping(members, value)
        case .list(let items): return list(items, value)
        default: return .constant(value)
        }
    }

    private mutating func text(_ text: String, _ value: Value) -> TemplateNode {
        let site = TemplateSite(place: value.place, keyPlace: value.keyPlace)
        do throws(ExpressionProblem) {
            let pieces = try TemplateText.pieces(text)
            if pieces.count == 1, case .hole(let expression) = pieces[0] { return .hole(expression, site) }
            return .text(pieces, site)
        } catch {
            report(error, value.place)
            return .constant(value)
        }
    }

    private mutating func mapping(_ members: [String: Value], _ value: Value) -> TemplateNode {
        var entries: [TemplateEntry] = []
        var isConstant = true
        for (key, member) in members.inWrittenOrder {
            guard key.hasPrefix("${{") else {
                if TemplateText.holdsExpression(key) { report(Self.keyProblem, member.keyPlace) }
                let node = node(member)
                if !node.isConstant { isConstant = false }
                entries.append(.member(key, member.keyPlace, node))
                continue
            }
            isConstant = false
            guard let directive = directive(YAMLReader.directive(key), member.keyPlace) else { continue }
            add(directive, member, to: &entries)
        }
        return isConstant
            ? .constant(value) : .mapping(entries, TemplateSite(place: value.place, keyPlace: value.keyPlace))
    }

    private mutating func add(_ directive: TemplateText.Directive, _ member: Value, to entries: inout [TemplateEntry]) {
        let site = TemplateSite(place: member.keyPlace)
        let body = node(member)
        switch directive {
        case .each(let name, let list):
            entries.append(.each(TemplateLoop(variable: name, list: list, site: site, body: body)))
        case .if(let condition):
            entries.append(.choice([TemplateBranch(condition: condition, site: site, body: body)]))
        case .elseIf, .else:
            guard case .choice(let branches) = entries.last, branches.last?.condition != nil else {
                return report(Self.orphan, member.keyPlace)
            }
            entries[entries.count - 1] = .choice(branches + [branch(directive, site, body)])
        }
    }

    private func branch(_ directive: TemplateText.Directive, _ site: TemplateSite, _ body: TemplateNode)
        -> TemplateBranch
    {
        if case .elseIf(let condition) = directive {
            return TemplateBranch(condition: condition, site: site, body: body)
        }
        return TemplateBranch(condition: nil, site: site, body: body)
    }

    private mutating func list(_ items: [Value], _ value: Value) -> TemplateNode {
        var result: [TemplateItem] = []
        var isConstant = true
        for item in items {
            if let only = onlyDirective(item) {
                isConstant = false
                guard let directive = directive(only.key, only.body.keyPlace) else { continue }
                add(directive, only.body, to: &result)
            } else {
                let node = node(item)
                if !node.isConstant { isConstant = false }
                result.append(.item(node))
            }
        }
        return isConstant ? .constant(value) : .list(result, TemplateSite(place: value.place, keyPlace: value.keyPlace))
    }

    private func onlyDirective(_ item: Value) -> (key: String, body: Value)? {
        guard let members = item.object, members.count == 1, let (key, body) = members.inWrittenOrder.first,
            key.hasPrefix("${{")
        else { return nil }
        return (YAMLReader.directive(key), body)
    }

    private mutating func add(_ directive: TemplateText.Directive, _ value: Value, to items: inout [TemplateItem]) {
        let site = TemplateSite(place: value.keyPlace)
        let body = node(value)
        switch directive {
        case .each(let name, let list):
            items.append(.each(TemplateLoop(variable: name, list: list, site: site, body: body)))
        case .if(let condition):
            items.append(.choice([TemplateBranch(condition: condition, site: site, body: body)]))
        case .elseIf, .else:
            guard case .choice(let branches) = items.last, branches.last?.condition != nil else {
                return report(Self.orphan, value.keyPlace)
            }
            items[items.count - 1] = .choice(branches + [branch(directive, site, body)])
        }
    }

    private mutating func directive(_ key: String, _ place: Place?) -> TemplateText.Directive? {
        do throws(ExpressionProblem) {
            return try TemplateText.directive(key)
        } catch {
            report(error, place)
            // An else behind it has its if all the same.
            return key.dropFirst(3).drop(while: { $0 == " " }).hasPrefix("if ") ? .if(.literal(false)) : nil
        }
    }

    private static let orphan = ExpressionProblem(
        message: "else stands without an if before it", hint: "nothing may stand between an if and its else")
    private static let helmProblem = ExpressionProblem(
        message: "Helm's {{ … }} is not read", hint: "values stand in ${{ values.image.tag }}")
    private static let keyProblem = ExpressionProblem(
        message: "a key can not hold an expression", hint: "a value never makes a key")

    private mutating func report(_ problem: ExpressionProblem, _ place: Place?) {
        guard found.count < Limits.problems else { return }
        found.append(Diagnostic(problem.message, hint: problem.hint, at: place))
    }
}

extension [String: Value] {
    /// The members in the order in which they are written.
    var inWrittenOrder: [(key: String, value: Value)] {
        map { (key: $0.key, value: $0.value) }.sorted { a, b in
            switch (a.value.keyPlace, b.value.keyPlace) {
            case (let x?, let y?) where x != y: x < y
            case (nil, .some): true
            case (.some, nil): false
            default: a.key < b.key
            }
        }
    }
}
