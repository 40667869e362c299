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

    /// `spec` with names, and the members that name what is neither imported nor can be said another way: they are left out.
    func named(_ spec: Value, by schema: KindSchema) -> (spec: Value, leftOut: [String: String]) {
        var leftOut: [String: String] = [:]
        var result: [String: Value] = [:]
        for (name, member) in spec.object ?? [:] {
            var dangling: [String] = []
            let (key, value) = named(member, called: name, schema, at: FieldPath([name]), &dangling)
            if let first = dangling.first { leftOut[name] = first } else { result[key] = value }
        }
        return (.object(result), leftOut)
    }

    private func named(
        _ value: Value, called name: String, _ schema: KindSchema, at path: FieldPath, _ dangling: inout [String]
    ) -> (String, Value) {
        let target = schema.rule(at: path)?.target
        if let text = value.string, let target {
            guard let found = manifest(text, target) else {
                note(text, target, &dangling)
                return (name, value)
            }
            return (target.alias ?? name, .string(found))
        }
        return (name, inside(value, schema, at: path, &dangling))
    }

    private func inside(_ value: Value, _ schema: KindSchema, at path: FieldPath, _ dangling: inout [String]) -> Value {
        switch value.content {
        case .list(let items):
            let element = path.appending("*")
            let target = schema.rule(at: element)?.target ?? schema.rule(at: path)?.target
            return .list(
                items.map { item in
                    guard let text = item.string, let target else {
                        return inside(item, schema, at: element, &dangling)
                    }
                    let found = manifest(text, target)
                    if found == nil { note(text, target, &dangling) }
                    return .string(found ?? text)
                })
        case .object(let members):
            let pairs = members.map { named($1, called: $0, schema, at: path.appending($0), &dangling) }
            return .object(Dictionary(pairs) { first, _ in first })
        default: return value
        }
    }

    private func manifest(_ text: String, _ target: FieldRule.Target) -> String? {
        target.kinds.lazy.compactMap { name($0, target.output, text) }.first
    }

    /// A bare name would be taken for a manifest's.
    private func note(_ text: String, _ target: FieldRule.Target, _ dangling: inout [String]) {
        if !target.lookup, !target.isExternal(text) { dangling.append("\(target.kind) \(text)") }
    }
}
