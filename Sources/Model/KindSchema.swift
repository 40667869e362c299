/// A kind's specification as a value, so that decoding, diff, JSON Schema, `neap explain` and masking need not know the kind.
public struct KindSchema: Sendable {
    /// The kind's name, `TargetGroup`.
    public let kind: String
    /// What `spec` must look like: AWS's request shape with what the kind adds and takes away.
    public let shape: Shape
    /// What the shape can not know.
    public let rules: [FieldRule]
    /// The spec's member that holds AWS's own name, `serviceName`; nil when AWS gives no name.
    public let nameMember: String?
    /// Members that only creation has; a change of one means replacement.
    public let createOnly: Set<String>
    /// False for parts, which are written inside another kind's manifest.
    public let isManifest: Bool
    /// One sentence for `neap explain`.
    public let summary: String
    private let index: RuleIndex

    /// The schema of `kind`.
    public init(
        kind: String, shape: Shape, rules: [FieldRule], nameMember: String?, createOnly: Set<String> = [],
        isManifest: Bool = true, summary: String
    ) {
        self.kind = kind
        self.shape = shape
        self.rules = rules
        self.nameMember = nameMember
        self.createOnly = createOnly
        self.isManifest = isManifest
        self.summary = summary
        index = RuleIndex(rules)
    }

    /// The rule exactly at `path`, elements written as their keys or `*`; nil when none speaks of it.
    public func rule(at path: FieldPath) -> FieldRule? { index.rule(at: path.parts) }

    /// What a change at `path` costs: the nearest rule that says so, else by whether only creation has the member.
    public func effect(at path: FieldPath) -> Effect {
        nearest(path, \.effect) ?? (path.parts.first.map(createOnly.contains) == true ? .replaces : .noRestart)
    }

    /// What becomes of a withdrawn field: the nearest rule that says so, else `toDefault`.
    public func onRemoval(at path: FieldPath) -> FieldRule.Removal { nearest(path, \.onRemoval) ?? .toDefault }

    /// The operation that changes the field at `path`; nil leaves it to the kind.
    public func operation(at path: FieldPath) -> String? { nearest(path, \.operation) }

    /// True when the value at `path`, or one that holds it, must be masked: by a rule or by AWS's model.
    public func isSensitive(_ path: FieldPath) -> Bool {
        if let said = nearest(path, \.sensitive) { return said }
        var shape: Shape? = shape
        for part in path.parts {
            if shape?.members?[part]?.sensitive == true { return true }
            shape = shape?.child(part)
            if shape?.sensitive == true { return true }
        }
        return false
    }

    /// True for a member by which the elements of a list are told apart, as plans name them: an environment variable's name.
    public func tellsApart(_ path: FieldPath) -> Bool {
        guard let name = path.parts.last, let rule = rule(at: FieldPath(path.parts.dropLast(2))) else { return false }
        if case .keyed(let names)? = rule.elements { return names.contains(name) }
        return false
    }

    /// True when AWS alone sets the field.
    public func isReadOnly(_ path: FieldPath) -> Bool { nearest(path, \.readOnly) == true }

    /// The nearest saying of `property` at or above `path`.
    public func nearest<T>(_ path: FieldPath, _ property: KeyPath<FieldRule, T?>) -> T? {
        for length in stride(from: path.parts.count, through: 0, by: -1) {
            let rule = index.rule(at: path.parts.prefix(length))
            if let said = rule?[keyPath: property] { return said }
        }
        return nil
    }
}

/// Rules as a tree of path parts; an exact part is tried before `*`.
private final class RuleIndex: Sendable {
    private let rule: FieldRule?
    private let children: [String: RuleIndex]

    convenience init(_ rules: [FieldRule]) { self.init(rules[...], depth: 0) }

    private init(_ rules: ArraySlice<FieldRule>, depth: Int) {
        rule = rules.last { $0.path.parts.count == depth }
        let below = rules.filter { $0.path.parts.count > depth }
        children = Dictionary(grouping: below) { $0.path.parts[depth] }
            .mapValues { RuleIndex($0[...], depth: depth + 1) }
    }

    func rule(at parts: some Collection<String>) -> FieldRule? {
        guard let first = parts.first else { return rule }
        let rest = parts.dropFirst()
        return children[first]?.rule(at: rest) ?? children["*"]?.rule(at: rest)
    }
}
