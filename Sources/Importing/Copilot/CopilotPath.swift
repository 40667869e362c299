import Model

/// A path into a task definition as Copilot writes it.
struct CopilotPath {
    private enum Step { case member(String), index(Int), append }

    private let steps: [Step]

    init?(_ text: String) {
        var steps: [Step] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            let pieces = part.split(separator: "[").map(String.init)
            guard let name = pieces.first, !name.isEmpty, !name.hasSuffix("]") else { return nil }
            steps.append(.member(name.lowerCamel))
            for piece in pieces.dropFirst() {
                guard piece.hasSuffix("]") else { return nil }
                let index = String(piece.dropLast())
                guard index == "-" || Int(index) != nil else { return nil }
                steps.append(Int(index).map { .index($0) } ?? .append)
            }
        }
        self.steps = steps
    }

    /// The definition with `value` at the path; nil when the path leads nowhere.
    func setting(_ value: Value, in definition: Value) -> Value? { Self.set(value, steps[...], in: definition) }

    private static func set(_ value: Value, _ steps: ArraySlice<Step>, in target: Value?) -> Value? {
        guard let step = steps.first else { return value }
        let rest = steps.dropFirst()
        switch step {
        case .member(let name):
            guard target == nil || target?.object != nil else { return nil }
            var copy = target ?? .emptyObject
            guard let below = set(value, rest, in: copy[name]) else { return nil }
            copy[name] = below
            return copy
        case .append:
            guard let below = set(value, rest, in: nil) else { return nil }
            return .list((target?.list ?? []) + [below])
        case .index(let index):
            guard var items = target?.list, items.indices.contains(index),
                let below = set(value, rest, in: items[index])
            else { return nil }
            items[index] = below
            return .list(items)
        }
    }
}

extension Value {
    /// With AWS's large first letters made small, as manifests have them.
    var loweredKeys: Value {
        if let items = list { return .list(items.map(\.loweredKeys)) }
        guard let members = object else { return Value(content) }
        return .object(Dictionary(members.map { ($0.key.lowerCamel, $0.value.loweredKeys) }) { first, _ in first })
    }
}
