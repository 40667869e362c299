import Model

/// AWS's ARNs, ids and names replaced by the names of manifests, where what they mean is imported too.
struct ReferenceNames {
    private struct Output: Hashable {
        let kind: String
        let output: String
        let text: String
    }

    private var known: [Output: String] = [:]

    init(_ stack: LiveStack, _ names: Names) {
        for thing in stack.things {
            for (output, value) in thing.live.outputs {
                guard let text = value.string, !text.isEmpty else { continue }
                known[Output(kind: thing.id.kind, output: output, text: text)] = names.name(of: thing)
            }
        }
    }

    /// The manifest's name of the `kind` whose `output` is `text`.
    func name(_ kind: String, _ output: String, _ text: String) -> String? {
        known[Output(kind: kind, output: output, text: text)]
    }

    /// A spec with names, and what it could not say.
    struct Named {
        var spec: Value = .emptyObject
        /// The members that name what is neither imported nor can be said another way, with what that is: they are left out.
        var leftOut: [String: String] = [:]
        /// Items of lists that another tool's template stood for, each with where it stood: they are left out.
        fileprivate(set) var templates: [Template] = []
    }

    /// A template that only another tool evaluates, where a subnet's or a security group's id is wanted.
    struct Template {
        let path: FieldPath
        let text: String
        let target: FieldRule.Target
    }

    /// What could not be named in one member.
    private struct Missing {
        var dangling: [String] = []
        var templates: [Template] = []
    }

    /// `spec` with the names of manifests.
    func named(_ spec: Value, by schema: KindSchema) -> Named {
        var named = Named()
        for (name, member) in spec.object ?? [:] {
            var missing = Missing()
            let (key, value) = self.named(member, called: name, schema, at: FieldPath([name]), &missing)
            if let first = missing.dangling.first {
                named.leftOut[name] = first
            } else {
                named.spec[key] = value
                named.templates += missing.templates
            }
        }
        return named
    }

    private func named(
        _ value: Value, called name: String, _ schema: KindSchema, at path: FieldPath, _ missing: inout Missing
    ) -> (String, Value) {
        let target = schema.rule(at: path)?.target
        if let text = value.string, let target {
            guard let found = manifest(text, target) else {
                note(text, target, &missing)
                return (name, value)
            }
            return (target.alias ?? name, .string(found))
        }
        return (name, inside(value, schema, at: path, &missing))
    }

    private func inside(_ value: Value, _ schema: KindSchema, at path: FieldPath, _ missing: inout Missing) -> Value {
        switch value.content {
        case .list(let items):
            let element = path.appending("*")
            let target = schema.rule(at: element)?.target ?? schema.rule(at: path)?.target
            var kept: [Value] = []
            for item in items {
                guard let text = item.string, let target else {
                    kept.append(inside(item, schema, at: element, &missing))
                    continue
                }
                let found = manifest(text, target)
                if found == nil, target.lookup, Self.isTemplate(text, target) {
                    missing.templates.append(Template(path: path, text: text, target: target))
                    continue
                }
                if found == nil { note(text, target, &missing) }
                kept.append(.string(found ?? text))
            }
            return .list(kept)
        case .object(let members):
            let pairs = members.map { named($1, called: $0, schema, at: path.appending($0), &missing) }
            return .object(Dictionary(pairs) { first, _ in first })
        default: return value
        }
    }

    private func manifest(_ text: String, _ target: FieldRule.Target) -> String? {
        target.kinds.lazy.compactMap { name($0, target.output, text) }.first
    }

    /// A bare name would be taken for a manifest's, and a template for one that nobody wrote.
    private func note(_ text: String, _ target: FieldRule.Target, _ missing: inout Missing) {
        guard !target.isExternal(text), !target.lookup || Self.isTemplate(text, target) else { return }
        missing.dangling.append("\(target.kind) \(text)")
    }

    private static func isTemplate(_ text: String, _ target: FieldRule.Target) -> Bool {
        text.contains("{{") && !target.isExternal(text)
    }
}
