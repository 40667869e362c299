public import Model

/// Puts `(masked)` in the place of every value that the tables call sensitive: the only way a value becomes output.
public enum Masking {
    /// What stands in the place of a sensitive value, always these characters.
    public static let mask = "(masked)"

    /// `value`, which stands at `path` of a `schema` spec, without what must not be seen.
    public static func masked(_ value: Value, at path: FieldPath = FieldPath(), by schema: KindSchema) -> Value {
        masked(value, at: path) { isHidden($0, by: schema) }
    }

    private static func isHidden(_ path: FieldPath, by schema: KindSchema) -> Bool {
        schema.isSensitive(path) && !schema.tellsApart(path)
    }

    /// A request as it is shown: what the operation's shape or the kind's table calls sensitive is masked.
    public static func masked(_ call: AWSCall, of schema: KindSchema, shape: Shape?) -> Value {
        masked(call.input, at: FieldPath()) { path in
            isHidden(path, by: schema) || isHidden(FieldPath(Array(path.parts.dropFirst())), by: schema)
                || shape.map { isSensitive(path, in: $0) } == true
        }
    }

    private static func masked(_ value: Value, at path: FieldPath, _ isSensitive: (FieldPath) -> Bool) -> Value {
        switch value.content {
        case .object(let members):
            return .object(
                Dictionary(
                    uniqueKeysWithValues: members.map { name, member in
                        (name, masked(member, at: path.appending(name), isSensitive))
                    }))
        case .list(let items):
            return .list(items.enumerated().map { masked($1, at: path.appending(String($0)), isSensitive) })
        case .null, .reference: return value
        default: return isSensitive(path) ? .string(mask) : value
        }
    }

    private static func isSensitive(_ path: FieldPath, in shape: Shape) -> Bool {
        var here: Shape? = shape
        for part in path.parts {
            if here?.members?[part]?.sensitive == true { return true }
            here = here?.child(part)
            if here?.sensitive == true { return true }
        }
        return false
    }
}
