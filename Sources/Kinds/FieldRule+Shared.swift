import Model

/// Spellings that mean the same, made equal.
enum Normal {
    /// A number or truth value where AWS carries text.
    static let text: @Sendable (Value) -> Value = { value in
        value.scalarText.map { Value(.string($0), at: value.place, key: value.keyPlace) } ?? value
    }
    /// Text where AWS carries an integer.
    static let integer: @Sendable (Value) -> Value = { value in
        value.string.flatMap { Int($0) }.map { Value(.integer($0), at: value.place, key: value.keyPlace) } ?? value
    }
}

extension FieldRule {
    /// The same rule for what lies below `prefix`.
    func below(_ prefix: FieldPath) -> FieldRule {
        var copy = self
        copy.path = FieldPath(prefix.parts + path.parts)
        return copy
    }

    /// Tag values are text, whatever they look like.
    static let tags = FieldRule(
        "/tags/*", normal: Normal.text, note: "Tags by name; those that others put there stay.")

    /// `attributes`: AWS's keys to text; the ones with a known default return to it.
    static func attributes(defaults: [String: String]) -> [FieldRule] {
        let known = defaults.sorted { $0.key < $1.key }.map { key, value in
            FieldRule(
                FieldPath(["attributes", key]), absent: .string(value), onRemoval: .toDefault, normal: Normal.text)
        }
        return [
            FieldRule("/attributes", onRemoval: .keep, note: "AWS's attribute keys to their values."),
            FieldRule("/attributes/*", normal: Normal.text),
        ] + known
    }
}

extension SpecShape {
    /// Members of what a describe call gives that `request` has not: AWS alone sets them.
    static func readOnlyNames(_ described: Shape, beyond request: Shape, except: Set<String> = []) -> [String] {
        (described.members?.names ?? []).filter { request.members?[$0] == nil && !except.contains($0) }
    }

    /// `attributes`, a map from AWS's key to text.
    static let attributes = Member("attributes", .stringMap, awsName: "Attributes")
}
