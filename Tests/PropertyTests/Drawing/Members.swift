import Kinds
import Model

/// Members of a kind as paths, `*` for any element.
enum Members {
    /// Every member that a manifest may state and that holds no further members.
    static func leaves(of schema: KindSchema) -> [String] {
        leaves(schema.shape, FieldPath(), schema, depth: 0).sorted()
    }

    private static func leaves(_ shape: Shape, _ path: FieldPath, _ schema: KindSchema, depth: Int) -> [String] {
        switch shape.form {
        case .structure(let members):
            return members.flatMap { member -> [String] in
                let below = path.appending(member.name)
                guard !schema.isReadOnly(below), depth < 12 else { return [] }
                return leaves(member.shape, below, schema, depth: depth + 1)
            }
        case .list(let element, _, _): return leaves(element.shape, path.appending("*"), schema, depth: depth + 1)
        default: return [path.description]
        }
    }

    /// Every path that a spec states, the short forms of names under the long ones.
    static func stated(_ value: Value, _ shape: Shape, _ path: FieldPath = FieldPath()) -> [String] {
        if let items = value.list {
            return items.flatMap { stated($0, shape.child("*") ?? shape, path.appending("*")) }
        }
        guard let members = value.object else { return [path.description] }
        return members.flatMap { name, item -> [String] in
            let long = long(name, shape)
            return stated(item, shape.child(long) ?? shape, path.appending(long))
        }
    }

    /// The place `path` of a spec as the member that it is.
    static func member(at path: FieldPath, in spec: Value, _ shape: Shape) -> FieldPath {
        var (found, value, shape): (FieldPath, Value?, Shape) = (FieldPath(), spec, shape)
        for part in path.parts {
            let isElement = value?.list != nil || value == nil && Int(part) != nil && shape.members == nil
            let name = isElement ? "*" : long(part, shape)
            value = value?[FieldPath([part])]
            shape = shape.child(name) ?? shape
            found = found.appending(name)
        }
        return found
    }

    private static func long(_ name: String, _ shape: Shape) -> String {
        [name, name + "Arn", name + "Id", name + "Name"].first { shape.members?[$0] != nil } ?? name
    }
}
