import Model
import Planning

/// AWS's values as a person would have written them: names for ARNs, short member names, sensitive values masked.
struct LiveProjection {
    let schema: KindSchema
    let names: [String: String]

    func project(_ value: Value) -> Value { rename(Masking.masked(value, by: schema), at: FieldPath()) }

    private func rename(_ value: Value, at path: FieldPath) -> Value {
        switch value.content {
        case .string(let text): return names[text].map { .string($0) } ?? value
        case .list(let items): return .list(items.map { rename($0, at: path.appending("*")) })
        case .object(let members):
            let renamed = members.map { name, member -> (String, Value) in
                let here = path.appending(name)
                let key = path.parts.isEmpty ? name : schema.rule(at: here)?.target?.alias ?? name
                return (key, rename(member, at: here))
            }
            return .object(Dictionary(renamed) { first, _ in first })
        default: return value
        }
    }

    /// The short form of a top-level member, where there is one.
    static func shortName(_ name: String, _ schema: KindSchema) -> String {
        schema.rule(at: FieldPath([name]))?.target?.alias ?? name
    }
}
